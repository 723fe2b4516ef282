using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Support;
using Mantel.Demo.Sayings;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Courses;

internal sealed partial class CourseStory
{
    /// <summary>Who notices, who asks, and who judges that it has begun.</summary>
    private void IsNoticed()
    {
        AsksItself();
        _diary.On(_course.Marked, "11:50", Marks);
        _diary.On(_course.Dying, "10:20", story => story.By(_team.Doctor).MarksDying(null));
        Signals();
        KeepsUp();
    }

    private void AsksItself()
    {
        var ask = _who.Ask("asks-itself");
        _diary.On(
            _course.Asked,
            "11:20",
            story =>
            {
                story.By(_team.Doctor).AsksThemselves(_course.Surprise);
                if (_course.Surprise is SurpriseAnswer.No && ask.Happens(0.4))
                    story.AsksTheSecond(ask.Happens(0.5) ? SurpriseAnswer.Yes : SurpriseAnswer.No);
            }
        );
    }

    /// <summary>By the own doctor; at the last it is often the hospital that sees it.</summary>
    private void Marks(Story story)
    {
        var ask = _who.Ask("marks");
        var byHospital = _course.AtTheLast && _team.Specialist is not null && MayShare && ask.Happens(0.6);
        story.By(byHospital ? _team.Specialist! : _team.Doctor).Marks(null, Reasons(ask));
    }

    private IReadOnlyList<MarkingReason> Reasons(SeededChance ask)
    {
        if (_course.AtTheLast)
            return [ask.Happens(0.5) ? MarkingReason.SignsOfDying : MarkingReason.RepeatedAdmissions];
        var reasons = new List<MarkingReason>();
        if (_course is { Asked: not null, Surprise: SurpriseAnswer.No })
            reasons.Add(MarkingReason.SurpriseQuestion);
        if (_course.FirstTurn is not null)
            reasons.Add(MarkingReason.Deterioration);
        if (_who.Disease.Kind is CourseKind.Cancer && ask.Happens(0.4))
            reasons.Add(MarkingReason.TreatmentStopped);
        if (reasons.Count == 0)
            reasons.Add(ask.Happens(0.5) ? MarkingReason.Diagnosis : MarkingReason.PersonAsks);
        return reasons;
    }

    /// <summary>A volunteer, a nurse or the chaplain notices something; most of it is answered, not all.</summary>
    private void Signals()
    {
        var ask = _who.Ask("signals");
        if (!ask.Happens(0.16))
            return;
        var around = _course.Marked ?? (_course.Registered / 2);
        if (_course.IfFits(around - ask.Between(2, 45)) is not { } day)
            return;
        var (noticed, since, wouldHelp) = OfThoseAround.Signal(ask);
        _diary.On(day, "17:30", story => story.By(_team.Nurse).Signals(noticed, since, wouldHelp));
        if (ask.Happens(0.12))
            _diary.On(day, "17:50", story => story.By(_team.Nurse).EscalatesSignal("Kan niet tot morgen wachten."));
        if (ask.Happens(0.85))
            _diary.On(
                _course.IfFits(day - ask.Between(1, 4)),
                "11:10",
                story => story.By(_team.Doctor).AnswersSignal(OfThoseAround.Done(ask), OfThoseAround.ToSender(ask))
            );
    }

    private void KeepsUp()
    {
        var ask = _who.Ask("keeps-up");
        var carer = _near.FirstOrDefault(near => near.Roles.Contains(ContactRole.InformalCarer));
        if (carer is null || _who.LivesInNursingHome || !ask.Happens(_habits.AsksCloseOnes))
            return;
        var around = _course.Marked ?? _course.Registered;
        var howLong = ask.Weighed(HowLong);
        _diary.On(
            _course.IfFits(around - ask.Between(1, 25)),
            "10:25",
            story => story.By(_team.Nurse).Hears(carer, howLong, OfThoseAround.KeepsUp(howLong, ask))
        );
        if (_course.SecondTurn is not { } turn || !ask.Happens(0.7))
            return;
        var later = ask.Of("later").Weighed(HowLongLater);
        _diary.On(
            _course.IfFits(turn - ask.Between(1, 6)),
            "10:35",
            story => story.By(_team.Nurse).Hears(carer, later, OfThoseAround.KeepsUp(later, ask))
        );
    }

    private static readonly (KeepingUp What, double Weight)[] HowLong =
    [
        (KeepingUp.AsLongAsNeeded, 40),
        (KeepingUp.Months, 24),
        (KeepingUp.Weeks, 18),
        (KeepingUp.Days, 4),
        (KeepingUp.Unknown, 14),
    ];

    private static readonly (KeepingUp What, double Weight)[] HowLongLater =
    [
        (KeepingUp.AsLongAsNeeded, 18),
        (KeepingUp.Months, 14),
        (KeepingUp.Weeks, 36),
        (KeepingUp.Days, 20),
        (KeepingUp.NoLonger, 12),
    ];
}
