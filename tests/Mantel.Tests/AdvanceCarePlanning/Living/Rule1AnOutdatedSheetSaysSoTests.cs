using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Core.AdvanceCarePlanning.TreatmentKind;

namespace Mantel.Tests.AdvanceCarePlanning.Living;

/// <summary>Whether a printed sheet is current, and since when it is not: by anything that it shows.</summary>
[Trait("Safety", "1")]
public sealed class Rule1AnOutdatedSheetSaysSo
{
    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly string Code = SheetCode.Of(new byte[16]);

    /// <summary>Something that becomes known on 20 May, and whether the sheet then reads otherwise.</summary>
    public static TheoryData<string, Fact, string?, bool> Later { get; } =
        new()
        {
            { "the same word again, later", Agreed(Resuscitation, Decision.Withhold), "2026-05-19", true },
            { "another word", Agreed(Resuscitation, Decision.Perform), "2026-05-19", true },
            { "an older word", Agreed(Resuscitation, Decision.Perform), "2026-01-05", false },
            { "another treatment", Agreed(Antibiotics, Decision.Perform), "2026-05-19", true },
            { "says otherwise", new SaysDifferentlyNow("Toch wel", null), "2026-05-19", true },
            { "what matters", new WhatMattersTold("De meidoorn"), "2026-05-19", true },
            { "worse", new CourseChanged(CourseChange.Deteriorated, null, null), "2026-05-19", true },
            { "another name", new NameRecorded(Name("Vos-de Ruyter")), null, true },
            { "medication", new MedicationAtHomeRecorded("Morfine", null, "keukenkast", null, null), null, true },
            { "died", new DeathRecorded(null, null, null, null, null), "2026-05-19", true },
            { "a talk without a new word", new ConversationHeld(null, true, [], null), "2026-05-19", false },
            { "where donated", new DonorRegistrationTold(YesNoUnknown.Yes, null), "2026-05-19", false },
            { "an allergy", new AllergyRecorded("Penicilline", null), null, false },
            { "consent", new SharingConsentRecorded(SharingConsent.Refused, null), "2026-05-19", true },
            { "care wishes", new CareWishesTold("Geen vreemden aan het bed"), "2026-05-19", true },
        };

    [Theory]
    [MemberData(nameof(Later))]
    public void It_is_replaced_on_the_day_from_which_it_would_read_otherwise(
        string what,
        Fact fact,
        string? effective,
        bool replaced
    )
    {
        var wall = Printed();
        wall.Fact(fact, effective, recorded: "2026-05-20");

        wall.Standing().ReplacedOn.ShouldBe(replaced ? new DateOnly(2026, 5, 20) : null, what);
    }

