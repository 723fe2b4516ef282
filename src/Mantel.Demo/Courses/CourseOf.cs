using Mantel.Core.Identification;
using Mantel.Core.People;
using Mantel.Demo.Folk;
using Mantel.Demo.Networks;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Courses;

/// <summary>Draws a course: from the illness, the habits of the network, and chance.</summary>
internal static class CourseOf
{
    /// <summary>Marked later than this, one has a late start: fewer than 15 days before death.</summary>
    private const int LateStart = 14;

    /// <summary>Of those who live and are known here, who are not marked yet.</summary>
    private const double NotYetMarked = 0.1;

    public static Course Draw(InventedPerson somebody)
    {
        var course = Frame(somebody);
        var habits = somebody.Network.HabitsOn(course.Marked ?? course.Registered);
        course = BeforeMarking(course, habits);
        course = Talking(course, habits);
        course = Turning(course);
        return Ending(course, habits);
    }

    private static Course Frame(InventedPerson somebody)
    {
        var marked = somebody.Ask("marked").Between(2, Course.Longest - 8);
        var habits = somebody.Network.HabitsOn(marked);
        var (never, before) = (somebody.Ask("never-marked"), somebody.Ask("registered"));
        if (never.Happens(habits.NeverMarked + NotYetMarked))
        {
            var died = never.Happens(habits.NeverMarked / (habits.NeverMarked + NotYetMarked));
            return new Course
            {
                Somebody = somebody,
                Registered = Math.Min(Course.Longest, (died ? marked : 0) + before.Between(25, 300)),
                Death = died ? Math.Min(marked, Course.Longest - 20) : null,
            };
        }
        var atTheLast = !somebody.IsChild && somebody.Ask("at-the-last").Happens(habits.AtTheLast);
        var death = marked - (atTheLast ? somebody.Ask("lead").Between(1, LateStart) : Lead(somebody, habits));
        return new Course
        {
            Somebody = somebody,
            Registered = Math.Min(Course.Longest, marked + before.Between(6, 260)),
            Marked = marked,
            AtTheLast = atTheLast,
            Death = death >= 1 ? death : null,
        };
    }

    private static int Lead(InventedPerson somebody, Habits habits) =>
        Math.Max(
            3,
            somebody.Ask("lead").DaysWithMedian(Disease.MedianDays(somebody.Disease.Kind) * habits.Ahead, 0.75)
        );

    private static Course BeforeMarking(Course course, Habits habits)
    {
        var somebody = course.Somebody;
        var (ask, turn) = (somebody.Ask("surprise"), somebody.Ask("first-turn"));
        var around = course.Marked ?? (course.Death ?? 0) + ask.Between(15, 120);
        var isMarked = course.Marked is not null;
        return course with
        {
            Asked = ask.Happens(habits.AsksSurprise) ? course.IfFits(around + ask.Between(0, 20)) : null,
            Surprise = ask.Weighed<SurpriseAnswer>(
                isMarked
                    ? [(SurpriseAnswer.No, 86), (SurpriseAnswer.Unsure, 10), (SurpriseAnswer.Yes, 4)]
                    : [(SurpriseAnswer.No, 34), (SurpriseAnswer.Unsure, 22), (SurpriseAnswer.Yes, 44)]
            ),
            FirstTurn = turn.Happens(isMarked ? 0.7 : 0.35) ? course.IfFits(around + turn.Between(1, 40)) : null,
        };
    }

    private static Course Talking(Course course, Habits habits)
    {
        var somebody = course.Somebody;
        var (want, talk, where) = (somebody.Ask("wants"), somebody.Ask("talk"), somebody.Ask("where"));
        var from = course.Marked ?? (talk.Happens(0.25) ? course.Registered - talk.Between(8, 60) : 0);
        if (from < 1)
            return course;
        if (want.Happens(habits.DoesNotWant))
            return course with { Declined = course.IfFits(from - want.Between(0, 25)) };
        var day = DayOfTalk(course, habits, from, talk);
        return course with
        {
            Talk = day,
            IsEstablished = talk.Happens(0.93),
            AskedWhere = where.Happens(habits.AsksWhere),
            Wish = where.Weighed<PlaceOfDeath?>(Wishes(somebody)),
        };
    }

