using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>What happened to a plan between two days, beside what is said of treatments and topics.</summary>
internal static class EventChanges
{
    public static IEnumerable<PlanChange> Of(
        PersonRecord was,
        PersonRecord @is,
        DateOnly? from,
        DateOnly to,
        Func<Entry, bool> within
    ) =>
        [
            .. Begun<AdvanceDirectiveRecorded>(@is, within),
            .. Ended<AdvanceDirectiveEnded>(@is, within, ended => ended.Directive),
            .. Begun<DnrCodeGiven>(@is, within),
            .. StaysOver(was, @is, from, to),
            .. Begun<SaysDifferentlyNow>(@is, within),
            .. Ended<TalkedThrough>(@is, within, through => through.SaidDifferently),
            .. Begun<TalkDeclined>(@is, within),
        ];

    private static IEnumerable<PlanChange> Begun<TFact>(PersonRecord @is, Func<Entry, bool> within)
        where TFact : Fact =>
        @is.All<TFact>()
            .Where(one => within(one.Entry))
            .Select(one => new PlanChange.OfEvent(ChangeKind.First, one.Entry, By: null));

    private static IEnumerable<PlanChange> Ended<TFact>(
        PersonRecord @is,
        Func<Entry, bool> within,
        Func<TFact, Guid> what
    )
        where TFact : Fact =>
        @is.All<TFact>()
            .Where(one => within(one.Entry))
            .Select(one => (Ended: @is.Find(what(one.Fact)), By: one.Entry))
            .Where(one => one.Ended is not null)
            .Select(one => new PlanChange.OfEvent(ChangeKind.Ended, one.Ended!, one.By));

    /// <summary>A stay ends by an act, or by the day that was given for it.</summary>
    private static IEnumerable<PlanChange> StaysOver(PersonRecord was, PersonRecord @is, DateOnly? from, DateOnly to)
    {
        var lasted = from is { } day ? was.DnrCodesInForce(day) : [];
        var last = @is.DnrCodesInForce(to).Select(code => code.Entry.Id).ToHashSet();
        return lasted
            .Where(code => !last.Contains(code.Entry.Id))
            .Select(code => new PlanChange.OfEvent(ChangeKind.Ended, code.Entry, @is.StayOf(code, to).Ended?.By));
    }
}