    /// <summary>Kinds of change, and nothing of their content.</summary>
    public static TheoryData<Fact, SheetPart> Kinds { get; } =
        new()
        {
            { Agreed(Antibiotics, Decision.Perform), SheetPart.Decisions },
            { new SaysDifferentlyNow("Toch wel", null), SheetPart.Decisions },
            { new WhatMattersTold("De meidoorn"), SheetPart.Wishes },
            { new CareWishesTold("Geen vreemden aan het bed"), SheetPart.Wishes },
            { new TreatmentGoalAgreed(TreatmentGoal.SymptomRelief, null), SheetPart.Goal },
            { new NameRecorded(Name("Vos-de Ruyter")), SheetPart.Person },
            { new MedicationAtHomeRecorded("Morfine", null, "keukenkast", null, null), SheetPart.Medication },
            { new SharingConsentRecorded(SharingConsent.Refused, null), SheetPart.Consent },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_tells_which_kind_changed(Fact fact, SheetPart kind)
    {
        var wall = Printed();
        wall.Fact(fact, "2026-05-19", recorded: "2026-05-20");

        wall.Standing().Changed.ShouldBe([kind]);
    }

    [Fact]
    public void First_look_case_6_the_end_of_a_long_condition_is_judged_too()
    {
        var (begin, wall) = (new string('a', 300), new Wall());
        TreatmentDirectiveAgreed With(string words) =>
            new(new Treatment(HospitalAdmission), Decision.Otherwise, begin + words, null, []);
        var first = wall.Fact(With(" en altijd terug naar huis"), "2026-02-03", "2026-02-03");
        wall.Fact(new PlanSheetPrinted(Code), "2026-05-01", "2026-05-01");
        wall.Fact(new EntryStruckOut([first], "Anders bedoeld."), null, "2026-05-20");
        wall.Fact(With(" en daar blijven"), "2026-02-03", "2026-05-20");

        wall.Standing().IsCurrent.ShouldBeFalse();
        wall.Standing().Changed.ShouldContain(SheetPart.Decisions);
    }

    [Fact]
    public void First_look_case_6_another_reason_for_the_same_word_is_another_sheet()
    {
        var wall = new Wall();
        var first = wall.Fact(
            new TreatmentDirectiveAgreed(new Treatment(Resuscitation), Decision.Withhold, null, "Te zwak.", []),
            "2026-02-03",
            "2026-02-03"
        );
        wall.Fact(new PlanSheetPrinted(Code), "2026-05-01", "2026-05-01");
        wall.Fact(new EntryStruckOut([first], "Vergissing."), null, "2026-05-20");
        wall.Fact(
            new TreatmentDirectiveAgreed(new Treatment(Resuscitation), Decision.Withhold, null, "Wil het niet.", []),
            "2026-02-03",
            "2026-05-20"
        );

        wall.Standing().Changed.ShouldBe([SheetPart.Decisions]);
    }

    [Fact]
    public void It_is_current_while_it_reads_the_same_and_unknown_under_another_code()
    {
        var wall = Printed();

        wall.Standing().IsCurrent.ShouldBeTrue();
        wall.Person.StandingOf(SheetCode.Of([.. Enumerable.Repeat((byte)1, 16)]), Today, Zone).ShouldBeNull();
    }

    [Fact]
    public void The_day_is_the_day_it_was_written_down_at_the_bedside()
    {
        var wall = Printed();
        wall.Fact(Agreed(Resuscitation, Decision.Perform), "2026-05-02", recorded: "2026-05-20T22:30:00Z");

        wall.Standing().ReplacedOn.ShouldBe(new DateOnly(2026, 5, 21));
    }

    [Fact]
    public void A_confirmation_by_a_physician_replaces_it()
    {
        var wall = Printed();
        wall.Fact(new TreatmentDirectiveConfirmed(wall.Directive, "Sjoerd Hoekstra"), "2026-05-20", "2026-05-20");

        wall.Standing().ReplacedOn.ShouldBe(new DateOnly(2026, 5, 20));
    }

    [Fact]
    public void A_mistake_that_was_struck_out_makes_it_current_again()
    {
        var wall = Printed();
        var mistake = wall.Fact(Agreed(Resuscitation, Decision.Perform), "2026-05-19", "2026-05-20");
        wall.Standing().IsCurrent.ShouldBeFalse();
        wall.Fact(new EntryStruckOut([mistake], "Vergissing."), null, "2026-05-21");
        var sheet = wall.Person.PlanSheetOn(Today).Decisions[0];

        sheet.IsRevived.ShouldBeTrue();
        wall.Standing().ReplacedOn.ShouldBe(new DateOnly(2026, 5, 20), "it now reads *herleefd*");
    }

    [Fact]
    public void The_day_is_that_of_the_last_time_it_stopped_reading_the_same()
    {
        var wall = Printed();
        var said = wall.Fact(new SaysDifferentlyNow("Toch wel", null), "2026-05-10", "2026-05-10");
        wall.Fact(new TalkedThrough(said, "Het blijft zo."), "2026-05-11", "2026-05-11");
        wall.Standing().IsCurrent.ShouldBeTrue();

        wall.Fact(Agreed(Antibiotics, Decision.Perform), "2026-05-19", "2026-05-20");
        wall.Fact(Agreed(BloodProducts, Decision.Perform), "2026-05-19", "2026-05-25");
        wall.Standing().ReplacedOn.ShouldBe(new DateOnly(2026, 5, 20));
    }

    [Fact]
    public void What_it_shows_of_somebody_who_was_struck_out_replaces_it()
    {
        var wall = Printed();
        wall.Fact(new EntryStruckOut([wall.Directive], "Verkeerde regel."), null, "2026-05-20");

        wall.Standing().ReplacedOn.ShouldBe(new DateOnly(2026, 5, 20));
    }

    [Fact]
    public void What_was_withdrawn_since_may_be_on_it_so_it_is_replaced()
    {
        var wall = Printed();
        wall.Destroy(wall.Directive);
        wall.Fact(new WrongPersonNoticed([wall.Directive], "Ander mens."), null, "2026-05-20");

        wall.Standing().ReplacedOn.ShouldBe(new DateOnly(2026, 5, 20));
    }

    [Fact]
    public void A_stay_that_is_over_replaces_it_by_itself_on_that_day()
    {
        var wall = new Wall();
        wall.Fact(
            new DnrCodeGiven(DnrCode.Dnr1, "AZ Verzonnen", null, PartialDate.Parse("2026-05-10"), null, []),
            "2026-04-20",
            "2026-04-20"
        );
        wall.Fact(new PlanSheetPrinted(Code), "2026-05-01", "2026-05-01");
        wall.Fact(new AllergyRecorded("Penicilline", null), null, "2026-05-20");

        wall.Standing(new DateOnly(2026, 5, 10)).IsCurrent.ShouldBeTrue();
        wall.Standing().ReplacedOn.ShouldBe(new DateOnly(2026, 5, 11));
    }

    [Fact]
    public void A_term_that_passes_replaces_it_by_itself_on_that_day()
    {
        var wall = Printed();

        wall.Person.StandingOf(Code, Today, Zone, termMonths: 3)!.ReplacedOn.ShouldBe(new DateOnly(2026, 5, 4));
        wall.Person.StandingOf(Code, Today, Zone, termMonths: 6)!.IsCurrent.ShouldBeTrue();
    }

    [Fact]
    public void A_print_that_was_struck_out_is_no_longer_known()
    {
        var wall = Printed();
        wall.Fact(new EntryStruckOut([wall.Print], "Misdruk."), null, "2026-05-02");

        wall.Person.StandingOf(Code, Today, Zone).ShouldBeNull();
        wall.Person.LastSheet(Today, Zone).ShouldBeNull();
    }

    [Fact]
    public void A_record_that_is_joined_replaces_it_when_the_other_says_more()
    {
        var wall = Printed();
        var other = StreamId.Person(Guid.NewGuid());
        wall.Fact(Agreed(Antibiotics, Decision.Withhold), "2026-03-01", "2026-03-01", other);
        wall.Fact(new RecordsJoined(other.Id, true, "Dezelfde."), null, "2026-05-20");
        wall.Standing().ReplacedOn.ShouldBe(new DateOnly(2026, 5, 20), "the other record was not part of it");

        var joined = new Wall();
        joined.Fact(Agreed(Antibiotics, Decision.Withhold), "2026-03-01", "2026-03-01", other);
        joined.Fact(new RecordsJoined(other.Id, true, "Dezelfde."), null, "2026-04-01");
        joined.Fact(new PlanSheetPrinted(Code), "2026-05-01", "2026-05-01");
        joined.Standing().IsCurrent.ShouldBeTrue();
    }

    [Fact]
    public void As_printed_it_reads_as_it_did_then()
    {
        var wall = Printed();
        wall.Fact(Agreed(Resuscitation, Decision.Perform), "2026-05-19", "2026-05-20");
        var standing = wall.Standing();

        var printed = wall.Person.AsPrinted(standing.Printed, Zone);

        printed.Decisions[0].InForce.ShouldHaveSingleItem().Decision.ShouldBe(Decision.Withhold);
    }

    [Fact]
    public void Whatever_happens_the_answer_agrees_with_what_the_sheet_would_read()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var chance = new Random(seed);
            var wall = Printed();
            for (var day = 2; day < 25; day += chance.Next(1, 6))
            {
                var facts = Later.Select(row => ((Fact)row[1], (string?)row[2])).ToArray();
                var (fact, effective) = facts[chance.Next(facts.Length)];
                wall.Fact(fact, effective, $"2026-05-{day:00}");
            }
            var standing = wall.Standing();
            var reads = wall.Person.PlanSheetOn(Today).ReadsAs(wall.Person.AsPrinted(standing.Printed, Zone));
            standing.IsCurrent.ShouldBe(reads, $"seed {seed}");
        }
    }

    /// <summary>Not to be resuscitated since 3 February, printed on 1 May.</summary>
    private static Wall Printed()
    {
        var wall = new Wall();
        wall.Directive = wall.Fact(Agreed(Resuscitation, Decision.Withhold), "2026-02-03", "2026-02-03");
        wall.Print = wall.Fact(new PlanSheetPrinted(Code), "2026-05-01", "2026-05-01");
        return wall;
    }

    private static TreatmentDirectiveAgreed Agreed(TreatmentKind kind, Decision decision) =>
        new(new Treatment(kind), decision, null, null, []);

    private static PersonName Name(string family) => new("Leida", null, null, null, family, null, null, NameUse.Own);

    /// <summary>A record of which every entry has its own day of recording.</summary>
    private sealed class Wall
    {
        private readonly List<Entry> _entries = [];
        private readonly StreamId _stream = StreamId.Person(Guid.NewGuid());

        public Wall() => Fact(new NameRecorded(Name("Vos")), null, "2026-01-01");

        public PersonRecord Person => new(_stream, _entries);
        public Guid Directive { get; set; }
        public Guid Print { get; set; }

        public SheetStanding Standing(DateOnly? today = null) =>
            Person.StandingOf(Code, today ?? Today, Zone).ShouldNotBeNull();

        public Guid Fact(Fact fact, string? effective, string recorded, StreamId? stream = null)
        {
            var entry = new Entry(
                Guid.NewGuid(),
                stream ?? _stream,
                _entries.Count + 1,
                fact,
                effective is null ? null : PartialDate.Parse(effective),
                DateTimeOffset.Parse(recorded.Length == 10 ? recorded + "T10:00:00Z" : recorded, null),
                Tell.Nurse,
                Source.Mantel,
                Guid.NewGuid(),
                []
            );
            _entries.Add(entry);
            return entry.Id;
        }

        /// <summary>As storage does with a payload that was withdrawn.</summary>
        public void Destroy(Guid id)
        {
            var at = _entries.FindIndex(entry => entry.Id == id);
            _entries[at] = _entries[at] with { Fact = new EntryWithdrawn() };
        }
    }
}
