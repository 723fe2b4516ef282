using System.Text.Json;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Tests.Quality;

/// <summary>
/// Somebody who was invented for a measure: what was told, how they must count, and why, in lines that a nurse can
/// read. One file each under <c>data/measures</c>.
/// </summary>
internal sealed record SyntheticPerson(string Why, string AsOf, IReadOnlyList<string> Told, string Expected)
{
    private static readonly Source Elsewhere = new("Een ander systeem", []);
    private static readonly Party Doctor = new(
        PartyKind.Professional,
        "Sjoerd Hoekstra",
        null,
        null,
        Discipline.GeneralPractitioner
    );

    public static SyntheticPerson Read(string file) =>
        JsonSerializer.Deserialize<SyntheticPerson>(File.ReadAllText(file), FactCodec.Json)!;

    public Tell Tell()
    {
        var tell = new Tell();
        var last = Guid.Empty;
        var (marking, directive) = (Guid.Empty, Guid.Empty);
        foreach (var line in Told)
        {
            last = line == "strike out the last" ? tell.StrikeOut(last) : Say(tell, line, marking, directive);
            directive = IsOfADirective(line) ? last : directive;
            marking = line.Contains(" marked", StringComparison.Ordinal) ? last : marking;
        }
        return tell;
    }

    private static bool IsOfADirective(string line) =>
        line.Contains(" agreed ", StringComparison.Ordinal)
        || (
            line.Contains(" resuscitation ", StringComparison.Ordinal)
            && !line.EndsWith("ended", StringComparison.Ordinal)
        );

    private static Guid Say(Tell tell, string line, Guid marking, Guid directive)
    {
        var (on, what) = line.Split(' ', 2) is [var day, var rest] ? (day, rest) : throw new FormatException(line);
        return what switch
        {
            "marked" => tell.Fact(new PalliativePhaseMarked(Doctor, [MarkingReason.Diagnosis], null), on),
            "marked dying" => tell.Fact(new DyingPhaseMarked(Doctor, [MarkingReason.SignsOfDying], null), on),
            "revised" => tell.Fact(new MarkingRevised(marking, Doctor, "Knapte op."), on),
            "plan" => tell.Fact(new PlanEstablished(Guid.NewGuid(), [Doctor], []), on),
            "plan elsewhere" => PlanElsewhere(tell, on),
            "talk elsewhere" => tell.Fact(new ConversationHeld(null, null, [], null), on, source: Elsewhere),
            "agreed with the person" => Agreed(tell, on, Mantel.Tests.Tell.Gp, Source.Mantel, isWithAWord: true),
            "talk entered" => Agreed(tell, on, Mantel.Tests.Tell.Gp, Source.Mantel, isWithAWord: false),
            "agreed elsewhere" => Agreed(tell, on, Importer, Elsewhere, isWithAWord: true),
            "confirmed" => tell.Fact(new TreatmentDirectiveConfirmed(directive, Doctor.Name), on),
            "resuscitation ended" => tell.Fact(new TreatmentDirectiveEnded(directive, null), on),
            "cannot decide" => tell.Fact(new LegalCapacityJudged(false, "Verward."), on),
            "can decide" => tell.Fact(new LegalCapacityJudged(true, "Weegt het zelf."), on),
            "deteriorated" => tell.Fact(new CourseChanged(CourseChange.Deteriorated, null, null), on),
            "to hospital" => tell.Fact(new CourseChanged(CourseChange.AdmittedToHospital, null, null), on),
            "came home" => tell.Fact(new CourseChanged(CourseChange.CameHome, null, null), on),
            "wish home here" => tell.Fact(
                new PreferredPlaceOfDeathTold(Answer.Given, PlaceOfDeath.Home, null, HomeIsHere: true),
                on
            ),
            "declined asked again" => tell.Fact(
                new TalkDeclined(TalkTopic.Everything, OnlyNow: false, null, AskedMoreThanOnce: true),
                on
            ),
            "declined" => tell.Fact(new TalkDeclined(TalkTopic.Everything, OnlyNow: false, null), on),
            "declined for now" => tell.Fact(new TalkDeclined(TalkTopic.Everything, OnlyNow: true, null), on),
            "declined place of death" => tell.Fact(new TalkDeclined(TalkTopic.PlaceOfDeath, OnlyNow: false, null), on),
            "wish unknown" => tell.Fact(new PreferredPlaceOfDeathTold(Answer.Unknown, null, null), on),
            "wish not discussed" => tell.Fact(new PreferredPlaceOfDeathTold(Answer.NotDiscussed, null, null), on),
            "died" => tell.Fact(new DeathRecorded(null, null, null, null, null), on),
            _ => SayWhere(tell, on, what.Split(' ')),
        };
    }

