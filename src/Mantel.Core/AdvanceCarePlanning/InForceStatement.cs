using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>The form in which a statement about a treatment arrived.</summary>
public enum StatementForm
{
    /// <summary>Agreed with professionals (behandelaanwijzing).</summary>
    Directive,

    /// <summary>The person's own declaration (wilsverklaring).</summary>
    OwnDeclaration,

    /// <summary>Named by the owner's text of a Belgian DNR code, for the stay it was given for.</summary>
    DnrCode,
}

/// <summary>
/// One thing that was said about one treatment on one day: the same word and condition, with every entry and witness
/// that says so.
/// </summary>
/// <param name="DiscussedOn">When it was discussed with the person or representative; null: undated.</param>
/// <param name="EndedOn">When it was ended; only meaningful when <paramref name="HasEnded"/>.</param>
public sealed record Statement(
    Treatment Treatment,
    Decision Decision,
    string? Otherwise,
    PartialDate? DiscussedOn,
    IReadOnlyList<StatementForm> Forms,
    IReadOnlyList<Entry> Entries,
    IReadOnlyList<Witness> Witnesses,
    IReadOnlyList<string> Explanations,
    IReadOnlyList<Party> Parties,
    string? ConfirmedBy,
    bool HasEnded,
    PartialDate? EndedOn,
    string? EndReason
)
{
    /// <summary>True when the person's own declaration is among its forms.</summary>
    public bool IsOwnDeclaration => Forms.Contains(StatementForm.OwnDeclaration);

    public bool IsDirective => Forms.Contains(StatementForm.Directive);

    /// <summary>
    /// The day on which a physician decided it and told it, without a talk about it (besloten en meegedeeld); null when
    /// it was discussed.
    /// </summary>
    public PartialDate? DecidedOn { get; init; }

    /// <summary>
    /// The physician who confirmed it, while it contradicts the rest of the plan and nobody said which holds: then
    /// nobody stands behind it (safety rule 14), and it is not true that nobody confirmed it.
    /// </summary>
    public string? ConfirmedButContradicts { get; init; }

    /// <summary>True for a word that decides something: *wel*, *niet* or *anders*.</summary>
    public bool IsDecided => Decision is Decision.Perform or Decision.Withhold or Decision.Otherwise;

    /// <summary>
    /// What does not fit of who agreed (safety rule 20): it reads not as confirmed, whoever confirmed it.
    /// </summary>
    public IReadOnlyList<PartyDoubt> Doubts { get; init; } = [];

    /// <summary>Word and condition: two statements with the same meaning do not contradict each other.</summary>
    internal (Decision, string) Meaning => (Decision, Chronology.Sameness(Otherwise));
}

/// <summary>Gathers what was said about treatments, from every form in which it can arrive.</summary>
internal static class InForceStatements
{
    private static readonly Discipline[] Physicians =
    [
        Discipline.GeneralPractitioner,
        Discipline.ElderlyCarePhysician,
        Discipline.MedicalSpecialist,
        Discipline.Paediatrician,
        Discipline.Physician,
    ];

    private static readonly Role[] PhysicianRoles = [Role.GeneralPractitioner, Role.Physician, Role.PhysicianOnDuty];

    /// <param name="entries">The entries to look at: those that stand, or, to see what a strike-out changed,
    /// others.</param>
    public static IReadOnlyList<Statement> Gather(Record record, IReadOnlyList<Entry> entries, DateOnly today)
    {
        var ends = EndsIn(entries, today);
        var confirmations = ConfirmationsIn(entries);
        var workedOut = entries.Select(entry => entry.Fact).OfType<DeclarationWorkedOut>().ToList();
        return
        [
            .. entries
                .SelectMany(entry => SingleStatements(record, entry, ends, confirmations, workedOut, today))
                .GroupBy(one => (Key(one), one.DiscussedOn, one.Meaning))
                .Select(group => group.Aggregate(Merge))
                .Select(one => WithDoubts(record, one)),
        ];
    }

    /// <summary>
    /// What a treatment is told apart by: its kind; another limit by its name; an unnamed one by its word.
    /// </summary>
    public static string Key(Statement statement) =>
        statement.Treatment switch
        {
            { Kind: not TreatmentKind.Other } named => named.Kind.ToString(),
            { Name: { } name } => "Other:" + Chronology.Sameness(name),
            _ => $"Unnamed:{statement.Decision}:{Chronology.Sameness(statement.Otherwise)}",
        };

    /// <summary>Who agreed is held against who could; one witness of whom nothing is in doubt is enough.</summary>
    private static Statement WithDoubts(Record record, Statement one)
    {
        if (record is not PersonRecord person)
            return one;
        var doubts = one.Entries.Select(person.DoubtsAbout).ToList();
        return doubts.Exists(none => none.Count == 0)
            ? one
            : one with
            {
                Doubts = [.. doubts.SelectMany(some => some).DistinctBy(doubt => doubt.Kind)],
            };
    }

