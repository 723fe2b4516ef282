using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>
/// Records what the health insurance fund answered to a request for the palliatief forfait, and on which day. It may
/// answer after the person died: what was asked for before stays due.
/// </summary>
/// <param name="Request">The entry of a request without an answer.</param>
[Needs(AccessAction.RecordForfait)]
public sealed record RecordForfaitAnswer(Guid Request, ForfaitAnswer? Answer, string? Words, PartialDate? AnsweredOn)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        if (Answer is null)
            found.Add("answer", "rule.missing");
        if (AnsweredOn is null)
            found.Add("answeredOn", "rule.missing");
        found.NotInFuture("answeredOn", AnsweredOn, now);
        var request = record.Forfaits().FirstOrDefault(forfait => forfait.Id == Request);
        if (request is null)
            found.Break("", "rule.forfait-not-there");
        else if (request.Answered is not null)
            found.Break("", "rule.forfait-answered");
        if (AnsweredOn is { } on && request?.Requested.Effective is { } asked && on.IsBefore(asked))
            found.Add("answeredOn", "rule.forfait-answer-before-request");
        var fact = new PalliativeForfaitAnswered(Request, Answer ?? default, found.Words("words", Words));
        return found.Or([new NewFact(fact, AnsweredOn, RestsOn: [Request])]);
    }

    public bool IsAbout(Fact fact) => fact is PalliativeForfaitRequested or PalliativeForfaitAnswered;
}
