using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Import;
using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;
using Shouldly;

namespace Mantel.Tests.Fhir;

/// <summary>Imports messages in tests, as the house would: read, plan, append.</summary>
internal static class Imports
{
    public static readonly DateOnly Today = new(2026, 6, 1);

    public static readonly ImportOptions Options = new(
        "GP system",
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"),
        Today
    );

    public static IReadOnlyList<IncomingFile> Samples(params IEnumerable<string> names) =>
        [
            .. names.Select(name => new IncomingFile(
                name,
                System.IO.File.ReadAllBytes(Repository.File($"tests/Mantel.Tests/Fhir/Samples/{name}.json"))
            )),
        ];

    public static IReadOnlyList<IncomingFile> Mien =>
        Samples("shared", "mien-oosterhof", "mien-form-2023", "mien-form-2024");

    public static IReadOnlyList<IncomingFile> Tariq => Samples("tariq-form-2025", "tariq-el-amrani", "shared");

    public static ImportResult Read(params IReadOnlyList<IncomingFile> files) =>
        ImportPeople.Import(PzpSet.Read(files), Options);

    public static ImportedPerson One(params IReadOnlyList<IncomingFile> files)
    {
        var result = Read(files);
        result.People.Count.ShouldBe(1, string.Join('\n', result.Refused.SelectMany(one => one.Issues)));
        return result.People[0];
    }

    /// <summary>The record after importing these sets one after the other.</summary>
    public static PersonRecord Record(params IReadOnlyList<IReadOnlyList<IncomingFile>> sets)
    {
        var keeping = new Keeping();
        foreach (var set in sets)
            keeping.Import(One(set));
        return keeping.Person;
    }

    /// <summary>What an official person's messages give, alone of a set about several.</summary>
    public static ImportedPerson Official(string family) =>
        Read(OfficialExamples.Bundles()).People.Single(person => person.Identity.Name!.Family == family);

    /// <summary>The words in force, as the night page would say them, one line a treatment.</summary>
    public static IReadOnlyList<string> Words(this PersonRecord person) =>
        [
            .. person
                .DecisionsOn(Today)
                .Select(one =>
                    $"{one.Treatment.Kind}{(one.Treatment.Name is { } name ? $" ({name})" : "")}: "
                    + (one.IsContradictory ? "contradictory" : $"{one.Word}")
                    + (one.DiscussedOn is { } day ? $" {day}" : "")
                ),
        ];
}

/// <summary>Keeps what imports yield, in memory, as the journal would.</summary>
internal sealed class Keeping(Author? by = null)
{
    private static readonly Author Importer = new(Guid.Empty, "Import", Role.System, null, null);

    private readonly List<Entry> _entries = [];
    private readonly StreamId _stream = StreamId.Person(new Guid("11111111-2222-3333-4444-555555555555"));
    private int _ids;

    public PersonRecord Person => new(_stream, _entries);
    public Dictionary<Guid, ImportedDocument> Attachments { get; } = [];

    public ImportPlan Import(ImportedPerson person)
    {
        var plan = PlanImport.Plan(Person, person, NewId);
        Append(plan.Facts);
        foreach (var document in plan.Attachments)
            Attachments.Add(document.Key, document);
        return plan;
    }

    public Guid NewId() => new(++_ids, 0, 0, new byte[8]);

    public void Append(params IReadOnlyList<NewFact> facts)
    {
        foreach (var fact in facts)
        {
            _entries.Add(
                new Entry(
                    fact.Id ?? NewId(),
                    _stream,
                    _entries.Count + 1,
                    fact.Fact,
                    fact.Effective,
                    new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero),
                    by ?? Importer,
                    fact.Source ?? Source.Mantel,
                    Guid.Empty,
                    fact.RestsOn ?? []
                )
            );
        }
    }
}