    private static IEnumerable<Statement> SingleStatements(
        Record record,
        Entry entry,
        Dictionary<Guid, (PartialDate? On, string? Reason)> ends,
        Dictionary<Guid, string> confirmations,
        List<DeclarationWorkedOut> workedOut,
        DateOnly today
    )
    {
        var ended = ends.TryGetValue(entry.Id, out var end);
        Statement Of(
            DirectiveClause clause,
            StatementForm form,
            string? why,
            IReadOnlyList<Party> parties,
            string? by
        ) =>
            new(
                clause.Treatment,
                clause.Decision,
                clause.Otherwise,
                entry.Effective,
                [form],
                [entry],
                record.WitnessesOf(entry),
                why is null ? [] : [why],
                parties,
                by,
                ended,
                end.On,
                end.Reason
            );
        return entry.Fact switch
        {
            TreatmentDirectiveAgreed agreed =>
            [
                Of(
                    new DirectiveClause(agreed.Treatment, agreed.Decision, agreed.Otherwise),
                    StatementForm.Directive,
                    agreed.Explanation,
                    agreed.Parties,
                    confirmations.GetValueOrDefault(entry.Id) ?? PhysicianIn(entry, agreed)
                ),
            ],
            AdvanceDirectiveRecorded declared => Clauses(
                    declared,
                    workedOut.FindLast(one => one.Declaration == entry.Id)
                )
                .Select(clause => Of(clause, StatementForm.OwnDeclaration, declared.Explanation, [], null)),
            DnrCodeGiven given when record.StayOf(new(entry, given), today).Ended is null =>
                given.OwnerTextDecides.Select(clause =>
                    ByCode(Of(clause, StatementForm.DnrCode, given.OwnerText, [], null))
                ),
            _ => [],
        };
    }

    /// <summary>
    /// What a declaration decides: what its text names, what a physician worked out of it, and resuscitation by its
    /// kind.
    /// </summary>
    private static IEnumerable<DirectiveClause> Clauses(AdvanceDirectiveRecorded declared, DeclarationWorkedOut? worked)
    {
        var named = declared.Decides.Select(clause => PlanRules.Sameness(clause.Treatment)).ToHashSet();
        List<DirectiveClause> all =
        [
            .. declared.Decides,
            .. (worked?.Decides ?? []).Where(clause => !named.Contains(PlanRules.Sameness(clause.Treatment))),
        ];
        var namesResuscitation = all.Exists(clause => clause.Treatment.Kind is TreatmentKind.Resuscitation);
        return declared.Kind is AdvanceDirectiveKind.DoNotResuscitate && !namesResuscitation
            ? all.Prepend(new DirectiveClause(new Treatment(TreatmentKind.Resuscitation), Decision.Withhold, null))
            : all;
    }

    /// <summary>What was decided and told was not discussed: it cannot be put in the order of talks.</summary>
    private static Statement ByCode(Statement statement) =>
        statement.Entries[0].Fact is DnrCodeGiven { Basis: DnrBasis.Communicated }
            ? statement with
            {
                DiscussedOn = null,
                DecidedOn = statement.DiscussedOn,
            }
            : statement;

    /// <summary>
    /// The physician who recorded it, or who took part according to another system. Here, being named by somebody else
    /// is not confirming: the physician does that. Who takes in what another system sends confirms nothing by it.
    /// </summary>
    private static string? PhysicianIn(Entry entry, TreatmentDirectiveAgreed agreed) =>
        entry.Source.System == Source.Here
            ? (PhysicianRoles.Contains(entry.Author.Role) ? entry.Author.Name : null)
            : agreed.Parties.FirstOrDefault(party => party.Discipline is { } known && Physicians.Contains(known))?.Name;

    private static Dictionary<Guid, (PartialDate? On, string? Reason)> EndsIn(
        IReadOnlyList<Entry> entries,
        DateOnly today
    )
    {
        Dictionary<Guid, (PartialDate?, string?)> ends = [];
        foreach (var entry in entries)
        {
            if (entry.Effective is { } day && !HasCome(day, entry, today))
                continue;
            if (entry.Fact is TreatmentDirectiveEnded directive)
                ends[directive.Directive] = (entry.Effective, directive.Reason);
            if (entry.Fact is AdvanceDirectiveEnded declaration)
                ends[declaration.Directive] = (entry.Effective, declaration.Reason);
            if (entry.Fact is DnrStayEnded stay)
                ends[stay.DnrCode] = (entry.Effective, null);
        }
        return ends;
    }

    /// <summary>
    /// What is ended here ends at once; a message names the last day on which it holds, and may know that in part.
    /// </summary>
    private static bool HasCome(PartialDate day, Entry entry, DateOnly today) =>
        entry.Source.System == Source.Here ? day.First <= today : day.Last < today;

    private static Dictionary<Guid, string> ConfirmationsIn(IReadOnlyList<Entry> entries)
    {
        Dictionary<Guid, string> confirmations = [];
        foreach (var entry in entries)
        {
            if (entry.Fact is TreatmentDirectiveConfirmed confirmed)
                confirmations[confirmed.Directive] = confirmed.Physician;
        }
        return confirmations;
    }

    /// <summary>
    /// Two that say the same on the same day are one, with all witnesses and texts; it ended when both did.
    /// </summary>
    private static Statement Merge(Statement one, Statement other) =>
        one with
        {
            Forms = [.. one.Forms.Union(other.Forms)],
            Entries = [.. one.Entries, .. other.Entries],
            Witnesses = [.. one.Witnesses, .. other.Witnesses],
            Explanations =
            [
                .. one.Explanations.UnionBy(other.Explanations, Chronology.Sameness, StringComparer.Ordinal),
            ],
            Parties = [.. one.Parties.UnionBy(other.Parties, party => (party.Kind, Chronology.Sameness(party.Name)))],
            ConfirmedBy = one.ConfirmedBy ?? other.ConfirmedBy,
            HasEnded = one.HasEnded && other.HasEnded,
            EndedOn = one.EndedOn ?? other.EndedOn,
            EndReason = one.EndReason ?? other.EndReason,
            DecidedOn = one.DecidedOn ?? other.DecidedOn,
        };
}
