using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Web.Look;
using Mantel.Web.People;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>How a DNR code came about, and how its stay stands.</summary>
internal static class DnrWords
{
    /// <summary>A talk on a day, or a decision that was told, or only a day: that nobody recorded which.</summary>
    public static string CameAbout(Recorded<DnrCodeGiven> code, Words words)
    {
        var day = Telling.Day(code.Effective, words);
        return code.Fact.Basis switch
        {
            DnrBasis.Discussed => words["dnr.discussed", day],
            DnrBasis.Communicated when code.Fact.ToldTo is { } told => words["dnr.told-to", day, told],
            DnrBasis.Communicated => words["dnr.told", day],
            null => words["dnr.given", day],
        };
    }

    public static string Stay(DnrCodeForStay code, Words words)
    {
        if (!code.HasEnded)
            return string.Join(" · ", Lasting(code, words));
        var day = code.StayEnded is { } on ? Days.Write(on, words) : words["platform.undated"];
        return code.EndedBy is { } turn
            ? words["plan.dnr.stay-ended-by", day, words.Name("course-change", turn.Change)]
            : words["plan.dnr.stay-ended", day];
    }

    /// <summary>Since when, and who last said on which day that it still lasted.</summary>
    private static IEnumerable<string> Lasting(DnrCodeForStay code, Words words)
    {
        if (code.Recorded.Fact.StayStarted is { } from)
            yield return words["plan.dnr.stay-since", Days.Write(from, words)];
        if (code.Lasts is { } said)
            yield return words["plan.dnr.said-to-last", Telling.Day(said.Entry.Day(), words), said.Entry.Author.Name];
        else if (code.Recorded.Fact.StayStarted is null)
            yield return words["plan.dnr.stay-lasts"];
    }
}
