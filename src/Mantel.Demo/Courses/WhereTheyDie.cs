using Mantel.Core.People;
using Mantel.Demo.Networks;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Courses;

/// <summary>
/// Where somebody dies: near what they wished when it was known in time, as the country usually goes when it was not.
/// </summary>
internal static class WhereTheyDie
{
    public static PlaceOfDeath Draw(Course course, Habits habits, SeededChance end) =>
        course is { Talk: not null, AskedWhere: true, Wish: { } wish }
            ? WithAWish(course, habits, wish, end)
            : WithoutOne(course, habits, end);

    private static PlaceOfDeath WithAWish(Course course, Habits habits, PlaceOfDeath wish, SeededChance end)
    {
        var somebody = course.Somebody;
        var holds = wish switch
        {
            PlaceOfDeath.Home => habits.DiesAtHome
                * (somebody.LivesAlone ? 0.86 : 1)
                * (course.AtTheLast ? 0.8 : 1)
                * (somebody.IsChild ? 1.15 : 1),
            PlaceOfDeath.NursingHome => 0.9,
            PlaceOfDeath.Hospice => 0.68,
            _ => 0.86,
        };
        if (end.Happens(holds))
            return wish;
        if (somebody.LivesInNursingHome && wish is not PlaceOfDeath.NursingHome)
            return PlaceOfDeath.NursingHome;
        return wish is PlaceOfDeath.Home or PlaceOfDeath.NursingHome
            ? Elsewhere(course, habits, end)
            : PlaceOfDeath.Home;
    }

    /// <summary>
    /// Of those for whom palliative care mattered in the Netherlands (2022) 39 % died at home, 19 % in hospital, 34 %
    /// in a nursing home and 9 % elsewhere; of not sudden deaths in Flanders (about 2014) 25, 40 and 25 %, and 10 % in
    /// a palliative unit, which is a hospital's.
    /// </summary>
    private static PlaceOfDeath WithoutOne(Course course, Habits habits, SeededChance end)
    {
        var somebody = course.Somebody;
        var hospital = habits.ElseHospital / 0.55;
        if (somebody.LivesInNursingHome)
            return end.Happens(0.14 * hospital) ? PlaceOfDeath.Hospital : PlaceOfDeath.NursingHome;
        return end.Weighed<PlaceOfDeath>(
            somebody.Network.IsBelgian
                ? [(PlaceOfDeath.Home, 34), (PlaceOfDeath.Hospital, 50 * hospital), (PlaceOfDeath.NursingHome, 9)]
                :
                [
                    (PlaceOfDeath.Home, 55),
                    (PlaceOfDeath.Hospital, 27 * hospital),
                    (PlaceOfDeath.NursingHome, 8),
                    (PlaceOfDeath.Hospice, 10),
                ]
        );
    }

    private static PlaceOfDeath Elsewhere(Course course, Habits habits, SeededChance end) =>
        end.Happens(habits.ElseHospital) ? PlaceOfDeath.Hospital
        : course.Somebody.Network.IsBelgian || end.Happens(0.4) ? PlaceOfDeath.NursingHome
        : PlaceOfDeath.Hospice;
}
