using System.Text.Json;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>One line of the report: a message by name and what became of it.</summary>
/// <param name="Facts">The kinds of fact it led to or witnesses, such as <c>acp.treatment-directive-agreed</c>.</param>
public sealed record ImportReportLine(
    string File,
    string Resource,
    MessageOutcome Fate,
    IReadOnlyList<string> Facts,
    IReadOnlyList<string> Unmapped,
    IReadOnlyList<Issue> Issues
);

/// <summary>What an import would add to a record. Nothing at all when every message was received before.</summary>
/// <param name="Refusal">Why nothing of it may go into this record; null when it may.</param>
public sealed record ImportPlan(
    IReadOnlyList<NewFact> Facts,
    IReadOnlyList<ImportedDocument> Attachments,
    IReadOnlyList<ImportReportLine> Report,
    Issue? Refusal
)
{
    public bool ChangesNothing => Facts.Count == 0;
}

/// <summary>
/// Plans what an imported person adds to a record: what is new as facts, what is known already as witnesses, every
/// message once. The same set twice changes nothing. Pure: ids come in.
/// </summary>
public static class PlanImport
{
    /// <param name="newId">Gives the ids of entries and attachments, one after the other.</param>
    public static ImportPlan Plan(PersonRecord existing, ImportedPerson incoming, Func<Guid> newId)
    {
        var (fitting, notes) = FitPerson.ToRecord(existing, incoming);
        if (FitPerson.Refusal(existing, incoming.Identity) is { } refusal)
            return new ImportPlan([], [], [.. incoming.Messages.Select(message => Refuse(message, refusal))], refusal);
        return new Planning(existing, fitting, newId).Plan(notes);
    }

    private static ImportReportLine Refuse(ImportedMessage message, Issue refusal) =>
        new(message.Resource.File, message.Resource.Name, MessageOutcome.Refused, [], [], [.. message.Issues, refusal]);

    private sealed class Planning
    {
        private readonly PersonRecord _existing;
        private readonly ImportedPerson _incoming;
        private readonly Func<Guid> _newId;
        private readonly Dictionary<string, Entry> _known;
        private readonly ReceivedBefore _before;
        private readonly HashSet<string> _struckBy = new(StringComparer.Ordinal);
        private readonly ILookup<string, ImportedStatement> _statements;
        private readonly Dictionary<string, Guid> _attachments;
        private readonly Dictionary<Guid, Guid> _documents;
        private readonly Dictionary<Guid, Guid> _entries = [];
        private readonly List<NewFact> _facts = [];
        private readonly HashSet<string> _leadsToNew = new(StringComparer.Ordinal);

        public Planning(PersonRecord existing, ImportedPerson incoming, Func<Guid> newId)
        {
            (_existing, _incoming, _newId) = (existing, incoming, newId);
            _statements = incoming
                .Statements.SelectMany(statement =>
                    statement.Witnesses.Select(witness => (witness.Reference, Statement: statement))
                )
                .ToLookup(pair => pair.Reference, pair => pair.Statement, StringComparer.Ordinal);
            _known = KnownFacts.In(existing);
            _before = new ReceivedBefore(existing);
            _attachments = incoming
                .Messages.Where(message =>
                    message.Fate is not MessageOutcome.Refused && _before.WhyNotNew(message) is null
                )
                .DistinctBy(message => message.Resource.Hash, StringComparer.Ordinal)
                .ToDictionary(message => message.Resource.Hash, _ => newId(), StringComparer.Ordinal);
            _documents = incoming.Documents.DistinctBy(one => one.Key).ToDictionary(one => one.Key, _ => newId());
        }

        public ImportPlan Plan(IReadOnlyDictionary<string, Issue> notes)
        {
            if (_attachments.Count > 0 && !_existing.Exists)
                _facts.Add(new NewFact(new PersonRegistered(Fictitious: false)));
            foreach (var statement in _incoming.Statements)
                _entries[statement.Key] = KnownAs(statement)?.Id ?? _newId();
            var corrections = new Corrections(_existing, _incoming, _before, statement => KnownAs(statement)?.Id);
            foreach (var message in _incoming.Messages.Where(IsNew))
                Correct(message, corrections);
            foreach (var statement in _incoming.Statements)
                Add(statement);
            foreach (var message in _incoming.Messages.Where(IsNew))
                _facts.Add(Keep(message));
            var used = _facts
                .Select(fact => (fact.Fact as AdvanceDirectiveRecorded)?.Document)
                .OfType<Guid>()
                .ToHashSet();
            return new ImportPlan(
                _facts,
                [
                    .. _incoming.Messages.Where(IsNew).Select(Verbatim),
                    .. _incoming
                        .Documents.Select(one => one with { Key = _documents[one.Key] })
                        .Where(one => used.Contains(one.Key)),
                ],
                [.. _incoming.Messages.Select(message => Line(message, notes))],
                null
            );
        }

        /// <summary>
        /// The entry that says this already; not one about somebody of whom the statement tells more.
        /// </summary>
        private Entry? KnownAs(ImportedStatement statement) =>
            _known.TryGetValue(statement.Sameness, out var entry)
            && (
                statement.Fact is not (RelatedPersonRecorded or CareTeamMemberJoined)
                || IsSame(entry.Fact, statement.Fact)
            )
                ? entry
                : null;

        private static bool IsSame(Fact one, Fact other) => Text(one) == Text(other);

        private static string Text(Fact fact) => JsonSerializer.Serialize(fact, fact.GetType(), FactCodec.Json);