    private static int? DayOfTalk(Course course, Habits habits, int from, SeededChance talk)
    {
        if (course.Marked is not null && !course.AtTheLast && talk.Happens(0.09))
            return course.IfFits(from + talk.Between(5, 70));
        if (talk.Happens(habits.TalksInTime * Ease(course, habits)))
            return course.IfFits(from - talk.Between(course.AtTheLast ? 0 : 1, course.AtTheLast ? 6 : 27));
        return talk.Happens(habits.TalksLater) ? course.IfFits(from - talk.Between(34, 130)) : null;
    }

    /// <summary>
    /// What makes a conversation in time harder: the last days, and a language that nobody there speaks.
    /// </summary>
    private static double Ease(Course course, Habits habits) =>
        (course.AtTheLast ? 0.6 : 1) * (HasInterpreter(course.Somebody, habits) is false ? 0.22 : 1);

    /// <summary>Null: none is needed.</summary>
    public static bool? HasInterpreter(InventedPerson somebody, Habits habits) =>
        somebody.SpeaksDutch ? null : somebody.Ask("interpreter").Happens(habits.Interprets);

    private static (PlaceOfDeath? What, double Weight)[] Wishes(InventedPerson somebody) =>
        somebody switch
        {
            { IsChild: true } => [(PlaceOfDeath.Home, 85), (PlaceOfDeath.Hospital, 10), (null, 5)],
            { LivesInNursingHome: true } =>
            [
                (PlaceOfDeath.NursingHome, 82),
                (PlaceOfDeath.Home, 9),
                (PlaceOfDeath.Hospital, 2),
                (null, 7),
            ],
            { Network.IsBelgian: true } =>
            [
                (PlaceOfDeath.Home, 68),
                (PlaceOfDeath.Hospital, 14),
                (PlaceOfDeath.NursingHome, 8),
                (null, 10),
            ],
            _ =>
            [
                (PlaceOfDeath.Home, 70),
                (PlaceOfDeath.Hospice, 14),
                (PlaceOfDeath.NursingHome, 4),
                (PlaceOfDeath.Hospital, 3),
                (null, 9),
            ],
        };

    private static Course Turning(Course course)
    {
        if (course.Talk is not { } talk)
            return course;
        var turn = course.Somebody.Ask("second-turn");
        var left = talk - (course.Death ?? 0);
        if (left < 40 || !turn.Happens(0.55))
            return course;
        var second = talk - turn.Between(18, left - 16);
        return course with
        {
            SecondTurn = course.IfFits(second),
            SecondTalk = turn.Happens(0.7) ? course.IfFits(second - turn.Between(2, 12)) : null,
        };
    }

    private static Course Ending(Course course, Habits habits)
    {
        if (course.Death is not { } death)
            return course;
        var end = course.Somebody.Ask("end");
        var place = WhereTheyDie.Draw(course, habits, end);
        var stay = place switch
        {
            PlaceOfDeath.Hospital => end.Between(2, 10),
            PlaceOfDeath.Hospice => end.Between(4, 34),
            _ => end.Between(15, 90),
        };
        return course with
        {
            DiedAt = place,
            Dying = end.Happens(0.55) ? course.IfFits(death + end.Between(1, 3)) : null,
            Brought = place == LivedAt(course.Somebody) ? null : course.IfFits(death + stay),
        };
    }

    private static PlaceOfDeath LivedAt(InventedPerson somebody) =>
        somebody.LivesInNursingHome ? PlaceOfDeath.NursingHome : PlaceOfDeath.Home;
}
