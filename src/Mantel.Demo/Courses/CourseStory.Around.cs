using System.Buffers.Binary;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Sayings;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Courses;

internal sealed partial class CourseStory
{
    /// <summary>What goes on around somebody, and what is put right.</summary>
    private void GoesOn()
    {
        Company();
        PlanLives();
        SaysOtherwise();
        IsMistaken();
    }

    private bool MayShare => Consent is not SharingConsent.Refused;

    private void Company()
    {
        var ask = _who.Ask("company");
        var around = _course.Marked ?? _course.Registered;
        if (MayShare && ask.Of("volunteer").Happens(_habits.HasVolunteer))
            Volunteers(_course.IfFits(around - ask.Between(3, 30)), ask.Of("sits"));
        if (_team.Chaplain is { } chaplain && ask.Of("chaplain").Happens(0.09))
            _diary.On(
                _course.IfFits(around - ask.Between(3, 40)),
                "13:40",
                story => story.By(_team.Doctor).Joins(chaplain)
            );
    }

    /// <summary>A volunteer sits with them, and now and then notices what nobody else saw.</summary>
    private void Volunteers(int? day, SeededChance ask)
    {
        _diary.On(day, "13:20", story => story.By(_team.Doctor).Joins(_team.Volunteer, CareRelation.Shared));
        if (
            day is not { } joined
            || !ask.Happens(0.35)
            || _course.IfFits(joined - ask.Between(4, 25)) is not { } noticed
        )
            return;
        var (seen, since, wouldHelp) = OfThoseAround.Signal(ask);
        _diary.On(noticed, "20:40", story => story.By(_team.Volunteer).Signals(seen, since, wouldHelp));
        if (ask.Happens(0.8))
            _diary.On(
                _course.IfFits(noticed - ask.Between(1, 3)),
                "09:50",
                story => story.By(_team.Nurse).AnswersSignal(OfThoseAround.Done(ask), OfThoseAround.ToSender(ask))
            );
    }

    /// <summary>A plan that was established is looked at again, shared, and hung in the kitchen.</summary>
    private void PlanLives()
    {
        if (_course is not { Talk: { } talk, IsEstablished: true } || _isOnAForm)
            return;
        var ask = _who.Ask("plan-lives");
        if (ask.Of("review").Happens(0.4))
            _diary.On(
                _course.IfFits(talk - 1),
                "09:10",
                story =>
                    story
                        .By(_team.Doctor)
                        .Does(new AgreePlanReview(DayOf(talk - ask.Between(60, 190)), null, story.Day))
            );
        if (_team.Nurse != _team.Doctor && MayShare && ask.Of("share").Happens(0.3))
            Shares(talk, ask);
        if (ask.Of("sheet").Happens(0.25))
            _diary.On(
                _course.IfFits(talk - 3),
                "10:40",
                story => story.By(_team.Doctor).Does(new PrintPlanSheet(Sheet(ask)))
            );
    }

    private void Shares(int talk, SeededChance ask)
    {
        var nurse = _team.Nurse;
        var shared = _course.IfFits(talk - 2);
        _diary.On(shared, "09:30", story => story.By(_team.Doctor).Shares(nurse));
        if (shared is { } day && ask.Of("read").Happens(0.8))
            _diary.On(_course.IfFits(day - ask.Between(1, 5)), "08:20", story => story.By(nurse).ReadsWhatWasShared());
    }

    private static string Sheet(SeededChance ask)
    {
        Span<byte> bytes = stackalloc byte[SheetCode.Bytes];
        var code = ask.Of("code");
        BinaryPrimitives.WriteDoubleBigEndian(bytes, code.Share());
        BinaryPrimitives.WriteDoubleBigEndian(bytes[8..], code.Share());
        return SheetCode.Of(bytes);
    }

    private void SaysOtherwise()
    {
        if (_course is not { Talk: { } talk, IsEstablished: true })
            return;
        var ask = _who.Ask("says-otherwise");
        var left = talk - (_course.Death ?? 0);
        if (left < 14 || !ask.Happens(0.05) || _course.IfFits(talk - ask.Between(8, left - 2)) is not { } day)
            return;
        _diary.On(day, "21:50", story => story.By(_team.Nurse).SaysNow(OfTheDay.Differently(ask)));
        if (ask.Happens(0.8))
            _diary.On(
                _course.IfFits(day - ask.Between(1, 3)),
                "12:20",
                story => story.By(_team.Doctor).TalksThrough(OfTheDay.Through(ask))
            );
    }

    /// <summary>Something that does not belong here is written down, and struck out when somebody sees it.</summary>
    private void IsMistaken()
    {
        var ask = _who.Ask("mistaken");
        if (!ask.Happens(0.03) || _course.IfFits(_course.Registered - ask.Between(8, 20)) is not { } day)
            return;
        const string Wrong = "Epilepsie";
        _diary.On(day, "16:40", story => story.By(_team.Doctor).AlsoHas(Wrong, "84757009", DayOf(day)));
        _diary.On(
            _course.IfFits(day - ask.Between(1, 6)),
            "08:40",
            story =>
                story
                    .By(_team.Doctor)
                    .StrikesOut<DiagnosisRecorded>(diagnosis => diagnosis.Name == Wrong, OfTheDay.Mistake(ask))
        );
    }
}
