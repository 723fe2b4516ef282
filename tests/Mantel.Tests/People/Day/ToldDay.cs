using System.Globalization;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Support;

namespace Mantel.Tests.People.Day;

/// <summary>Tells somebody of <c>data/attention/order-cases.tsv</c> from the few words that stand there.</summary>
internal static class ToldDay
{
    public static readonly Guid Me = Guid.NewGuid();

    private static readonly Party Doctor = new(PartyKind.Professional, "Sjoerd Hoekstra");

    public static PersonRecord Of(string told)
    {
        var tell = new Tell();
        foreach (var line in told.Split(';', StringSplitOptions.TrimEntries))
            Say(tell, line);
        return tell.Person;
    }

    public static string DaysAgo(int days) => Tell.Today.AddDays(-days).ToString("O", CultureInfo.InvariantCulture);

    public static void Say(Tell tell, string line)
    {
        var words = line.Split(' ', 3);
        var on = words
            .Skip(1)
            .Where(word => int.TryParse(word, CultureInfo.InvariantCulture, out _))
            .Select(Day)
            .FirstOrDefault();
        _ = words switch
        {
            ["talk", _] => tell.Fact(new ConversationHeld(Doctor, true, [], null), on),
            ["dying", _] => tell.Fact(new DyingPhaseMarked(Doctor, [MarkingReason.SignsOfDying], null), on),
            ["worse", _, .. var said] => tell.Fact(
                new CourseChanged(CourseChange.Deteriorated, null, said.FirstOrDefault()),
                on
            ),
            ["home", _] => tell.Fact(new CourseChanged(CourseChange.CameHome, null, null), on),
            ["died", _] => tell.Fact(new DeathRecorded(null, null, null, null, null), on),
            ["signal", _, var said] => Signal(tell, said, on!),
            ["urgent", _, var said] => Urgent(tell, said, on!),
            ["says", _, var said] => tell.Fact(new SaysDifferentlyNow(said, null), on),
            ["keeps", var howLong, _] => Keeps(tell, Enum.Parse<KeepingUp>(howLong), on!),
            ["contradiction", var kind, _] => Contradiction(tell, Enum.Parse<TreatmentKind>(kind), on!),
            ["confirm", var kind, _] => tell.Directive(Enum.Parse<TreatmentKind>(kind), Decision.Perform, on),
            ["revived", var kind] => Revived(tell, Enum.Parse<TreatmentKind>(kind)),
            ["stay-code", _] => StayCode(tell, on!),
            ["refusal", _] => tell.Declaration(AdvanceDirectiveKind.TreatmentRefusal, on),
            ["declaration", _] => tell.Declaration(AdvanceDirectiveKind.DoNotResuscitate, on),
            ["to-ask", _] => tell.Fact(new ToAskAboutReceived(AskReason.WordUnclear, "Consent/1", [], null, ["?"]), on),
            ["unable-agreed", _] => Unable(tell, on!),
            ["preparation", _] => Prepared(tell, on!),
            ["unfinished", _] => tell.Fact(
                new TalkOpened(Guid.NewGuid(), TalkVariant.Dutch, TalkPartner.Person, Doctor, true, []),
                on
            ),
            ["agreed-day", _] => AgreedDay(tell, on!),
            ["team", _] => Member(tell, null, on!),
            ["share-with-me", _] => Shared(tell, on!),
            _ => throw new FormatException(string.Join(' ', words)),
        };
    }

    private static string Day(string word) => DaysAgo(-int.Parse(word, CultureInfo.InvariantCulture));

    private static Guid Signal(Tell tell, string said, string on) =>
        tell.Fact(new SignalGiven(Guid.NewGuid(), said, null, null), on);

    private static Guid Urgent(Tell tell, string said, string on)
    {
        var signal = Guid.NewGuid();
        tell.Fact(new SignalGiven(signal, said, null, null), on);
        return tell.Fact(new SignalEscalated(signal, "Vraagt een arts."), on);
    }

    private static Guid Keeps(Tell tell, KeepingUp howLong, string on)
    {
        var close = Guid.NewGuid();
        var name = new PersonName(null, null, "Annie", null, "Postma", null, null, NameUse.Own);
        tell.Fact(new RelatedPersonRecorded(close, name, Relationship.Wife, null, [], [], null, null, null, null));
        return tell.Fact(new KeepingUpTold(close, howLong, null, null), on);
    }

    private static Guid Contradiction(Tell tell, TreatmentKind kind, string on)
    {
        tell.Directive(kind, Decision.Perform, on, by: Tell.Gp);
        return tell.Directive(kind, Decision.Withhold, on, by: Tell.Gp);
    }

    private static Guid Revived(Tell tell, TreatmentKind kind)
    {
        tell.Directive(kind, Decision.Perform, "2026-04-01", by: Tell.Gp);
        return tell.StrikeOut(tell.Directive(kind, Decision.Withhold, "2026-05-01", by: Tell.Gp));
    }

    private static Guid StayCode(Tell tell, string on)
    {
        tell.Fact(new DnrCodeGiven(DnrCode.Dnr1, "AZ Verzonnen", null, null, null, []), on);
        return tell.Fact(new CourseChanged(CourseChange.AdmittedToHospital, null, null), DaysAgo(10));
    }

    private static Guid Unable(Tell tell, string on)
    {
        tell.Fact(new LegalCapacityJudged(false, "Dementie."), "2026-01-01");
        return tell.Directive(TreatmentKind.Antibiotics, Decision.Perform, on, by: Tell.Gp);
    }

    private static Guid Prepared(Tell tell, string on)
    {
        var preparation = Guid.NewGuid();
        tell.Fact(new PreparationInvited(preparation, "", Tell.Now.Instant, "Leida", null), on);
        tell.Fact(new PreparationTold(preparation, "worries", "Of het thuis kan.", "Leida"), on);
        return tell.Fact(new PreparationClosed(preparation), on);
    }

    private static Guid AgreedDay(Tell tell, string on)
    {
        tell.Fact(new ConversationHeld(Doctor, true, [], null), "2026-03-01");
        return tell.Fact(new PlanReviewAgreed(PartialDate.Parse(on), null), "2026-03-01");
    }

    private static Guid Member(Tell tell, Guid? account, string on)
    {
        var member = Guid.NewGuid();
        var reach = new Reachability(null, null, null);
        tell.Fact(
            new CareTeamMemberJoined(
                member,
                "Fatima Azouzi",
                Discipline.Nurse,
                null,
                null,
                null,
                reach,
                account,
                CareRelation.CareTeam
            ),
            on
        );
        return member;
    }

    private static Guid Shared(Tell tell, string on)
    {
        var member = Member(tell, Me, "2026-01-01");
        tell.Fact(new CentralCareProfessionalNamed(member), "2026-01-01");
        return tell.Fact(new PlanShared(member, "Fatima Azouzi", null), on);
    }
}
