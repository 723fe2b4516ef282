using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Import;

/// <summary>
/// Consent as a treatment directive: what was agreed about one treatment, on the day it was discussed.
/// </summary>
internal static class MapTreatmentDirective
{
    public static void Map(ResourceTaken take)
    {
        var provision = take.Node["provision"];
        var concepts = provision?.Concepts("code") ?? [];
        var found = concepts.Select(ReadTreatment.Of).ToList();
        IReadOnlyList<Treatment> about = [.. found.SelectMany(one => one.MayBe).Distinct()];
        if (!IsSaid(take, about))
            return;
        var other = take.Node.ModifierExtension(Profiles.SpecificationOther)?.Text("value");
        var type = provision?.Text("type");
        var decided = DecisionOf(type, other);
        if (found.Find(one => one.Treatment is null) is { } unclear)
            take.Ask(AskReason.CodeAndWordsDiffer, unclear.MayBe, decided?.Decision, [.. unclear.Words, other]);
        else if (decided is null || provision is null)
            take.Ask(AskReason.WordUnclear, about, null, type, other);
        else
            Say(take, provision, concepts.Count == 0 ? [ReadTreatment.Unnamed] : found, decided.Value);
        if (decided is not null && type is not null && other is not null)
            take.Ask(AskReason.WordAndCondition, about, type == "deny" ? Decision.Withhold : Decision.Perform, other);
        if (take.Drafts.Any(draft => draft.Fact is ToAskAboutReceived))
            provision?.Skip("actor", "code", "period", "type");
    }

    /// <summary>It is finished and, where its sender says so, verified with the person (safety rule 5).</summary>
    private static bool IsSaid(ResourceTaken take, IReadOnlyList<Treatment> about)
    {
        var status = take.Node.PeekText("status");
        if (!take.HasStatus("status", "active", "inactive"))
        {
            if (status is "draft" or "proposed")
                take.Ask(AskReason.NotFinished, about, null);
            return false;
        }
        var verified = take.Node.All("verification").Select(one => one.Flag("verified")).ToList();
        if (verified.Count == 0 || verified.Contains(true))
            return true;
        take.Keep("fhir.not-verified");
        take.Ask(AskReason.NotVerified, about, null);
        return false;
    }

    private static void Say(
        ResourceTaken take,
        TrackedElement provision,
        IReadOnlyList<ReadTreatment> treatments,
        (Decision Decision, string? Otherwise, string? Kept) decided
    )
    {
        var comment = take.Node.Extension(Profiles.Comment)?.Text("value");
        var parties = provision.All("actor").Select(actor => PartyOf(take, actor)).OfType<Party>().ToList();
        var day = take.Node.Day("dateTime", take.Person.Zone);
        var encounter = take.Node.Extension(Profiles.EncounterReference)?["value"];
        var (rests, _) = MapConversation.ConversationOf(take, encounter);
        foreach (var read in treatments)
        {
            var words = DecisionWords.Together(decided.Kept, DecisionWords.Together(read.Kept, comment));
            var fact = new TreatmentDirectiveAgreed(
                read.Treatment!,
                decided.Decision,
                decided.Otherwise,
                words,
                parties
            );
            take.Say(fact, day, rests is { } key ? [key] : null);
            if (read.Treatment!.Name is { } name)
                take.Person.NamedLimits.Add(name);
            if (decided is { Decision: Decision.Otherwise, Otherwise: null })
                take.Ask(AskReason.NoCondition, [read.Treatment], Decision.Otherwise);
            SayEnd(take, provision, SameWords.Id(SameFact.Of(fact, day, _ => null)), fact);
        }
    }

    /// <summary>
    /// An end date, or a status that says so, ends it: after that day, or undated. The end is a fact of its own; the
    /// status never outranks the date of the talk.
    /// </summary>
    private static void SayEnd(
        ResourceTaken take,
        TrackedElement provision,
        Guid directive,
        TreatmentDirectiveAgreed agreed
    )
    {
        var reason = Reading.Plain(provision.Extension(Profiles.ReasonForEnding)?.Text("value"));
        if (EndOf(take, provision, [agreed.Treatment], agreed.Decision) is var (end, isEnd) && isEnd)
            take.Say(new TreatmentDirectiveEnded(directive, reason), end);
    }

    /// <summary>
    /// When it ends, if it does. A day that is known in part and may have come ends nothing yet, and is asked about.
    /// </summary>
    internal static (PartialDate? On, bool IsEnd) EndOf(
        ResourceTaken take,
        TrackedElement? provision,
        IReadOnlyList<Treatment> about,
        Decision? decision
    )
    {
        var (end, today) = (provision?["period"]?.Day("end", take.Person.Zone), take.Person.Today);
        if (take.Node.Text("status") == "inactive")
            return (end is { } day && day.First <= today ? end : null, true);
        if (end is { IsWhole: false } part && part.First <= today && part.Last >= today)
            take.Ask(AskReason.EndUnclear, about, decision, part.ToString());
        return (end, end is not null);
    }

    private static Party? PartyOf(ResourceTaken take, TrackedElement actor)
    {
        var role = actor.Concept("role");
        return role?.In(CodeSystems.RoleCode) is "CONSENTER" or "RESPRSN" or null
            ? take.Person.PartyOf(take, actor["reference"])
            : null;
    }

    /// <summary>A yes or a no with a condition beside it is *anders*, in the words of the condition.</summary>
    private static (Decision Decision, string? Otherwise, string? Kept)? DecisionOf(string? type, string? other) =>
        (type, other) switch
        {
            ("permit", null) => (Decision.Perform, null, null),
            ("deny", null) => (Decision.Withhold, null, null),
            (null, { } words) => DecisionWords.Of(words),
            ("permit" or "deny", { } words) => (Decision.Otherwise, Reading.Plain(words), null),
            _ => null,
        };
}
