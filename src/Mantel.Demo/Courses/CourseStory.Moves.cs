using Mantel.Core.CareTeam;
using Mantel.Core.People;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Courses;

internal sealed partial class CourseStory
{
    /// <summary>
    /// Now and then somebody moves in with a child in another municipality of the network: figures count them where
    /// they lived on the day that counts.
    /// </summary>
    private void Moves()
    {
        var ask = _who.Ask("moves");
        var towns = _who.Network.Towns.Where(town => town.Municipality != _who.Town.Municipality).ToList();
        if (_who.LivesInNursingHome || _who.IsChild || towns.Count == 0 || !ask.Happens(0.04))
            return;
        var from = ask.Happens(0.7) ? _course.Marked ?? _course.Registered : _course.Registered;
        if (_course.IfFits(from - ask.Between(8, 60)) is not { } day || day <= (_course.Brought ?? 0))
            return;
        var (to, child) = (ask.Of("to").One(towns), ask.Happens(0.6) ? "dochter" : "zoon");
        _diary.On(
            day,
            "14:20",
            story =>
                story
                    .By(_team.Doctor)
                    .MovesTo(to.Home(ask.Of("address")))
                    .Tells(
                        BackgroundAspect.LivingSituation,
                        $"Bij {(_who.IsWoman ? "haar" : "zijn")} {child} ingetrokken, in {to.Place}."
                    )
                    .Does(new RecordHousehold(LivesAlone: false, story.Day))
        );
    }
}