        private bool IsNew(ImportedMessage message) => _attachments.ContainsKey(message.Resource.Hash);

        private void Add(ImportedStatement statement)
        {
            var witnesses = statement.Witnesses.Where(witness => _attachments.ContainsKey(witness.Hash)).ToList();
            if (witnesses.Count == 0)
                return;
            if (KnownAs(statement) is { } entry)
            {
                _facts.AddRange(
                    witnesses.Select(witness => new NewFact(
                        new EntryWitnessed(entry.Id, AsWitness(witness, statement, entry))
                    ))
                );
                return;
            }
            _leadsToNew.UnionWith(witnesses.Select(witness => witness.Reference));
            _facts.Add(
                new NewFact(
                    Pointed(statement.Fact),
                    statement.Effective,
                    [.. statement.RestsOn.Select(key => _entries[key])],
                    _entries[statement.Key],
                    new Source(
                        witnesses[0].System,
                        [.. witnesses.Select(witness => AsWitness(witness, statement, null))]
                    )
                )
            );
        }

        /// <summary>The words go along where they are not those of the entry itself.</summary>
        private Witness AsWitness(ImportedWitness witness, ImportedStatement statement, Entry? entry)
        {
            var words = witness.Text;
            if (words is null && entry is not null && SameFact.TextOf(statement.Fact) is { } own)
                words = SameWords.Plain(own) == SameWords.Plain(SameFact.TextOf(entry.Fact)) ? null : own;
            return new Witness(witness.System, witness.Reference, words, _attachments[witness.Hash]);
        }

        private Fact Pointed(Fact fact) =>
            fact switch
            {
                TreatmentDirectiveEnded ended => ended with { Directive = _entries.GetValueOrDefault(ended.Directive) },
                AdvanceDirectiveEnded ended => ended with { Directive = _entries.GetValueOrDefault(ended.Directive) },
                ItemEnded ended => ended with { Entry = _entries.GetValueOrDefault(ended.Entry) },
                DnrStayEnded ended => new DnrStayEnded(_entries.GetValueOrDefault(ended.DnrCode)),
                AdvanceDirectiveRecorded { Document: { } document } declared => declared with
                {
                    Document = _documents[document],
                },
                _ => fact,
            };

        /// <summary>
        /// Strikes out what a newer version of a message no longer says, and asks where a decision goes.
        /// </summary>
        private void Correct(ImportedMessage message, Corrections corrections)
        {
            var witness = new Witness(
                message.System,
                message.Resource.Name,
                Attachment: _attachments[message.Resource.Hash]
            );
            foreach (var fact in corrections.Of(message))
            {
                _struckBy.Add(message.Resource.Name);
                _facts.Add(
                    new NewFact(
                        fact,
                        PartialDate.Of(_incoming.Today),
                        Id: _newId(),
                        Source: new Source(message.System, [witness])
                    )
                );
            }
        }

        private NewFact Keep(ImportedMessage message)
        {
            var attachment = _attachments[message.Resource.Hash];
            var entries = StatementsOf(message).Select(statement => _entries[statement.Key]);
            return new NewFact(
                new MessageReceived(
                    message.System,
                    message.Resource.Name,
                    message.Resource.Hash,
                    attachment,
                    [.. entries.Distinct()],
                    message.Unmapped,
                    message.Why,
                    message.Resource.Version,
                    message.Resource.Updated
                ),
                Source: new Source(
                    message.System,
                    [new Witness(message.System, message.Resource.Name, Attachment: attachment)]
                )
            );
        }

        private IEnumerable<ImportedStatement> StatementsOf(ImportedMessage message) =>
            _statements[message.Resource.Name];

        private ImportedDocument Verbatim(ImportedMessage message) =>
            new(
                _attachments[message.Resource.Hash],
                message.Resource.Xml is null ? "application/fhir+json" : "application/fhir+xml",
                message.Resource.Name.Replace('/', '-') + (message.Resource.Xml is null ? ".json" : ".xml"),
                message.Resource.Verbatim()
            );

        private ImportReportLine Line(ImportedMessage message, IReadOnlyDictionary<string, Issue> notes)
        {
            var kinds = StatementsOf(message).Select(statement => FactCodec.KindOf(statement.Fact).Name);
            var fate =
                message.Fate is MessageOutcome.Refused or MessageOutcome.KeptVerbatim && IsNew(message) ? message.Fate
                : message.Fate is MessageOutcome.Refused ? MessageOutcome.Refused
                : !IsNew(message) ? MessageOutcome.AlreadyHere
                : message.Fate is MessageOutcome.Mapped && _leadsToNew.Contains(message.Resource.Name)
                    ? MessageOutcome.Mapped
                : MessageOutcome.Witness;
            List<Issue> issues = [.. message.Issues];
            if (notes.TryGetValue(message.Resource.Name, out var note))
                issues.Add(note);
            if (_before.WhyNotNew(message) is { } rule && rule != ReceivedBefore.Same)
                issues.Add(new Issue(IssueCode.Duplicate, message.Resource.Name, rule, []));
            if (_struckBy.Contains(message.Resource.Name))
                kinds = kinds.Append(FactCodec.KindOf(new EntryStruckOut([], "")).Name);
            return new ImportReportLine(
                message.Resource.File,
                message.Resource.Name,
                fate,
                [.. kinds.Distinct(StringComparer.Ordinal)],
                message.Unmapped,
                issues
            );
        }
    }
}
