using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Population;
using Mantel.Core.Quality;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Quality;

/// <summary>How each measure counts: its synthetic people, its definition, whom it attributes them to.</summary>
public sealed class MeasuresTests
{
    private static readonly string Folder = Repository.File("data/measures");

    public static TheoryData<string> People =>
        [.. Files().Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Files() =>
        Directory.GetDirectories(Folder).SelectMany(measure => Directory.GetFiles(Path.Combine(measure, "people")));

    [Theory]
    [MemberData(nameof(People))]
    public void A_synthetic_person_counts_as_expected(string file)
    {
        var told = SyntheticPerson.Read(Path.Combine(Folder, file));
        var measure = file.Split(Path.DirectorySeparatorChar)[0];
        var results = MeasureSet.Current.Evaluate(told.Tell().Person, PartialDate.Parse(told.AsOf).First);
        var result = results.FirstOrDefault(one => $"{one.Measure}.{one.Version}" == measure);
        Text(result).ShouldBe(told.Expected, told.Why);
    }

    /// <summary>The other hand reads the law from the same tables, by words of its own.</summary>
    [Fact]
    public async Task Another_hand_counts_every_invented_person_the_same()
    {
        foreach (var group in Files().Select(file => SyntheticPerson.Read(file)).GroupBy(one => one.AsOf))
        {
            var (told, asOf) = (group.Select(one => one.Tell().Person).ToList(), PartialDate.Parse(group.Key).First);
            var why = told.Zip(group).ToDictionary(one => one.First.Id, one => one.Second.Why);
            var (ours, theirs) = (Each(told, asOf), await OtherHand.CountEachAsync(told, asOf));
            foreach (var person in told)
                theirs[person.Id].ShouldBe(ours[person.Id], ignoreOrder: true, why[person.Id]);
        }
    }

    private static ILookup<Guid, string> Each(IReadOnlyList<PersonRecord> people, DateOnly asOf) =>
        people
            .SelectMany(person =>
                MeasureSet
                    .Current.Evaluate(person, asOf)
                    .SelectMany(result => result.Counts())
                    .Select(key => (person.Id, Line: OtherHand.Line(key, 1)))
            )
            .ToLookup(one => one.Id, one => one.Line);

    [Fact]
    public void Every_reason_of_every_definition_has_somebody_whom_it_is_about()
    {
        foreach (var definition in MeasureSet.Current.Definitions)
        {
            var folder = Path.Combine(Folder, $"{definition.Id}.{definition.Version}", "people");
            var said = Directory
                .GetFiles(folder)
                .Select(file => SyntheticPerson.Read(file).Expected.Split(' '))
                .ToList();
            definition
                .Why.Select(reason => reason.Id)
                .Except(said.Where(words => words.Length > 1).Select(words => words[1]))
                .ShouldBeEmpty(definition.ToString());
        }
    }

    [Fact]
    public void Somebody_who_is_neither_marked_nor_dead_has_no_results() =>
        MeasureSet.Current.Evaluate(new Tell().Person, Tell.Today).ShouldBeEmpty();

    [Theory]
    [InlineData("\"source\": \"Own", "\"source\": \"\", \"x\": \"Own", "late-start.1.json: line")]
    [InlineData("\"days\": 15", "\"days\": 0", "late-start.1.json: MarkedBeforeDeath takes no such days")]
    [InlineData("\"days\": 15", "\"days\": null", "late-start.1.json: MarkedBeforeDeath needs days")]
    [InlineData("\"version\": 1", "\"version\": 2", "late-start.1.json: it is about late-start 2")]
    [InlineData("\"status\": \"draft\"", "\"status\": \"fine\"", "fine is no status; use draft or reviewed")]
    [InlineData("\"status\": \"draft\"", "\"status\": \"reviewed\"", "it is reviewed, and no reviewer is named")]
    [InlineData("\"edition\": \"2017; our own 2026-11\"", "\"edition\": \" \"", "late-start.1.json: no edition")]
    [InlineData(
        "\"id\": \"late\", \"standing\": \"Met\"",
        "\"id\": \"late\", \"standing\": \"NotMet\"",
        "what late means"
    )]
    [InlineData("\"id\": \"in-time\"", "\"id\": \"soon\"", "it does not say what in-time means")]
    [InlineData("\"en\": \"the day of death\"", "\"en\": \"\"", "in English")]
    [InlineData("MarkedBeforeDeath", "Guess", "late-start.1.json: line 4 cannot be read")]
    [InlineData("\"better\": \"Lower\"", "\"better\": \"Smaller\"", "cannot be read")]
    [InlineData("\"better\": \"Lower\",", "", "cannot be read")]
    [InlineData("Own words under the EUPL 1.2; no text or form of the source is used", " ", "no rights")]
    [InlineData("{\n", "{{\n", "cannot be read")]
    public void A_definition_with_an_error_is_refused_with_a_sentence(string right, string wrong, string sentence)
    {
        var text = File.ReadAllText(Path.Combine(Folder, "late-start.1.json"));
        MeasureDefinition.Read("late-start.1.json", text).Id.ShouldBe("late-start");
        text = text.Replace("\"source\": \"De Schreye", "\"source\": \"Own De Schreye", StringComparison.Ordinal);
        text.ShouldContain(right);
        var broken = text.Replace(right, wrong, StringComparison.Ordinal);
        Should
            .Throw<FormatException>(() => MeasureDefinition.Read("late-start.1.json", broken))
            .Message.ShouldContain(sentence);
    }

    /// <summary>Which side of a figure is good is said by a source, and guessed by nobody.</summary>
    [Theory]
    [InlineData("Lower", "", false)]
    [InlineData("Higher", " ", false)]
    [InlineData("Neither", null, true)]
    public void A_side_is_called_good_by_a_source_only(string better, string? source, bool isRead)
    {
        var text = File.ReadAllText(Path.Combine(Folder, "late-start.1.json"));
        var definition = System.Text.Json.Nodes.JsonNode.Parse(text)!;
        (definition["direction"]!["better"], definition["direction"]!["source"]) = (better, source);
        Action read = () => MeasureDefinition.Read("late-start.1.json", definition.ToJsonString());
        if (isRead)
            read.ShouldNotThrow();
        else
            read.ShouldThrow<FormatException>().Message.ShouldContain("source of its direction");
    }

    [Fact]
    public void Where_neither_side_is_good_nothing_is_marked_good_or_bad()
    {
        var neither = new MeasureDirection(BetterSide.Neither, "", "", null);
        (neither.IsGood(isHigh: true), neither.IsGood(isHigh: false)).ShouldBe((null, null));
        var lower = neither with { Better = BetterSide.Lower };
        (lower.IsGood(isHigh: true), lower.IsGood(isHigh: false)).ShouldBe((false, true));
        var higher = neither with { Better = BetterSide.Higher };
        (higher.IsGood(isHigh: true), higher.IsGood(isHigh: false)).ShouldBe((true, false));
    }

    [Fact]
    public void A_result_belongs_to_where_the_person_lived_on_the_index_day()
    {
        var tell = Marked();
        Lives(tell, "GM0718", "2025-01-01");
        Lives(tell, "GM0687", "2026-02-01");
        Only(tell).Municipality.ShouldBe("GM0718");
        Lives(tell, "GM0717", "2025-12-31");
        Only(tell).Municipality.ShouldBe("GM0717");
    }

    [Fact]
    public void A_stay_elsewhere_moves_nobody()
    {
        var tell = Marked();
        Lives(tell, "GM0718", "2025-01-01");
        Lives(tell, "GM0687", "2025-12-01", AddressKind.Stay);
        Only(tell).Municipality.ShouldBe("GM0718");
    }

    [Fact]
    public void An_address_that_was_recorded_later_only_is_better_than_none_and_a_name_than_no_code()
    {
        var tell = Marked();
        Only(tell).Municipality.ShouldBe("");
        tell.Fact(
            new AddressRecorded(new(AddressKind.Home, null, null, null, null, "Vlissingen", null, "NL", null)),
            "2026-02-01"
        );
        Only(tell).Municipality.ShouldBe("GM0718");
    }

    [Fact]
    public void Groups_are_those_of_the_index_day_and_not_recorded_is_one()
    {
        var tell = Marked();
        Only(tell)
            .Groups.ShouldBe(
                new PersonGroups(
                    DiagnosisGroup.NotRecorded,
                    AgeBand.NotRecorded,
                    LivingGroup.NotRecorded,
                    LanguageGroup.NotRecorded
                )
            );
        tell.Fact(new DiagnosisRecorded("Hartfalen", "84114007", IsMain: true), "2020");
        tell.Fact(new DiagnosisRecorded("Longkanker", null, IsMain: true), "2026-03-01");
        tell.Fact(new BirthDateRecorded(PartialDate.Parse("1946-01-11")));
        tell.Fact(new HouseholdRecorded(LivesAlone: true), "2025-06-01");
        tell.Fact(new HouseholdRecorded(LivesAlone: false), "2026-02-01");
        tell.Fact(new LanguageRecorded("ary", null, null, null), "2026-02-01");
        Only(tell)
            .Groups.ShouldBe(
                new PersonGroups(
                    DiagnosisGroup.OrganFailure,
                    AgeBand.From65To79,
                    LivingGroup.Alone,
                    LanguageGroup.AnotherLanguage
                )
            );
    }

    [Theory]
    [InlineData("Longkanker, uitgezaaid", null, DiagnosisGroup.Cancer)]
    [InlineData("COPD, GOLD IV", null, DiagnosisGroup.OrganFailure)]
    [InlineData("Ziekte van Alzheimer", "26929004", DiagnosisGroup.FrailtyAndDementia)]
    [InlineData("Ziekte van Parkinson", "49049000", DiagnosisGroup.Neurodegenerative)]
    [InlineData("Iets zeldzaams", null, DiagnosisGroup.Unknown)]
    [InlineData("Goedaardige tumor van de schildklier", null, DiagnosisGroup.Unknown)]
    [InlineData("Niet kwaadaardige hersentumor", null, DiagnosisGroup.Unknown)]
    [InlineData("Hersentumor", null, DiagnosisGroup.Unknown)]
    [InlineData("Kwaadaardige hersentumor", null, DiagnosisGroup.Cancer)]
    [InlineData("Niet-kleincellig longcarcinoom", null, DiagnosisGroup.Cancer)]
    [InlineData("Non-Hodgkinlymfoom", null, DiagnosisGroup.Cancer)]
    [InlineData("Maligne hypertensie", null, DiagnosisGroup.Unknown)]
    [InlineData("Angst voor kanker", null, DiagnosisGroup.Unknown)]
    [InlineData("Verdenking longkanker", null, DiagnosisGroup.Unknown)]
    [InlineData("Geen kanker, wel COPD", null, DiagnosisGroup.OrganFailure)]
    [InlineData("Borstkanker in de familie", null, DiagnosisGroup.Unknown)]
    [InlineData("Kankerfobie", null, DiagnosisGroup.Unknown)]
    [InlineData("Carcinoom in situ", null, DiagnosisGroup.Unknown)]
    [InlineData("Kanker zonder bekende oorsprong", null, DiagnosisGroup.Cancer)]
    [InlineData("Herseninfarct, linkszijdig verlamd", null, DiagnosisGroup.Stroke)]
    [InlineData("CVA", null, DiagnosisGroup.Stroke)]
    [InlineData("Beroerte", "230690007", DiagnosisGroup.Stroke)]
    [InlineData("ALS", null, DiagnosisGroup.Neurodegenerative)]
    [InlineData("Nierfalen, als gevolg van diabetes", null, DiagnosisGroup.OrganFailure)]
    [InlineData("Dementie na een beroerte", null, DiagnosisGroup.Unknown)]
    [InlineData("Dementie bij de ziekte van Alzheimer", null, DiagnosisGroup.FrailtyAndDementia)]
    [InlineData("Kwetsbare huid", null, DiagnosisGroup.Unknown)]
    [InlineData("Goedaardige tumor", "363346000", DiagnosisGroup.Cancer)]
    public void A_diagnosis_falls_in_a_group(string name, string? snomed, DiagnosisGroup group) =>
        DiagnosisGroups.Of(name, snomed).ShouldBe(group);

    [Fact]
    public void The_codes_of_the_groups_are_codes() =>
        DiagnosisGroups.Codes.ShouldAllBe(code => SnomedConcept.IsWellFormed(code));

    [Fact]
    public void A_record_that_follows_another_does_not_count_until_they_are_parted()
    {
        var tell = Marked();
        var other = Guid.NewGuid();
        tell.Fact(new RecordsJoined(other, Leads: false, "Dezelfde."));
        MeasureSet.Current.Evaluate(tell.Person, Tell.Today).ShouldBeEmpty();
        tell.Fact(new RecordsParted(other, "Toch niet."));
        MeasureSet.Current.Evaluate(tell.Person, Tell.Today).Count.ShouldBe(2);
    }

    [Fact]
    public void The_next_day_on_which_something_changes_is_the_day_after_the_term() =>
        MeasureSet
            .DueOn(MeasureSet.Current.Evaluate(Marked().Person, new DateOnly(2026, 1, 20)))
            .ShouldBe(new DateOnly(2026, 2, 10));

    [Fact]
    public void Every_kind_of_fact_that_these_people_tell_is_known_to_change_results()
    {
        var told = Files().SelectMany(file => SyntheticPerson.Read(file).Tell().Person.Entries);
        told.ShouldAllBe(entry => MeasureSet.ChangesWith(entry.Fact));
    }

    private static Tell Marked()
    {
        var tell = new Tell();
        var doctor = new Party(PartyKind.Professional, "Sjoerd Hoekstra");
        tell.Fact(new PalliativePhaseMarked(doctor, [MarkingReason.Diagnosis], null), "2026-01-10");
        return tell;
    }

    private static void Lives(Tell tell, string code, string from, AddressKind kind = AddressKind.Home) =>
        tell.Fact(new AddressRecorded(new(kind, null, null, null, null, null, code, "NL", null)), from);

    private static MeasureResult Only(Tell tell) =>
        MeasureSet.Current.Evaluate(tell.Person, Tell.Today).Single(one => one.Version == 2);

    private static string Text(MeasureResult? result) =>
        result is null
            ? "none"
            : $"{result.Standing} {result.Why} {result.Month?.ToString() ?? "-"}"
                + (result.Days is { } days ? $" after {days}" : "");
}
