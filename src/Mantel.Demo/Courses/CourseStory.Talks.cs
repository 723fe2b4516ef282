using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.People;
using Mantel.Demo.Sayings;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Courses;

internal sealed partial class CourseStory
{
    /// <summary>Now and then a conversation is only entered on a form: no plan was read back and established.</summary>
    private const double OnAForm = 0.06;

    /// <summary>Who does not want to talk is mostly asked once more.</summary>
    private const double AskedAgain = 0.85;

    /// <summary>Who lives in a nursing home and wishes to die at home mostly means there.</summary>
    private const double HomeIsHere = 0.7;

    /// <summary>From this age the law asks the child too.</summary>
    private const int HearsAndTakesPart = 12;

    private const string DoesNotFollow = "Volgt een vraag niet tot het einde.";

    private bool _isOnAForm;

    /// <summary>The first conversation was broken off, and nobody has gone on with it.</summary>
    private bool _isLeftOpen;

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
                    .WillNotTalkAbout(
                        TalkTopic.Everything,
                        ask.Happens(0.55),
                        OfTheTalk.NotNow(ask.Of("not-now")),
                        ask.Of("asked-again").Happens(AskedAgain) ? true : null
                    )
        );
        var isNurseLed = !_who.IsChild && _team.Nurse != _team.Doctor && ask.Happens(0.38);
        _isOnAForm = ask.Happens(OnAForm);
        _isLeftOpen = !_isOnAForm && !_course.IsEstablished;
        _diary.On(_course.Talk, "14:15", story => TalksFirst(story, isNurseLed));
        _diary.On(_course.SecondTalk, "15:20", TalksAgain);
        if (isNurseLed && !_isLeftOpen && _course.Talk is { } talk && ask.Happens(_habits.Confirms))
            _diary.On(_course.IfFits(talk - ask.Between(1, 12)), "12:40", Confirms);
    }

    private void TalksFirst(Story story, bool isNurseLed)
    {
        var ask = _who.Ask("talk/first");
        story.By(isNurseLed ? _team.Nurse : _team.Doctor);
        if (!_isOnAForm)
            IsGuided(story, ask, isSecond: false, _course.IsEstablished);
        else
            IsEntered(story, ask);
    }

    private void IsEntered(Story story, SeededChance ask) =>
        story.Talks(
            Close(ask),
            OfTheTalk.Note(ask),
            talk =>
            {
                if (CannotDecide)
                    talk.CannotDecide(DoesNotFollow);
                Answers(talk, ask, false);
            },
            !IsThere
        );

    private void TalksAgain(Story story)
    {
        story.By(_team.Doctor);
        if (_isLeftOpen)
            story.ClosesWhatWasBegun("Het is te lang geleden; opnieuw begonnen.");
        IsGuided(story, _who.Ask("talk/second"), isSecond: true, isReadBack: true);
    }

    private void IsGuided(Story story, SeededChance ask, bool isSecond, bool isReadBack)
    {
        var guided = new Guided();
        Answers(guided, ask, isSecond);
        story.IsGuided(
            Close(ask),
            _who.IsChild ? TalkPartner.Parents
                : CannotDecide ? TalkPartner.Representative
                : TalkPartner.Person,
            _who.Network.IsBelgian ? TalkVariant.Flemish : TalkVariant.Dutch,
            IsThere,
            CannotDecide ? DoesNotFollow : null,
            OfTheTalk.Note(ask.Of("note")),
            guided,
            isReadBack
        );
    }

    /// <summary>Who could not decide at the first conversation cannot at the second.</summary>
    private bool CannotDecide =>
        !_who.IsChild && _who.Disease.Kind is CourseKind.Dementia && _who.Ask("talk/first").Of("capacity").Happens(0.6);

    /// <summary>A child of twelve or older is there with the parents.</summary>
    private bool IsThere => !CannotDecide && !(_who.IsChild && _who.Age < HearsAndTakesPart);

    /// <summary>The closest one, who is there or not; always for somebody who cannot say it themselves.</summary>
    private IReadOnlyList<Party> Close(SeededChance ask) =>
        CannotDecide || _who.IsChild || ask.Of("close").Happens(0.75) ? [_near[0].Party] : [];

    private void Confirms(Story story) =>
        story
            .By(_team.Doctor)
            .ConfirmsAll("Reanimeren geldt zolang de klachten het toelaten; daarna opnieuw bespreken.");

    private void Answers(IAnswering talk, SeededChance ask, bool isSecond)
    {
        if (isSecond || ask.Happens(_who.Age >= 75 ? 0.86 : 0.55))
            Limits(talk, ask, isSecond);
        else
            Everything(talk, ask);
        if (_course.AskedWhere && !(isSecond && ask.Happens(0.4)))
            talk.WouldDieAt(_course.Wish, _course.Wish is { } wish ? OfTheTalk.Where(wish, ask) : null, IsHomeHere);
        if (_who.Age >= 18 && ask.Happens(0.35))
            talk.ThinksOfEuthanasia(ask.Of("euthanasia").Weighed(Positions));
        if (_who.Age >= 18 && !isSecond && ask.Happens(0.25))
            talk.IsDonor(ask.Happens(0.5) ? YesNoUnknown.Yes : YesNoUnknown.Unknown);
    }

    private bool IsHomeHere =>
        _who.LivesInNursingHome && _course.Wish is PlaceOfDeath.Home && _who.Ask("home-is-here").Happens(HomeIsHere);

    private static void Limits(IAnswering talk, SeededChance ask, bool isSecond)
    {
        talk.Aims(isSecond || ask.Happens(0.7) ? TreatmentGoal.SymptomRelief : TreatmentGoal.LifeProlonging);
        Withholds(talk, TreatmentKind.Resuscitation, ask);
        if (isSecond || ask.Happens(0.85))
            Withholds(talk, TreatmentKind.IntensiveCare, ask);
        else
            talk.Agrees(TreatmentKind.IntensiveCare, Decision.NotDiscussed);
        if (ask.Happens(isSecond ? 0.5 : 0.2))
            Withholds(talk, TreatmentKind.HospitalAdmission, ask);
        else if (ask.Happens(0.55))
            talk.Agrees(TreatmentKind.HospitalAdmission, Decision.Otherwise, OfTheTalk.Admission(ask));
        else
            talk.Agrees(TreatmentKind.HospitalAdmission, Decision.Perform);
        if (ask.Happens(0.35))
            talk.Agrees(TreatmentKind.Antibiotics, Decision.Otherwise, OfTheTalk.Antibiotics(ask));
        else if (ask.Happens(0.5))
            talk.Agrees(TreatmentKind.Antibiotics, Decision.Perform);
    }

    private static void Withholds(IAnswering talk, TreatmentKind treatment, SeededChance ask) =>
        talk.Agrees(treatment, Decision.Withhold, why: OfTheTalk.Why(treatment, Decision.Withhold, ask));

    /// <summary>Everything that can be done.</summary>
    private static void Everything(IAnswering talk, SeededChance ask)
    {
        talk.Aims(IsContradictory(talk, ask) ? TreatmentGoal.SymptomRelief : TreatmentGoal.LifeProlonging);
        talk.Agrees(TreatmentKind.Resuscitation, Decision.Perform);
        talk.Agrees(TreatmentKind.HospitalAdmission, Decision.Perform);
        if (ask.Happens(0.5))
            talk.Agrees(TreatmentKind.IntensiveCare, Decision.Unknown);
    }

    /// <summary>A guided conversation does not end in a contradiction; what is entered on a form may.</summary>
    private static bool IsContradictory(IAnswering talk, SeededChance ask) => talk is Talk && ask.Happens(0.5);

    private static readonly (EuthanasiaPosition What, double Weight)[] Positions =
    [
        (EuthanasiaPosition.WantsNone, 40),
        (EuthanasiaPosition.NoDeclarationMightRequest, 30),
        (EuthanasiaPosition.HasDeclaration, 12),
        (EuthanasiaPosition.Unknown, 18),
    ];
}
