using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>A declaration of the person's own, and whether they took it back.</summary>
public sealed record Declaration(Recorded<AdvanceDirectiveRecorded> Recorded, Recorded<AdvanceDirectiveEnded>? Ended)
{
    /// <summary>What a physician worked out of it; null: nobody did.</summary>
    public Recorded<DeclarationWorkedOut>? WorkedOut { get; init; }
}

/// <summary>A Belgian DNR code with the stay it was given for.</summary>
/// <param name="StayEnded">The last day of the stay; null while it lasts.</param>
public sealed record DnrCodeForStay(Recorded<DnrCodeGiven> Recorded, bool HasEnded, PartialDate? StayEnded)
{
    /// <summary>Coming home or moving on, when that ended the stay (safety rule 19).</summary>
    public CourseChanged? EndedBy { get; init; }

    /// <summary>Something came after that may have ended the stay: somebody has to say.</summary>
    public bool IsAsked { get; init; }

    /// <summary>When and by whom it was last said that the stay still lasts; null: never, or it ended.</summary>
    public Recorded<DnrStayLasts>? Lasts { get; init; }
}

/// <summary>What the person said differently, with what came of it; null while nobody talked it through.</summary>
public sealed record SaidDifferently(Recorded<SaysDifferentlyNow> Recorded, Recorded<TalkedThrough>? TalkedThrough);

/// <summary>
/// The plan as it came about: its conversations, declarations and codes, also those that no longer hold.
/// </summary>
public static class Plan
{
    /// <summary>The conversations about future care, newest first.</summary>
    public static IReadOnlyList<Recorded<ConversationHeld>> Conversations(this Record record) =>
        Chronology.NewestFirst(record.All<ConversationHeld>().Reverse(), one => one.Effective);

    /// <summary>
    /// The declarations, those that hold first, then those whose term is over or that were taken back, each group
    /// newest first.
    /// </summary>
    public static IReadOnlyList<Declaration> Declarations(this Record record, DateOnly today) =>
        [
            .. Chronology
                .NewestFirst(record.All<AdvanceDirectiveRecorded>().Reverse(), one => one.Effective)
                .Select(one => new Declaration(
                    one,
                    record.Latest<AdvanceDirectiveEnded>(ended => ended.Directive == one.Entry.Id)
                )
                {
                    WorkedOut = record.Last<DeclarationWorkedOut>(worked => worked.Declaration == one.Entry.Id),
                })
                .OrderBy(one => one.Ended is not null)
                .ThenBy(one => one.Recorded.ValidityOn(today) is Validity.Expired),
        ];

    /// <summary>The DNR codes, those whose stay lasts first, each group newest first.</summary>
    public static IReadOnlyList<DnrCodeForStay> DnrCodes(this Record record, DateOnly today) =>
        [
            .. Chronology
                .NewestFirst(record.All<DnrCodeGiven>().Reverse(), one => one.Effective)
                .Select(one => ForStay(record, one, today))
                .OrderBy(one => one.HasEnded),
        ];

    /// <summary>All that the person ever said differently, newest first, with what came of it.</summary>
    public static IReadOnlyList<SaidDifferently> EverSaidDifferently(this Record record) =>
        [
            .. Chronology
                .NewestFirst(record.All<SaysDifferentlyNow>().Reverse(), one => one.Effective)
                .Select(one => new SaidDifferently(
                    one,
                    record.Latest<TalkedThrough>(through => through.SaidDifferently == one.Entry.Id)
                )),
        ];

    /// <summary>True when a directive, declaration or stay was ended.</summary>
    internal static bool WasEnded(this Record record, Guid entry) =>
        record.All<TreatmentDirectiveEnded>().Any(ended => ended.Fact.Directive == entry)
        || record.All<AdvanceDirectiveEnded>().Any(ended => ended.Fact.Directive == entry)
        || record.All<DnrStayEnded>().Any(ended => ended.Fact.DnrCode == entry);

    private static DnrCodeForStay ForStay(Record record, Recorded<DnrCodeGiven> given, DateOnly today)
    {
        var stay = record.StayOf(given, today);
        return new DnrCodeForStay(given, stay.Ended is not null, stay.Ended?.On ?? given.Fact.StayEnded)
        {
            EndedBy = stay.Ended?.By?.Fact as CourseChanged,
            IsAsked = stay.IsAsked,
            Lasts = stay.Lasts,
        };
    }
}
