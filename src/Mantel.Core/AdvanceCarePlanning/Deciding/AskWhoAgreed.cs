using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Deciding;

/// <summary>
/// An act that agrees, refuses or takes a position: what does not fit of who does so is asked about first.
/// </summary>
public interface IAgreement
{
    /// <summary>True: it was asked, and whoever records it goes on knowingly.</summary>
    bool EvenSo { get; }

    /// <summary>The same act, knowingly; a conversation asks about all of it at once.</summary>
    IAct<PersonRecord> Knowingly();
}

/// <summary>Asks, before it is recorded, about what does not fit (safety rule 20).</summary>
internal static class AskWhoAgreed
{
    /// <summary>The field where one says that one goes on knowingly.</summary>
    public const string Field = "evenSo";

    /// <summary>
    /// The outcome itself; or, when somebody who agrees in it may not have been able to, the question about it.
    /// </summary>
    public static Outcome Asking(this Outcome outcome, IAgreement act, PersonRecord person, Moment now)
    {
        if (act.EvenSo || outcome is not Outcome.Yielded { Facts: { Count: > 0 } facts })
            return outcome;
        var after = person.With(facts, now);
        var name = person.Name().Familiar();
        var found = new Findings();
        foreach (
            var doubt in after
                .Entries.Skip(person.Entries.Count)
                .SelectMany(after.DoubtsAbout)
                .DistinctBy(one => (one.Kind, one.Article))
        )
            Ask(found, doubt, name);
        return found.None ? outcome : found.Or();
    }

    /// <summary>Asks about what stands already, before a physician confirms it.</summary>
    public static void AskAbout(this Findings found, PersonRecord person, Entry entry)
    {
        foreach (var doubt in person.DoubtsAbout(entry))
            Ask(found, doubt, person.Name().Familiar());
    }

    private static void Ask(Findings found, PartyDoubt doubt, string name)
    {
        var rule = doubt.Kind switch
        {
            PartyDoubtKind.NotCapable => "not-capable",
            PartyDoubtKind.NoRightToDecide => "no-right-to-decide",
            PartyDoubtKind.AnotherGoesFirst => "another-goes-first",
            PartyDoubtKind.OnlyThePersonCan => "only-the-person-can",
            PartyDoubtKind.PersonNotThere => "person-not-there",
            PartyDoubtKind.ParentsNotThere => "parents-not-there",
            PartyDoubtKind.DiscernmentNotJudged => "discernment-not-judged",
            PartyDoubtKind.NotOpenAtAge => "not-open-at-age",
            PartyDoubtKind.PartiesNotRecorded => "parties-not-recorded",
            PartyDoubtKind.UndatedAndLost => "undated-and-lost",
        };
        found.Break(Field, "rule.who-agreed." + rule, name, doubt.Article ?? "–", string.Join(", ", doubt.Names));
    }
}
