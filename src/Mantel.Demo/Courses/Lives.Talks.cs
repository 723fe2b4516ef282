using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.People;
using Mantel.Demo.Sayings;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Courses;

internal sealed partial class Lives
{
    /// <summary>Conversations about what is to come, or the answer that there is none wanted.</summary>
    private void Talks()
    {
        var ask = _who.Ask("talks");
        _diary.On(
            _course.Declined,
            "14:20",
            story =>
                story
                    .By(_team.Doctor)
                    .WillNotTalkAbout(TalkTopic.Everything, ask.Happens(0.55), OfTheTalk.NotNow(ask.Of("not-now")))
        );
        var isNurseLed = !_who.IsChild && _team.Nurse != _team.Doctor && ask.Happens(0.38);
        _diary.On(_course.Talk, "14:15", story => Talks(story, isNurseLed, "first", isSecond: false));
        _diary.On(_course.SecondTalk, "15:20", story => Talks(story, isNurseLed: false, "second", isSecond: true));
        if (isNurseLed && _course.Talk is { } talk && ask.Happens(_habits.Confirms))
            _diary.On(_course.IfFits(talk - ask.Between(1, 12)), "12:40", Confirms);
    }

    /// <summary>Of what contradicts itself the physician says which holds.</summary>
    private void Confirms(Story story)
    {
        var physician = _team.Doctor.Name;
        story
            .By(_team.Doctor)
            .Does(person => new ConfirmTreatmentDirective(
                person.All<TreatmentDirectiveAgreed>().Last(one => IsOfResuscitation(one.Fact)).Entry.Id,
                physician,
                "Reanimeren geldt zolang de klachten het toelaten; daarna opnieuw bespreken."
            ));
    }

    private static bool IsOfResuscitation(TreatmentDirectiveAgreed agreed) =>
        agreed.Treatment.Kind is TreatmentKind.Resuscitation;

    private void Talks(Story story, bool isNurseLed, string which, bool isSecond)
    {
        var ask = _who.Ask($"talk/{which}");
        var cannot = _who.Disease.Kind is CourseKind.Dementia && ask.Happens(0.6);
        story
            .By(isNurseLed ? _team.Nurse : _team.Doctor)
            .Talks(
                [.. _near.Take(ask.Happens(0.75) || cannot || _who.IsChild ? 1 : 0).Select(near => near.Party)],
                OfTheTalk.Note(ask),
                talk => Answers(talk, ask, cannot, isSecond),
                withoutPerson: cannot || _who.IsChild
            );
    }

    private void Answers(Talk talk, Chance ask, bool cannot, bool isSecond)
    {
        if (cannot)
            talk.CannotDecide("Volgt een vraag niet tot het einde.");
        else if (!_who.IsChild && ask.Happens(0.7))
            talk.CanDecide();
        if (isSecond || ask.Happens(_who.Age >= 75 ? 0.86 : 0.55))
            Limits(talk, ask, isSecond);
        else
            Everything(talk, ask);
        if (_course.AskedWhere && !(isSecond && ask.Happens(0.4)))
            Where(talk, ask);
        if (!_who.IsChild && ask.Happens(0.35))
            talk.Euthanasia(ask.Of("euthanasia").Weighed(Positions));
        if (!isSecond && ask.Happens(0.25))
            talk.Donor(ask.Happens(0.5) ? YesNoUnknown.Yes : YesNoUnknown.Unknown);
    }

    private static void Limits(Talk talk, Chance ask, bool isSecond)
    {
        talk.Goal(isSecond || ask.Happens(0.7) ? TreatmentGoal.SymptomRelief : TreatmentGoal.LifeProlonging)
            .No(TreatmentKind.Resuscitation, OfTheTalk.Why(TreatmentKind.Resuscitation, Decision.Withhold, ask));
        if (isSecond || ask.Happens(0.85))
            talk.No(TreatmentKind.IntensiveCare, OfTheTalk.Why(TreatmentKind.IntensiveCare, Decision.Withhold, ask));
        else
            talk.NotDiscussed(TreatmentKind.IntensiveCare);
        if (ask.Happens(isSecond ? 0.5 : 0.2))
            talk.No(
                TreatmentKind.HospitalAdmission,
                OfTheTalk.Why(TreatmentKind.HospitalAdmission, Decision.Withhold, ask)
            );
        else if (ask.Happens(0.55))
            talk.Only(TreatmentKind.HospitalAdmission, OfTheTalk.Admission(ask));
        else
            talk.Yes(TreatmentKind.HospitalAdmission);
        if (ask.Happens(0.35))
            talk.Only(TreatmentKind.Antibiotics, OfTheTalk.Antibiotics(ask));
        else if (ask.Happens(0.5))
            talk.Yes(TreatmentKind.Antibiotics);
    }

    /// <summary>Everything that can be done; now and then beside a goal that says otherwise.</summary>
    private static void Everything(Talk talk, Chance ask)
    {
        talk.Goal(ask.Happens(0.06) ? TreatmentGoal.SymptomRelief : TreatmentGoal.LifeProlonging)
            .Yes(TreatmentKind.Resuscitation)
            .Yes(TreatmentKind.HospitalAdmission);
        if (ask.Happens(0.5))
            talk.NotKnown(TreatmentKind.IntensiveCare);
    }

    private void Where(Talk talk, Chance ask)
    {
        if (_course.Wish is { } wish)
            talk.DiesAt(wish, OfTheTalk.Where(wish, ask));
        else
            talk.DoesNotKnowWhere();
    }

    private static readonly (EuthanasiaPosition What, double Weight)[] Positions =
    [
        (EuthanasiaPosition.WantsNone, 40),
        (EuthanasiaPosition.NoDeclarationMightRequest, 30),
        (EuthanasiaPosition.HasDeclaration, 12),
        (EuthanasiaPosition.Unknown, 18),
    ];
}
