using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Tests.AdvanceCarePlanning.Outcomes;

namespace Mantel.Tests.AdvanceCarePlanning.Deciding;

/// <summary>
/// Safety rule 20: who agreed could agree, by the law of the country on that day; asked, never silent.
/// </summary>
[Trait("Safety", "20")]
public sealed class Rule20WhoAgreedCouldAgree
{
    private static readonly PartialDate Day = On("2026-05-20");

    /// <summary>
    /// Country, birth date, capacity (y: judged to have it, n: lost, -: not judged), who took part (p: the person, o: a
    /// parent, k: an adult child, v: a friend), and what does not fit; null: it fits.
    /// </summary>
    public static TheoryData<string?, string, char, string, PartyDoubtKind?> Table =>
        new()
        {
            { "NL", "2015-01-01", '-', "p", PartyDoubtKind.ParentsNotThere },
            { "NL", "2015-01-01", '-', "o", null },
            { "NL", "2015-01-01", '-', "po", null },
            { "NL", "2015-01-01", 'y', "p", PartyDoubtKind.ParentsNotThere },
            { "NL", "2015-01-01", '-', "v", PartyDoubtKind.ParentsNotThere },
            { "NL", "2014-05-20", '-', "p", PartyDoubtKind.ParentsNotThere },
            { "NL", "2014-05-20", '-', "o", PartyDoubtKind.PersonNotThere },
            { "NL", "2014-05-20", '-', "po", null },
            { "NL", "2014-05-20", 'n', "o", null },
            { "NL", "2014-05-20", 'n', "p", PartyDoubtKind.ParentsNotThere },
            { "NL", "2014-05-21", '-', "o", null },
            { "NL", "2010-05-20", '-', "p", null },
            { "NL", "2010-05-20", '-', "o", PartyDoubtKind.PersonNotThere },
            { "NL", "2010-05-20", 'n', "p", PartyDoubtKind.ParentsNotThere },
            { "NL", "2010-05-20", 'n', "o", null },
            { "NL", "1944-03-14", '-', "p", null },
            { "NL", "1944-03-14", '-', "k", PartyDoubtKind.PersonNotThere },
            { "NL", "1944-03-14", '-', "pk", null },
            { "NL", "1944-03-14", '-', "", PartyDoubtKind.PersonNotThere },
            { "NL", "1944-03-14", 'n', "p", PartyDoubtKind.NotCapable },
            { "NL", "1944-03-14", 'n', "", PartyDoubtKind.NotCapable },
            { "NL", "1944-03-14", 'n', "k", null },
            { "NL", "1944-03-14", 'n', "pk", null },
            { "NL", "1944-03-14", 'n', "v", PartyDoubtKind.NoRightToDecide },
            { "NL", "1944-03-14", 'n', "pv", PartyDoubtKind.NoRightToDecide },
            { "BE", "2015-01-01", '-', "p", PartyDoubtKind.DiscernmentNotJudged },
            { "BE", "2015-01-01", '-', "o", null },
            { "BE", "2010-01-01", '-', "p", PartyDoubtKind.DiscernmentNotJudged },
            { "BE", "2010-01-01", 'y', "p", null },
            { "BE", "2010-01-01", 'y', "o", PartyDoubtKind.PersonNotThere },
            { "BE", "2010-01-01", 'n', "p", PartyDoubtKind.ParentsNotThere },
            { "BE", "2010-01-01", 'n', "o", null },
            { "BE", "2008-05-20", '-', "p", null },
            { "BE", "1944-03-14", 'n', "p", PartyDoubtKind.NotCapable },
            { "BE", "1944-03-14", 'n', "k", null },
            { "BE", "1944-03-14", 'n', "v", PartyDoubtKind.NoRightToDecide },
            { null, "2015-01-01", '-', "p", PartyDoubtKind.ParentsNotThere },
            { null, "1944-03-14", 'n', "p", PartyDoubtKind.NotCapable },
            { null, "1944-03-14", '-', "p", null },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_directive_is_held_against_age_capacity_and_representation(
        string? country,
        string born,
        char capacity,
        string who,
        PartyDoubtKind? expected
    )
    {
        var (person, parties) = Around20(country, born, capacity, who);
        ShouldAskAndGoOn(person, Agree(parties), expected);
        person
            .On(TreatmentKind.Resuscitation)
            .InForce.ShouldHaveSingleItem()
            .Doubts.Select(doubt => doubt.Kind)
            .ShouldBe(expected is { } kind ? [kind] : []);
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void A_conversation_is_held_against_it_once_for_all_that_came_of_it(
        string? country,
        string born,
        char capacity,
        string who,
        PartyDoubtKind? expected
    )
    {
        var (person, parties) = Around20(country, born, capacity, who);
        var held = new HoldConversation(
            Guid.NewGuid(),
            Day,
            Fatima,
            who.Contains('p', StringComparison.Ordinal),
            [.. parties.Where(party => party.Kind is PartyKind.RelatedPerson)],
            null,
            [
                new CameOfTalk("resuscitation", Agree(parties)),
                new CameOfTalk("goal", new AgreeTreatmentGoal(TreatmentGoal.SymptomRelief, null, Day)),
            ]
        );
        ShouldAskAndGoOn(person, held, expected);
        var goal = person.Person.Goal().Only!.Value.Entry;
        person.Person.DoubtsAbout(goal).Select(doubt => doubt.Kind).ShouldBe(expected is { } kind ? [kind] : []);
        var onPaper = person.Person.PlanSheetOn(Day.Last).Goals.ShouldHaveSingleItem().Doubts;
        onPaper.Select(doubt => doubt.Kind).ShouldBe(person.Person.DoubtsAbout(goal).Select(doubt => doubt.Kind));
    }

    [Theory]
    [InlineData("NL", "2016-01-01", '-', PartyDoubtKind.NotOpenAtAge)]
    [InlineData("NL", "2013-01-01", '-', PartyDoubtKind.PartiesNotRecorded)]
    [InlineData("NL", "2009-01-01", '-', null)]
    [InlineData("NL", "1944-03-14", 'n', PartyDoubtKind.OnlyThePersonCan)]
    [InlineData("NL", "1944-03-14", '-', null)]
    [InlineData("BE", "2013-01-01", '-', PartyDoubtKind.PartiesNotRecorded)]
    [InlineData("BE", "1944-03-14", 'n', PartyDoubtKind.OnlyThePersonCan)]
    public void A_position_on_euthanasia_is_held_against_it(
        string country,
        string born,
        char capacity,
        PartyDoubtKind? expected
    ) =>
        ShouldAskAndGoOn(
            Around20(country, born, capacity, "").Person,
            new TellEuthanasiaPosition(EuthanasiaPosition.WantsNone, null, Day),
            expected
        );

    [Theory]
    [InlineData("NL", "2016-01-01", '-', AdvanceDirectiveKind.TreatmentRefusal, PartyDoubtKind.NotOpenAtAge)]
    [InlineData("NL", "2010-05-20", '-', AdvanceDirectiveKind.TreatmentRefusal, null)]
    [InlineData("NL", "2013-01-01", '-', AdvanceDirectiveKind.EuthanasiaRequest, PartyDoubtKind.ParentsNotThere)]
    [InlineData("NL", "1944-03-14", 'n', AdvanceDirectiveKind.DoNotResuscitate, PartyDoubtKind.OnlyThePersonCan)]
    [InlineData("NL", "1944-03-14", 'n', AdvanceDirectiveKind.Proxy, PartyDoubtKind.OnlyThePersonCan)]
    [InlineData("NL", "1944-03-14", '-', AdvanceDirectiveKind.Proxy, null)]
    [InlineData(
        "BE",
        "2010-01-01",
        '-',
        AdvanceDirectiveKind.BelgianEuthanasiaDeclaration,
        PartyDoubtKind.NotOpenAtAge
    )]
    [InlineData(
        "BE",
        "2010-01-01",
        '-',
        AdvanceDirectiveKind.BelgianNegativeDeclaration,
        PartyDoubtKind.DiscernmentNotJudged
    )]
    [InlineData("BE", "2010-01-01", 'y', AdvanceDirectiveKind.BelgianNegativeDeclaration, null)]
    [InlineData("BE", "1944-03-14", '-', AdvanceDirectiveKind.BelgianEuthanasiaDeclaration, null)]
    public void A_paper_is_held_against_it(
        string country,
        string born,
        char capacity,
        AdvanceDirectiveKind kind,
        PartyDoubtKind? expected
    ) =>
        ShouldAskAndGoOn(
            Around20(country, born, capacity, "").Person,
            new RecordAdvanceDirective(kind, null, null, null, [], Day, false, null, null),
            expected
        );

    [Fact]
    public void Whoever_goes_first_by_law_is_named()
    {
        var (person, parties) = Around20("NL", "1944-03-14", 'n', "k");
        person.Close("Annie", Relationship.Wife);
        person.Do(Agree(parties)).ShouldRefuse("evenSo", "rule.who-agreed.another-goes-first", broken: true);
    }

    [Fact]
    public void A_paper_without_a_date_of_somebody_who_cannot_decide_is_asked_about()
    {
        var (person, _) = Around20("NL", "1944-03-14", 'n', "");
        person.CannotDecide("2026-04-01");
        person
            .Do(new RecordAdvanceDirective(AdvanceDirectiveKind.LifeWish, null, null, null, [], null, true, null, null))
            .ShouldRefuse("evenSo", "rule.who-agreed.undated-and-lost", broken: true);
    }

    [Fact]
    public void What_was_agreed_before_capacity_was_lost_stays_as_it_was()
    {
        var person = Around.In("NL");
        person.Directive(TreatmentKind.Resuscitation, Decision.Withhold, "2026-05-09", by: Tell.Gp);
        person.CannotDecide("2026-05-10");
        var statement = person.On(TreatmentKind.Resuscitation).InForce.ShouldHaveSingleItem();
        (statement.Doubts.Count, statement.ConfirmedBy).ShouldBe((0, "Sjoerd Hoekstra"));
    }

    [Fact]
    public void What_waits_for_a_physician_counts_neither_what_is_doubted_nor_what_was_signed_and_contradicts()
    {
        var person = Around.In("NL");
        person.Directive(TreatmentKind.Antibiotics, Decision.Perform, "2026-05-09");
        person.CannotDecide("2026-05-10");
        person.Directive(TreatmentKind.HospitalAdmission, Decision.Perform, "2026-05-20");
        person.Directive(TreatmentKind.Resuscitation, Decision.Perform, "2026-05-09", by: Tell.Gp);
        person.Directive(TreatmentKind.IntensiveCare, Decision.Withhold, "2026-05-09", by: Tell.Gp);
        person
            .Person.WaitingForPhysician(Tell.Today)
            .ShouldHaveSingleItem()
            .Treatment.Kind.ShouldBe(TreatmentKind.Antibiotics);
    }

    [Fact]
    public void The_start_list_asks_once_for_another_talk_and_not_for_a_signature()
    {
        var person = Around.In("NL");
        person.CannotDecide("2026-05-10");
        person.Directive(TreatmentKind.Antibiotics, Decision.Perform, "2026-05-22");
        person.Directive(TreatmentKind.HospitalAdmission, Decision.Perform, "2026-05-20");
        var asked = person.Person.Attention(Tell.Today);
        asked.ShouldContain(new Attention(AttentionReason.AskWhoAgreed, On: Day));
        asked.ShouldNotContain(one => one.Reason == AttentionReason.ToConfirm);
    }

    /// <summary>With rule 16: the refusal stands first, both words are shown, and both tasks are there.</summary>
    [Theory]
    [InlineData("v", PartyDoubtKind.NoRightToDecide)]
    [InlineData("p", PartyDoubtKind.NotCapable)]
    [InlineData("k", null)]
    public void A_refusal_on_paper_and_then_others_who_could_not_agree_either_ask_for_both(
        string who,
        PartyDoubtKind? expected
    )
    {
        var person = Around.In("NL");
        person.Declaration(AdvanceDirectiveKind.DoNotResuscitate, "2024-03-01");
        person.CannotDecide("2025-09-01");
        Party[] parties = [.. who.Select(one => PartyOf(person, one)), Fatima];
        var agree = Agree(parties) with { Decision = Decision.Perform, EvenSo = true };
        person.Do(agree, Tell.Gp).ShouldYieldAll();
        var decision = person.On(TreatmentKind.Resuscitation);
        decision.InForce.Select(one => one.Decision).ShouldBe([Decision.Withhold, Decision.Perform]);
        decision.IsContradictory.ShouldBeTrue();
        decision.RefusedInWriting.ShouldBe(decision.InForce[0]);
        decision.InForce[0].Doubts.ShouldBeEmpty();
        decision.InForce[1].Doubts.Select(doubt => doubt.Kind).ShouldBe(expected is { } kind ? [kind] : []);
        var tasks = person.Person.PlanTasksOn(Tell.Today).Select(task => task.Kind).ToList();
        tasks.ShouldContain(PlanTaskKind.ResolveContradiction);
        tasks.Contains(PlanTaskKind.AskWhoAgreed).ShouldBe(expected is not null);
        var reasons = person.Person.Attention(Tell.Today).Select(one => one.Reason).ToList();
        reasons.ShouldContain(AttentionReason.Contradiction);
        reasons.Contains(AttentionReason.AskWhoAgreed).ShouldBe(expected is not null);
        reasons.ShouldNotContain(AttentionReason.ToConfirm);
    }

    [Fact]
    public void What_another_system_sent_is_shown_so_and_asks_to_be_looked_at()
    {
        var person = Around.In("NL");
        person.CannotDecide("2026-05-10");
        person.Directive(
            TreatmentKind.Resuscitation,
            Decision.Perform,
            "2026-05-20",
            source: new Source("Huisarts", [])
        );
        var decision = person.On(TreatmentKind.Resuscitation);
        decision.InForce[0].Doubts.ShouldHaveSingleItem().Kind.ShouldBe(PartyDoubtKind.NotCapable);
        person.Person.PlanTasksOn(Tell.Today).ShouldContain(task => task.Kind == PlanTaskKind.AskWhoAgreed);
        person.Person.PlanSheetOn(Tell.Today).Decisions[0].InForce[0].Doubts.ShouldHaveSingleItem();
    }

    [Fact]
    public void Another_system_that_names_only_professionals_did_not_leave_the_person_out()
    {
        var person = Around.In("NL");
        person.Fact(
            new TreatmentDirectiveAgreed(
                new Treatment(TreatmentKind.Antibiotics),
                Decision.Perform,
                null,
                null,
                [Fatima]
            ),
            "2026-05-20",
            source: new Source("Huisarts", [])
        );
        person.On(TreatmentKind.Antibiotics).InForce[0].Doubts.ShouldBeEmpty();
    }

    [Fact]
    public void A_physician_who_confirms_is_asked_too()
    {
        var person = Around.In("NL");
        person.CannotDecide("2026-05-10");
        var id = person.Directive(TreatmentKind.Resuscitation, Decision.Perform, "2026-05-20");
        var confirm = new ConfirmDirectives([new DirectiveToConfirm(id, null)], "Sjoerd Hoekstra");
        person.Do(confirm).ShouldRefuse("evenSo", "rule.who-agreed.not-capable", broken: true);
        person.Do(confirm with { EvenSo = true }, Tell.Gp).ShouldYield<TreatmentDirectiveConfirmed>();
        person.On(TreatmentKind.Resuscitation).InForce[0].Doubts.ShouldHaveSingleItem();
    }

    [Fact]
    public void Capacity_judged_in_the_same_conversation_counts_for_it()
    {
        var person = Around.In("NL");
        var held = new HoldConversation(
            Guid.NewGuid(),
            Day,
            Fatima,
            true,
            [],
            null,
            [
                new CameOfTalk("resuscitation", Agree([Leida, Fatima])),
                new CameOfTalk("capacity", new JudgeLegalCapacity(Capacity.NotCapable, "Dementie.", Day)),
            ]
        );
        person.Do(held).ShouldRefuse("evenSo", "rule.who-agreed.not-capable", broken: true);
    }

    [Fact]
    public void Not_discussed_and_not_known_agree_nothing()
    {
        var (person, parties) = Around20("NL", "2016-01-01", 'n', "p");
        person.Do(Agree(parties) with { Decision = Decision.NotDiscussed }).ShouldYieldOnly();
        person.Do(Agree(parties) with { Decision = Decision.Unknown }).ShouldYieldOnly();
        person.Do(new TellEuthanasiaPosition(EuthanasiaPosition.NotDiscussed, null, Day)).ShouldYieldOnly();
    }

    [Fact]
    public void Every_age_has_one_rule_for_every_matter_in_both_countries()
    {
        foreach (var country in Enum.GetValues<CareCountry>())
        foreach (var matter in Enum.GetValues<AgreedMatter>().Where(one => one is not AgreedMatter.OtherPaper))
        foreach (var age in Enumerable.Range(0, 110))
            AgeRule
                .Table.Count(rule =>
                    rule.Law.Country == country
                    && rule.Matter == matter
                    && rule.FromAge <= age
                    && !(rule.BelowAge <= age)
                )
                .ShouldBe(1, $"{country} {matter} {age}");
    }

    private static void ShouldAskAndGoOn(Tell person, IAct<PersonRecord> act, PartyDoubtKind? expected)
    {
        if (expected is not { } kind)
        {
            person.Do(act).ShouldYieldAll();
            return;
        }
        var rule = "rule.who-agreed." + Mantel.Web.Platform.Words.Kebab(kind.ToString());
        person.Do(act).ShouldRefuse("evenSo", rule, broken: true);
        person.Do(((IAgreement)act).Knowingly()).ShouldYieldAll();
    }

    private static AgreeTreatmentDirective Agree(IReadOnlyList<Party> parties) =>
        new(TreatmentKind.Resuscitation, null, false, Decision.Perform, null, null, Day, parties);

    private static (Tell Person, IReadOnlyList<Party> Parties) Around20(
        string? country,
        string born,
        char capacity,
        string who
    )
    {
        var person = Around.In(country, born);
        if (capacity is not '-')
            person.Fact(new LegalCapacityJudged(capacity is 'y', "Zo gezien."), "2026-05-10");
        var parties = who.Select(one => PartyOf(person, one)).Append(Fatima).ToList();
        if (parties.Count < 2)
            parties.Add(new Party(PartyKind.Professional, "Sjoerd Hoekstra"));
        return (person, parties);
    }

    private static Party PartyOf(Tell person, char who) =>
        who switch
        {
            'p' => Leida,
            'o' => new Party(PartyKind.RelatedPerson, "Moeder Vos", null, person.Close("Moeder", Relationship.Mother)),
            'k' => new Party(PartyKind.RelatedPerson, "Zoon Vos", null, person.Close("Zoon", Relationship.Son)),
            _ => new Party(
                PartyKind.RelatedPerson,
                "Riet Vos",
                null,
                person.Close("Riet", Relationship.Friend, ContactRole.NamedToSpeak)
            ),
        };
}
