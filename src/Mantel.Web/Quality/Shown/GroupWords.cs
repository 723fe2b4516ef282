using Mantel.Core.Population;
using Mantel.Core.Quality;
using Mantel.Core.Quality.Publishing;
using Mantel.Web.Platform;

namespace Mantel.Web.Quality.Shown;

/// <summary>How groups of people are called, those that are taken together too.</summary>
internal sealed record GroupWords(Words Words)
{
    /// <summary>Two bands that are taken together have one name.</summary>
    private const string Under65 = nameof(Under65);

    private static readonly string[] Young = [nameof(AgeBand.Under18), nameof(AgeBand.From18To64)];

    public string Title(TableKind kind) => Words.Name("table-kind", kind);

    public string Of(TableKind kind, IReadOnlyList<string> groups)
    {
        if (kind is TableKind.Age && Young.All(young => groups.Contains(young, StringComparer.Ordinal)))
            groups = [Under65, .. groups.Except(Young, StringComparer.Ordinal)];
        var names = groups.OrderBy(group => OrderOf(kind, group)).Select(group => NameOf(kind, group)).ToList();
        var name =
            names is [.. var first, var last] && first.Count > 0
                ? Words["network.or", string.Join(", ", first), last]
                : names[0];
        return char.ToUpper(name[0], Words.Culture) + name[1..];
    }

    private static int OrderOf(TableKind kind, string group) =>
        kind switch
        {
            TableKind.Diagnosis => Place<DiagnosisGroup>(group),
            TableKind.Age => group == Under65 ? 0 : Place<AgeBand>(group),
            TableKind.Living => Place<LivingGroup>(group),
            TableKind.Language => Place<LanguageGroup>(group),
            _ => 0,
        };

    /// <summary>What is not recorded comes last.</summary>
    private static int Place<TGroup>(string group)
        where TGroup : struct, Enum =>
        Enum.Parse<TGroup>(group).GetHashCode() is var place && place == 0 ? int.MaxValue : place;

    private string NameOf(TableKind kind, string group) =>
        kind switch
        {
            TableKind.Diagnosis => Words.Name("diagnosis-group", Enum.Parse<DiagnosisGroup>(group)),
            TableKind.Age => group == Under65
                ? Words["network.under-65"]
                : Words.Name("age-band", Enum.Parse<AgeBand>(group)),
            TableKind.Living => Words.Name("living-group", Enum.Parse<LivingGroup>(group)),
            TableKind.Language => Words.Name("language-group", Enum.Parse<LanguageGroup>(group)),
            TableKind.Municipality => RegionTables.Current.Municipality(group)?.Name ?? group,
            _ => group,
        };
}
