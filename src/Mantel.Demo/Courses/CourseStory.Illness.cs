using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.People;
using Mantel.Demo.Sayings;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Courses;

internal sealed partial class CourseStory
{
    /// <summary>The turns of the illness, before the plan and after it.</summary>
    private void IsIll()
    {
        Turns(_course.FirstTurn, "first");
        Turns(_course.SecondTurn, "second");
    }

    private void Turns(int? day, string which)
    {
        if (day is not { } turn)
            return;
        var ask = _who.Ask($"turns/{which}");
        var words = OfTheIllness.Turn(_who.Disease.Kind, ask);
        var isAdmitted = _who.Disease.Kind is CourseKind.Organs or CourseKind.Child && ask.Happens(0.75);
        var late = ask.Of("late").Happens(0.08) ? _course.IfFits(turn - ask.Of("late").Between(2, 9)) ?? turn : turn;
        _diary.On(
            late,
            isAdmitted ? "16:50" : "11:30",
            story =>
                story
                    .By(_team.Doctor)
                    .Does(
                        new RecordCourseChange(
                            isAdmitted ? CourseChange.AdmittedToHospital : CourseChange.Deteriorated,
                            DayOf(turn),
                            isAdmitted ? _team.Hospital.Name : null,
                            words
                        )
                    )
        );
        if (isAdmitted)
            _diary.On(
                _course.IfFits(late - ask.Between(3, 12)),
                "15:10",
                story => story.By(_team.Doctor).Course(CourseChange.CameHome, null, "Weer thuis, moe en blij.")
            );
    }

    /// <summary>Who joins, what lies at home for the night, what close ones say.</summary>
    private void IsCaredFor()
    {
        var ask = _who.Ask("cared-for");
        var around = _course.Marked ?? _course.Registered;
        if (ask.Happens(_habits.AsksTeam))
            _diary.On(
                _course.IfFits(around - ask.Between(0, 20)),
                "12:10",
                story => story.By(_team.Doctor).Joins(_team.Palliative, CareRelation.Consultation)
            );
        if (_course.Marked is { } marked && !_who.LivesInNursingHome && ask.Happens(_habits.NightCare ? 0.55 : 0.2))
            _diary.On(_course.IfFits(marked - ask.Between(6, 45)), "10:05", LaysReady);
    }

    private void LaysReady(Story story)
    {
        var ask = _who.Ask("medication");
        var (where, request) = (ask.One(Places), ask.Happens(0.85));
        story
            .By(_team.Nurse)
            .MedicationLies("Morfine 10 mg/ml, onder de huid", "benauwdheid en pijn", where, Givers, request);
        if (ask.Happens(0.6))
            story.MedicationLies("Midazolam 5 mg/ml, onder de huid", "onrust en angst", where, Givers, request);
    }

    private const string Givers = "wijkverpleging, huisarts";

    private static readonly IReadOnlyList<string> Places = Text.List(
        "rode tas in de gangkast, koelkast bovenste plank, gele doos in de keuken, nachtkastje links"
    );

    /// <summary>The last days: brought elsewhere or not, the dying phase, death.</summary>
    private void Ends()
    {
        if (_course is not { Death: { } death, DiedAt: { } place })
            return;
        var ask = _who.Ask("ends");
        _diary.On(
            _course.Brought,
            place is PlaceOfDeath.Hospital ? "03:40" : "13:50",
            story => Brings(story, place, ask)
        );
        var late = ask.Happens(0.06) && death > 9 ? ask.Between(2, 7) : 0;
        var time = ask.Happens(0.8) ? $"{ask.Between(0, 23):00}:{ask.Between(0, 59):00}" : null;
        _diary.On(
            death - late,
            late == 0 ? "23:30" : "09:10",
            story =>
                story
                    .By(_team.Doctor)
                    .Does(
                        new RecordDeath(
                            DayOf(death),
                            time,
                            place,
                            NameOf(place),
                            ask.Happens(0.6) ? _near[0].Name.Familiar() : null,
                            ask.Happens(0.7) ? OfTheIllness.Died(ask) : null
                        )
                    )
        );
    }

    private void Brings(Story story, PlaceOfDeath place, SeededChance ask)
    {
        story.By(_team.Doctor);
        if (place is PlaceOfDeath.Hospital)
            story.Course(
                CourseChange.AdmittedToHospital,
                _team.Hospital.Name,
                OfTheIllness.ToHospital(!_habits.NightCare && ask.Happens(0.8), ask)
            );
        else if (place is PlaceOfDeath.Hospice)
            story.Course(CourseChange.AdmittedToHospice, NameOf(place), "Er was een bed.");
        else if (place is PlaceOfDeath.NursingHome)
            story
                .Course(
                    CourseChange.AdmittedToNursingHome,
                    _team.NursingHome.Name,
                    OfTheIllness.ToNursingHome(_habits.AsksCloseOnes < 0.2 && ask.Happens(0.7), ask)
                )
                .MovesTo(Team.RoomIn(_team.NursingHome, _who));
        else
            story.Course(CourseChange.CameHome, null, "Naar huis, zoals gevraagd.");
    }

    private string? NameOf(PlaceOfDeath place) =>
        place switch
        {
            PlaceOfDeath.Hospital => _who.Network.IsBelgian && _course.Wish is PlaceOfDeath.Hospital
                ? $"{_team.Hospital.Name}, palliatieve eenheid"
                : _team.Hospital.Name,
            PlaceOfDeath.Hospice => _team.Hospice?.Name,
            PlaceOfDeath.NursingHome => _team.NursingHome.Name,
            _ => null,
        };
}
