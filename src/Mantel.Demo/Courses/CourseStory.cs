using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Folk;
using Mantel.Demo.Networks;
using Mantel.Demo.Sayings;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Courses;

/// <summary>Tells somebody's course as a story of acts, each by who would do it, on its day.</summary>
internal sealed partial class CourseStory
{
    private readonly Course _course;
    private readonly InventedPerson _who;
    private readonly Habits _habits;
    private readonly Team _team;
    private readonly IReadOnlyList<DemoCloseOne> _near;
    private readonly Diary _diary = new();
    private readonly DateOnly _today;

    private CourseStory(InventedPerson who, DateOnly today)
    {
        (_who, _today) = (who, today);
        _course = CourseOf.Draw(who);
        _habits = who.Network.HabitsOn(_course.Marked ?? _course.Registered);
        _team = Team.Of(who);
        _near = Household.Near(who);
    }

    /// <summary>The story of the so-manieth person of a network.</summary>
    public static Story Tell(Network network, int nth, DateOnly today)
    {
        var who = InventedPeople.Of(network, nth, today);
        var life = new CourseStory(who, today);
        var story = new Story(who.Key, today);
        life.Begins();
        life.Moves();
        life.IsIll();
        life.IsNoticed();
        life.IsCaredFor();
        life.Talks();
        life.GoesOn();
        life.Ends();
        life._diary.TellIn(story);
        return story;
    }

    private PartialDate DayOf(int daysAgo) => PartialDate.Of(_today.AddDays(-daysAgo));

    private void Begins()
    {
        var (day, ask) = (_course.Registered, _who.Ask("begins"));
        _diary.On(
            day,
            ask.One(["09:20", "10:10", "11:40", "13:30"]),
            story =>
            {
                story
                    .Registers(
                        _team.Doctor,
                        _who.Name,
                        _who.Born,
                        _who.Number,
                        _who.Gender,
                        _team.AddressOf(_who),
                        _who.SpeaksDutch ? "nl" : _who.Language
                    )
                    .Has(_who.Disease.Name, _who.Disease.Snomed, Since(story, ask));
                if (ask.Happens(0.45) && !_who.IsChild)
                {
                    var (name, snomed) = ask.Of("besides").One(Disease.Besides);
                    story.AlsoHas(name, snomed, story.Days.YearsAgo(ask.Between(2, 12)));
                }
                Assembles(story);
                story.NoAllergies().Around(_near).Tells(BackgroundAspect.LivingSituation, Household.Lives(_who));
                if (ask.Of("household").Happens(0.93))
                    story.Does(new RecordHousehold(_who.LivesAlone, story.Day));
                if (ask.Of("household").Happens(0.92))
                    story.Lives(alone: _who is { LivesAlone: true, LivesInNursingHome: false });
            }
        );
        _diary.On(_course.IfFits(day - ask.Between(1, 6)), "11:15", story => Meets(story, ask));
    }

    /// <summary>The nurse joins, and whoever treats the illness in hospital.</summary>
    private void Assembles(Story story)
    {
        if (_team.Nurse != _team.Doctor)
            story.Joins(_team.Nurse);
        if (_team.Specialist is { } specialist && specialist != _team.Doctor)
            story.Joins(specialist, CareRelation.Referral);
    }

    private void Meets(Story story, SeededChance ask)
    {
        story.By(_team.Nurse).WhatMatters(WhoTheyAre.WhatMatters(_who));
        if (WhoTheyAre.Faith(_who) is { } faith)
            story.Tells(BackgroundAspect.Faith, faith);
        Interprets(story);
        if (Consent is { } consent)
            story.By(_team.Doctor).Answers(consent, null);
    }

    /// <summary>What they said of sharing; null: nobody asked.</summary>
    private SharingConsent? Consent =>
        _who.Ask("consent") is var ask && ask.Happens(0.86) ? ask.Weighed(Consents) : null;

    private static readonly (SharingConsent What, double Weight)[] Consents =
    [
        (SharingConsent.Given, 91),
        (SharingConsent.Refused, 3),
        (SharingConsent.Unknown, 6),
    ];

    /// <summary>Whoever speaks no Dutch needs an interpreter; whether one was arranged is another matter.</summary>
    private void Interprets(Story story)
    {
        if (CourseOf.HasInterpreter(_who, _habits) is not { } arranged)
            return;
        var key = _near[0];
        story.Speaks(
            _who.Language,
            interpreter: true,
            arranged ? "Tolkentelefoon, vooraf besteld." : null,
            arranged ? null : $"{key.Name.Full()}, {key.What}"
        );
    }

    private PartialDate Since(Story story, SeededChance ask)
    {
        var (least, most) = _who.Disease.Years;
        var years = Math.Min(ask.Of("since").Between(least, most), Math.Max(0, _who.Age - 1));
        return years == 0 ? story.Days.MonthsAgo(19 + ask.Of("months").Between(0, 4)) : story.Days.YearsAgo(years + 1);
    }
}
