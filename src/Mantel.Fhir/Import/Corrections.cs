using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Fhir.Import;

/// <summary>
/// What a newer version of a message takes back: facts that only its earlier version said. They are struck out with the
/// sender as reason, at once; where a decision in force goes, somebody has to ask.
/// </summary>
internal sealed class Corrections
{
    private readonly PersonRecord _existing;
    private readonly ImportedPerson _incoming;
    private readonly ReceivedBefore _before;
    private readonly HashSet<Guid> _stillSaid;
    private readonly HashSet<string> _read;
    private readonly IReadOnlyList<DecisionInForce> _decisions;

    public Corrections(
        PersonRecord existing,
        ImportedPerson incoming,
        ReceivedBefore before,
        Func<ImportedStatement, Guid?> known
    )
    {
        (_existing, _incoming, _before) = (existing, incoming, before);
        _stillSaid = [.. incoming.Statements.Select(known).OfType<Guid>()];
        _read = [.. incoming.Messages.Select(message => $"{message.System}|{message.Resource.Name}")];
        _decisions = existing.DecisionsOn(incoming.Today);
    }

    public IEnumerable<Fact> Of(ImportedMessage message)
    {
        var earlier = _before.LastOf(message);
        var gone = (earlier?.Entries ?? []).Where(id => IsGone(id, message)).ToList();
        if (gone.Count > 0)
        {
            var because = message.Struck ?? SenderStruck.Corrected;
            yield return new EntryStruckOut(gone, WordOf(because), message.System, because);
            var reason = message.Struck is null ? AskReason.CorrectedBySender : AskReason.StruckOutBySender;
            foreach (var ask in gone.SelectMany(id => Asks(id, reason, message)))
                yield return ask;
        }
        if (message.Struck is null || earlier is not null)
            yield break;
        foreach (
            var ask in _before
                .Namesakes(message)
                .SelectMany(one => one.Entries)
                .SelectMany(id => Asks(id, AskReason.StruckOutBySender, message))
        )
            yield return ask;
    }

    private static string WordOf(SenderStruck because) =>
        because switch
        {
            SenderStruck.EnteredInError => "entered-in-error",
            SenderStruck.NotDone => "not-done",
            SenderStruck.Corrected => "corrected",
        };

    /// <summary>Nobody says it any more: not this set, no other message, and it was not entered here.</summary>
    private bool IsGone(Guid id, ImportedMessage message) =>
        !_stillSaid.Contains(id)
        && _existing.Stands(id)
        && _existing.Find(id) is { } entry
        && entry.Source.System != Source.Here
        && CanBeTakenBack(entry.Fact)
        && !_before.Last.Any(other => SaysSoToo(other.Fact, id, message));

    /// <summary>
    /// Another message says the same, and was not read again just now without saying so. What was not done was not
    /// done, whatever its own sender's other messages tell of it.
    /// </summary>
    private bool SaysSoToo(MessageReceived other, Guid id, ImportedMessage message) =>
        other.Entries.Contains(id)
        && !_read.Contains($"{other.System}|{other.Reference}")
        && !(message.Struck is SenderStruck.NotDone && other.System == message.System);

    private static bool CanBeTakenBack(Fact fact) =>
        fact.GetType().Namespace == typeof(TreatmentDirectiveAgreed).Namespace
        || fact
            is DiagnosisRecorded
                or AllergyRecorded
                or MedicationAtHomeRecorded
                or ImplantedDeviceRecorded
                or ItemEnded;

    /// <summary>
    /// The decisions in force that rested on it, and that nothing of the new version says the same of.
    /// </summary>
    private IEnumerable<ToAskAboutReceived> Asks(Guid id, AskReason reason, ImportedMessage message)
    {
        foreach (var decision in _decisions.Where(one => !one.HasEnded))
        {
            foreach (var statement in decision.InForce.Where(one => one.Entries.Any(entry => entry.Id == id)))
            {
                if (!IsSaidAnew(statement))
                    yield return new ToAskAboutReceived(
                        reason,
                        message.Resource.Name,
                        [decision.Treatment],
                        statement.Decision,
                        [.. new[] { statement.Otherwise, statement.DiscussedOn?.ToString() }.OfType<string>()]
                    );
            }
        }
        if (_existing.Goal().Holding.Any(goal => goal.Entry.Id == id))
            yield return new ToAskAboutReceived(reason, message.Resource.Name, [], null, []);
    }

    private bool IsSaidAnew(Statement statement) =>
        _incoming.Statements.Any(one =>
            one.Fact is TreatmentDirectiveAgreed agreed
            && agreed.Treatment == statement.Treatment
            && agreed.Decision == statement.Decision
            && SameWords.Plain(agreed.Otherwise) == SameWords.Plain(statement.Otherwise)
        );
}
