using Mantel.Web.Platform;
using Mantel.Web.Quality.Shown;

namespace Mantel.Web.Quality;

/// <summary>How old figures are: over which months, and when they were published.</summary>
internal sealed record AgeWords(Words Words)
{
    public string Of(MeasureSheet sheet)
    {
        var say = new FigureSentences(Words);
        var on = sheet.PublishedOn?.ToString("d MMMM yyyy", Words.Culture);
        return (sheet.Span, on) switch
        {
            (null, _) when sheet.IsProvisional => Words["network.age.provisional.nothing"],
            ({ } span, _) when sheet.IsProvisional => Words[
                "network.age.provisional",
                say.Of(span.From, "MMMM yyyy"),
                say.Of(span.To, "MMMM yyyy")
            ],
            (_, null) => Words["network.age.never"],
            (null, _) => Words["network.age.nothing", on],
            ({ } span, _) => Words["network.age", say.Of(span.From, "MMMM yyyy"), say.Of(span.To, "MMMM yyyy"), on],
        };
    }
}
