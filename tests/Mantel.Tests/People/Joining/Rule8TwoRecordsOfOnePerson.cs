using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People.Joining;

/// <summary>Joining two records is reversible, and shows what came from which.</summary>
[Trait("Safety", "8")]
public sealed class Rule8TwoRecordsOfOnePerson
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private readonly TwoRecords _two = new();

    public Rule8TwoRecordsOfOnePerson()
    {
        Registered(_two.One, "Bakker");
        Registered(_two.Other, "Backer");
    }

    [Fact]
    public void Joined_they_are_one_record_whose_entries_know_where_they_came_from()
    {
        _two.Fact(_two.Other, new AllergyRecorded("Penicilline", null));
        _two.Fact(_two.One, new AllergyRecorded("Noten", null));
        _two.Join();

        var record = _two.Open();
        record.Allergies().Select(one => one.Fact.Substance).ShouldBe(["Penicilline", "Noten"]);
        record.Allergies().Select(one => one.Entry.Stream).ShouldBe([_two.Other, _two.One]);
        record.Entries.Select(entry => entry.Version).ShouldBe(Enumerable.Range(1, record.Entries.Count));
        record.Entries.ShouldBe(record.Entries.OrderBy(entry => entry.Recorded));
        _two.Open(_two.Other).Id.ShouldBe(_two.One.Id);
        record.JoinOf(_two.Other.Id)!.Value.Fact.Reason.ShouldBe("Zelfde BSN.");
    }

    [Fact]
    public void Who_the_person_is_the_leading_record_says_also_when_the_other_was_written_later()
    {
        _two.Fact(_two.Other, new NameRecorded(Name("Bäcker")));
        _two.Fact(_two.Other, new NumberRecorded(new PersonNumber(NumberKind.Bsn, "999990007")));
        _two.Fact(_two.One, new NumberRecorded(null));
        _two.Join();

        _two.Open().Name().Family.ShouldBe("Bakker");
        _two.Open().OtherNames().Select(name => name.Family).ShouldBe(["Bäcker", "Backer"]);
        _two.Open().Numbers().ShouldHaveSingleItem().Value.ShouldBe("999990007");
        _two.Open().HasNoNumber().ShouldBeFalse();

        _two.Fact(_two.One, new NumberRecorded(null));
        _two.Open().Numbers().ShouldBeEmpty();
        _two.Open().HasNoNumber().ShouldBeTrue();
    }

    [Fact]
    public void What_was_agreed_later_counts_and_what_cannot_be_ordered_is_shown_as_a_contradiction()
    {
        Agreed(_two.One, TreatmentKind.Resuscitation, Decision.Perform, "2026-01-05");
        Agreed(_two.Other, TreatmentKind.Resuscitation, Decision.Withhold, "2026-04-05");
        Agreed(_two.One, TreatmentKind.Antibiotics, Decision.Perform, "2026-04-05");
        Agreed(_two.Other, TreatmentKind.Antibiotics, Decision.Withhold, "2026-04-05");
        _two.Join();

        _two.Open().DecisionOn(TreatmentKind.Resuscitation, Tell.Today).Word.ShouldBe(Word.Withhold);
        _two.Open().DecisionOn(TreatmentKind.Antibiotics, Tell.Today).IsContradictory.ShouldBeTrue();
    }

    [Theory]
    [InlineData(SharingConsent.Given, SharingConsent.Given, SharingConsent.Given)]
    [InlineData(SharingConsent.Given, SharingConsent.Refused, SharingConsent.Refused)]
    [InlineData(SharingConsent.Refused, SharingConsent.Given, SharingConsent.Refused)]
    [InlineData(SharingConsent.Given, SharingConsent.Unknown, SharingConsent.Unknown)]
    [InlineData(SharingConsent.Given, null, null)]
    [InlineData(null, SharingConsent.Given, null)]
    [InlineData(null, SharingConsent.Refused, SharingConsent.Refused)]
    [InlineData(null, null, null)]
    public void The_stricter_consent_holds_until_the_person_is_asked_again(
        SharingConsent? one,
        SharingConsent? other,
        SharingConsent? joined
    )
    {
        Said(_two.Other, other, "2026-02-01");
        Said(_two.One, one, "2026-03-01");
        _two.Join();
        _two.Open().SharingConsent().ShouldBe(joined);

        Said(_two.One, SharingConsent.Given, "2026-05-20");
        _two.Open().SharingConsent().ShouldBe(SharingConsent.Given);

        _two.Part();
        _two.Open(_two.Other).SharingConsent().ShouldBe(other);
    }

    [Fact]
    public void Whoever_cares_for_the_person_by_either_record_cares_for_all_of_it()
    {
        var nurse = Somebody(Role.Nurse);
        InTeam(_two.Other, nurse, CareRelation.CareTeam);
        var advisor = Somebody(Role.Physician);
        InTeam(_two.Other, advisor, CareRelation.Consultation);
        _two.Join();

        Of(nurse).ShouldBe([Relation.CareTeam]);
        May(AccessAction.ReadPlan, nurse).ShouldBeTrue();
        May(AccessAction.ReadPlan, advisor).ShouldBeTrue();
        Said(_two.One, SharingConsent.Refused, "2026-05-20");
        May(AccessAction.ReadPlan, nurse).ShouldBeTrue();
        May(AccessAction.ReadPlan, advisor).ShouldBeFalse();
    }

    [Fact]
    public void Who_coordinates_the_leading_record_says_and_who_is_in_both_teams_is_named_once()
    {
        var (gp, specialist) = (Somebody(Role.GeneralPractitioner), Somebody(Role.Physician));
        _two.Fact(
            _two.One,
            new CentralCareProfessionalNamed(InTeam(_two.One, gp, CareRelation.CareTeam)),
            "2026-01-01"
        );
        InTeam(_two.Other, gp, CareRelation.CareTeam);
        var member = InTeam(_two.Other, specialist, CareRelation.CareTeam);
        _two.Fact(_two.Other, new CentralCareProfessionalNamed(member), "2026-04-01");
        _two.Join();

        var team = _two.Open().Team(Tell.Today);
        team.Select(one => one.Fact.Account).ShouldBe([gp.Account, specialist.Account]);
        _two.Open().CentralAccount(Tell.Today).ShouldBe(gp.Account);
        _two.Open(_two.One).Only(_two.Other.Id).CentralAccount(Tell.Today).ShouldBe(specialist.Account);
        _two.Fact(_two.One, new CentralCareProfessionalNamed(member), "2026-05-20");
        _two.Open().CentralAccount(Tell.Today).ShouldBe(specialist.Account);
    }

    [Fact]
    public void The_persons_own_side_of_the_following_record_and_its_broken_glass_open_nothing()
    {
        var (son, volunteer) = (Somebody(Role.CloseOne), Somebody(Role.Volunteer));
        var (self, doctor) = (Somebody(Role.Person) with { Person = _two.Other.Id }, Somebody(Role.PhysicianOnDuty));
        Close(_two.Other, son);
        InTeam(_two.Other, volunteer, CareRelation.Shared);
        _two.Fact(_two.Other, new GlassBroken(doctor.Account, "Benauwd", true, Tell.Now.Instant.AddHours(4)));
        Of(son, _two.Other).ShouldBe([Relation.Representative, Relation.CloseOne]);
        Of(self, _two.Other).ShouldBe([Relation.Self]);
        _two.Join();

        foreach (var actor in new[] { son, volunteer, self, doctor })
            Of(actor).ShouldBeEmpty(actor.Role.ToString());
        Close(_two.One, son);
        Of(son).ShouldBe([Relation.Representative, Relation.CloseOne]);
        _two.Part();
        Of(self, _two.Other).ShouldBe([Relation.Self]);
    }

    [Fact]
    public void A_mistake_of_either_record_is_struck_out_and_the_link_itself_is_not()
    {
        var wrong = _two.Fact(_two.Other, new AllergyRecorded("Penicilline", null));
        _two.Join();
        var link = _two.Open().JoinOf(_two.Other.Id)!.Value.Entry.Id;

        _two.Do(new StrikeOutEntry(wrong.Id, "Van een ander.", [], [])).ShouldBeOfType<Outcome.Yielded>();
        _two.Open().Allergies().ShouldBeEmpty();
        _two.Do(new StrikeOutEntry(link, "Weg.", [], [])).ShouldBeOfType<Outcome.Refused>();
        _two.Part();
        _two.Open(_two.Other).Allergies().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_sheet_that_shows_both_is_replaced_on_the_day_they_are_parted()
    {
        var code = SheetCode.Of(new byte[16]);
        Agreed(_two.Other, TreatmentKind.Resuscitation, Decision.Withhold, "2026-04-05");
        _two.Join();
        _two.Fact(_two.One, new PlanSheetPrinted(code));
        _two.Open().StandingOf(code, Tell.Today, Zone)!.IsCurrent.ShouldBeTrue();
        _two.Part();

        _two.Open().StandingOf(code, Tell.Today, Zone)!.ReplacedOn.ShouldBe(new DateOnly(2026, 5, 1));
    }

    [Fact]
    public void Parted_both_are_exactly_as_they_were_and_what_was_written_since_stays_in_the_one_that_led()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var (two, random) = (new TwoRecords(), new Random(seed));
            Tells(two, random, 30, two.One, two.Other);
            var (one, other) = (two.Of(two.One), two.Of(two.Other));
            var (sheet, itsSheet) = (Shown(two.Open(two.One)), Shown(two.Open(two.Other)));
            two.Join();
            Tells(two, random, seed % 9, two.One);
            var since = two.Of(two.One).Skip(one.Count).ToList();
            two.Part();

            two.Of(two.One).Take(one.Count).ShouldBe(one, $"seed {seed}");
            two.Open(two.Other).Entries.Take(other.Count).ShouldBe(other, $"seed {seed}");
            Shown(two.Open(two.Other)).ShouldBe(itsSheet, $"seed {seed}");
            two.Of(two.One).Skip(one.Count).SkipLast(1).ShouldBe(since, $"seed {seed}");
            if (seed % 9 == 0)
                Shown(two.Open(two.One)).ShouldBe(sheet, $"seed {seed}");
        }
    }

    /// <summary>What people are shown, in words that can be compared.</summary>
    private static string Shown(PersonRecord person) =>
        string.Join(
            '\n',
            [
                person.Name().ToString(),
                .. person.Numbers().Select(number => number.ToString()),
                $"{person.SharingConsent()} {person.BirthDate()} {person.Death()}",
                .. person.Allergies().Select(one => one.Fact.ToString()),
                .. person
                    .DecisionsOn(Tell.Today)
                    .Select(one =>
                        $"{one.Treatment} {one.Word} {one.IsContradictory} {one.IsRevived} {one.DiscussedOn}"
                    ),
            ]
        );

    private static void Tells(TwoRecords two, Random random, int times, params StreamId[] streams)
    {
        for (var i = 0; i < times; i++)
        {
            var stream = streams[random.Next(streams.Length)];
            var day = $"2026-0{random.Next(1, 6)}-0{random.Next(1, 4)}";
            var struck = two.Of(stream).Where(entry => Mistakes.CanBeStruckOut(entry.Fact)).ToList();
            Fact fact = random.Next(7) switch
            {
                0 => new NameRecorded(Name($"Bakker{random.Next(3)}")),
                1 => new SharingConsentRecorded((SharingConsent)random.Next(3), null),
                2 => new AllergyRecorded($"Stof {random.Next(3)}", null),
                3 when struck.Count > 0 => new EntryStruckOut([struck[random.Next(struck.Count)].Id], "Vergissing."),
                4 => new NumberRecorded(random.Next(2) == 0 ? null : new(NumberKind.Bsn, "999990007")),
                _ => Directive((TreatmentKind)random.Next(3), (Decision)random.Next(2)),
            };
            two.Fact(stream, fact, day);
        }
    }

    private static TreatmentDirectiveAgreed Directive(TreatmentKind kind, Decision decision) =>
        new(new Treatment(kind, null), decision, null, null, [new Party(PartyKind.Person, "Jan Bakker")]);

    private static PersonName Name(string family) => new("Jan", null, "Jan", null, family, null, null, NameUse.Own);

    private static Actor Somebody(Role role) => new(new Author(Guid.NewGuid(), $"{role}", role, null, null));

    private IReadOnlySet<Relation> Of(Actor actor, StreamId? record = null) =>
        Relations.Of(_two.Open(record), actor, Tell.Now, found: false);

    private bool May(AccessAction what, Actor actor) =>
        Permission.Decide(what, _two.Open(), actor, Tell.Now, found: false).Allowed;

    private void Registered(StreamId stream, string family)
    {
        _two.Fact(stream, new PersonRegistered(Fictitious: true));
        _two.Fact(stream, new NameRecorded(Name(family)));
        _two.Fact(stream, new BirthDateRecorded(new PartialDate(1949, 5, 12)));
    }

    private void Agreed(StreamId stream, TreatmentKind kind, Decision decision, string on) =>
        _two.Fact(stream, Directive(kind, decision), on);

    private void Said(StreamId stream, SharingConsent? consent, string on)
    {
        if (consent is { } said)
            _two.Fact(stream, new SharingConsentRecorded(said, null), on);
    }

    private Guid InTeam(StreamId stream, Actor who, CareRelation relation)
    {
        var member = Guid.NewGuid();
        _two.Fact(
            stream,
            new CareTeamMemberJoined(
                member,
                who.Author.Name,
                Discipline.Other,
                null,
                null,
                null,
                new Reachability(null, null, null),
                who.Account,
                relation
            ),
            "2026-03-01"
        );
        return member;
    }

    private void Close(StreamId stream, Actor who) =>
        _two.Fact(
            stream,
            new RelatedPersonRecorded(
                Guid.NewGuid(),
                Name("Bakker"),
                Relationship.Son,
                null,
                [ContactRole.LegalRepresentative],
                [],
                null,
                null,
                null,
                who.Account
            ),
            "2026-03-01"
        );
}