    private static Guid SayWhere(Tell tell, string on, string[] words) =>
        words switch
        {
            ["goal", var goal] => tell.Fact(new TreatmentGoalAgreed(Enum.Parse<TreatmentGoal>(goal), null), on),
            ["born"] => tell.Fact(new BirthDateRecorded(PartialDate.Parse(on))),
            ["lives", "in", var country] => tell.Fact(
                new AddressRecorded(new(AddressKind.Home, null, null, null, null, null, null, country, null)),
                on
            ),
            ["close", var who] => Close(tell, on, who, []),
            ["close", var who, "as", var role] => Close(tell, on, who, [Enum.Parse<ContactRole>(role)]),
            ["paper", "names", var who] => tell.Fact(
                new AdvanceDirectiveRecorded(AdvanceDirectiveKind.Proxy, null, null, CloseOne(who), [], null, null),
                on
            ),
            [var who, "left"] => tell.Fact(new RelatedPersonLeft(IdOf(who), null), on),
            ["resuscitation", var word, "with", .. var parties] => tell.Fact(
                new TreatmentDirectiveAgreed(
                    new Treatment(TreatmentKind.Resuscitation),
                    Enum.Parse<Decision>(word),
                    null,
                    null,
                    [.. parties.Select(who => who == "Person" ? Self : CloseOne(who)), Doctor]
                ),
                on,
                Mantel.Tests.Tell.Gp
            ),
            ["resuscitation", var word, .. var how] => Resuscitation(tell, on, Enum.Parse<Decision>(word), how[^1]),
            ["wish", var place] => tell.Fact(
                new PreferredPlaceOfDeathTold(Answer.Given, Enum.Parse<PlaceOfDeath>(place), null),
                on
            ),
            ["died", var place] => tell.Fact(
                new DeathRecorded(Enum.Parse<PlaceOfDeath>(place), null, null, null, null),
                on
            ),
            _ => throw new FormatException(string.Join(' ', words)),
        };

    private static readonly Author Importer = new(Guid.NewGuid(), "Mantel", Role.System, null, null);
    private static readonly Party Self = new(PartyKind.Person, "Leida Vos");

    private static Guid Close(Tell tell, string on, string who, IReadOnlyList<ContactRole> roles) =>
        tell.Fact(
            new RelatedPersonRecorded(
                IdOf(who),
                new PersonName(null, null, who, null, "Vos", null, null, NameUse.Own),
                Enum.Parse<Relationship>(who),
                null,
                roles,
                [],
                null,
                null,
                null,
                null
            ),
            on
        );

    private static Party CloseOne(string who) => new(PartyKind.RelatedPerson, $"{who} Vos", null, IdOf(who));

    /// <summary>One of each in a circle is enough.</summary>
    private static Guid IdOf(string who) => new($"00000000-0000-0000-0000-{(int)Enum.Parse<Relationship>(who):D12}");

    private static Guid Resuscitation(Tell tell, string on, Decision decision, string how) =>
        tell.Fact(
            new TreatmentDirectiveAgreed(
                new Treatment(TreatmentKind.Resuscitation),
                decision,
                null,
                null,
                how == "professionals" ? [Doctor, new Party(PartyKind.Professional, "Fatima Azouzi")] : [Self, Doctor]
            ),
            on,
            how == "nurse" ? Mantel.Tests.Tell.Nurse : Mantel.Tests.Tell.Gp
        );

    /// <summary>A goal and resuscitation; that the person was there is told of the talk, or of the decision.</summary>
    private static Guid Agreed(Tell tell, string on, Author by, Source source, bool isWithAWord)
    {
        var talk = tell.Fact(new ConversationHeld(Doctor, true, [Self], null), on, by, source);
        tell.Fact(new TreatmentGoalAgreed(TreatmentGoal.SymptomRelief, null), on, by, source);
        var decision = new TreatmentDirectiveAgreed(
            new Treatment(TreatmentKind.Resuscitation),
            Decision.Withhold,
            null,
            null,
            isWithAWord ? [Self, Doctor] : []
        );
        return tell.FactOn(decision, on, by, source, talk);
    }

    private static Guid PlanElsewhere(Tell tell, string on)
    {
        var talk = tell.Fact(new ConversationHeld(null, null, [], null), on, source: Elsewhere);
        tell.FactOn(new TreatmentGoalAgreed(TreatmentGoal.SymptomRelief, null), talk);
        return talk;
    }
}
