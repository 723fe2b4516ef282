using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Tests;

/// <summary>Tells a person's history in a test, fact by fact, as the journal would hold it.</summary>
internal sealed class Tell
{
    public static readonly Author Nurse = new(Guid.NewGuid(), "Fatima Azouzi", Role.Nurse, null, null);
    public static readonly Author Gp = new(Guid.NewGuid(), "Sjoerd Hoekstra", Role.GeneralPractitioner, null, null);
    public static readonly DateOnly Today = new(2026, 6, 1);
    public static readonly Moment Now = new(new DateTimeOffset(2026, 6, 1, 10, 0, 0, TimeSpan.Zero), Today);

    private readonly List<Entry> _entries = [];
    private readonly StreamId _stream = StreamId.Person(Guid.NewGuid());

    public PersonRecord Person => new(_stream, _entries);

    /// <summary>Appends a fact that was true on that day (2018, 2018-05 or 2018-05-03; null: undated).</summary>
    public Guid Fact(
        Fact fact,
        string? effective = null,
        Author? by = null,
        Source? source = null,
        DateTimeOffset? recorded = null
    ) =>
        Append(
            new NewFact(fact, effective is null ? null : PartialDate.Parse(effective), Source: source),
            Guid.NewGuid(),
            by,
            recorded
        );

    /// <summary>Does an act and, when it yields facts, appends them as the journal would.</summary>
    public Outcome Do(IAct<PersonRecord> act, Author? by = null)
    {
        var outcome = act.Decide(Person, Now);
        var id = Guid.NewGuid();
        foreach (var fact in (outcome as Outcome.Yielded)?.Facts ?? [])
            Append(fact, id, by);
        return outcome;
    }

    private Guid Append(NewFact fact, Guid act, Author? by, DateTimeOffset? recorded = null)
    {
        var entry = new Entry(
            fact.Id ?? Guid.NewGuid(),
            _stream,
            _entries.Count + 1,
            fact.Fact,
            fact.Effective,
            recorded ?? new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero).AddMinutes(_entries.Count),
            by ?? Nurse,
            fact.Source ?? Source.Mantel,
            act,
            fact.RestsOn ?? []
        );
        _entries.Add(entry);
        return entry.Id;
    }

    /// <summary>Appends a fact that rests on earlier ones.</summary>
    public Guid FactOn(Fact fact, params IReadOnlyList<Guid> restsOn)
    {
        var id = Fact(fact);
        _entries[^1] = _entries[^1] with { RestsOn = restsOn };
        return id;
    }

    /// <summary>Appends a fact of that day, by somebody, that rests on an earlier one.</summary>
    public Guid FactOn(Fact fact, string? effective, Author by, Source source, Guid restsOn)
    {
        var id = Fact(fact, effective, by, source);
        _entries[^1] = _entries[^1] with { RestsOn = [restsOn] };
        return id;
    }

    public Guid Directive(
        TreatmentKind kind,
        Decision decision,
        string? on,
        string? otherwise = null,
        string? explanation = null,
        string? name = null,
        Author? by = null,
        Source? source = null
    ) =>
        Fact(
            new TreatmentDirectiveAgreed(
                new Treatment(kind, name),
                decision,
                otherwise,
                explanation,
                [new Party(PartyKind.Person, "Leida Vos"), new Party(PartyKind.Professional, "Fatima Azouzi")]
            ),
            on,
            by,
            source
        );

    public Guid Declaration(AdvanceDirectiveKind kind, string? on, params IReadOnlyList<DirectiveClause> decides) =>
        Fact(new AdvanceDirectiveRecorded(kind, null, null, null, decides, null, null), on);

    public Guid StrikeOut(params IReadOnlyList<Guid> entries) => Fact(new EntryStruckOut(entries, "Vergissing."));

    public DecisionInForce On(TreatmentKind kind, DateOnly? today = null) => Person.DecisionOn(kind, today ?? Today);
}
