using System.Globalization;
using Mantel.Core.Journal;

namespace Mantel.Core.Population;

/// <summary>
/// Reads the tables of <c>data/regions</c> and refuses what would count somebody twice or not at all.
/// </summary>
internal static class ReadRegions
{
    public const string MunicipalitiesFile = "municipalities.tsv";
    public const string RegionsFile = "regions.tsv";
    public const string LinksFile = "links.tsv";

    public static RegionTables CompiledIn() =>
        Make(ReferenceTable.Read(MunicipalitiesFile), ReferenceTable.Read(RegionsFile), ReferenceTable.Read(LinksFile));

    /// <exception cref="FormatException">What is wrong, in a sentence that names the row.</exception>
    public static RegionTables Read(string municipalities, string regions, string links) =>
        Make(
            ReferenceTable.Read(MunicipalitiesFile, municipalities),
            ReferenceTable.Read(RegionsFile, regions),
            ReferenceTable.Read(LinksFile, links)
        );

    private static RegionTables Make(
        IReadOnlyList<IReadOnlyDictionary<string, string>> municipalities,
        IReadOnlyList<IReadOnlyDictionary<string, string>> regions,
        IReadOnlyList<IReadOnlyDictionary<string, string>> links
    )
    {
        var read = (
            Municipalities: municipalities.Select(ReadMunicipality).ToList(),
            Regions: regions.Select(ReadRegion).ToList(),
            Links: links.Select(ReadLink).ToList()
        );
        CheckRegions.Check(read.Municipalities, read.Regions, read.Links);
        return new RegionTables(read.Municipalities, read.Regions, read.Links);
    }

    private static Municipality ReadMunicipality(IReadOnlyDictionary<string, string> row) =>
        new(
            row["code"],
            row["country"],
            row["name"],
            Day(MunicipalitiesFile, row, "code", "from"),
            DayOrNone(MunicipalitiesFile, row, "code", "until"),
            Blank(row["becomes"]),
            Number(row["population"]),
            Number(row["populationOn"]),
            row["source"],
            row["edition"],
            row["status"]
        );

    private static Region ReadRegion(IReadOnlyDictionary<string, string> row) =>
        new(
            Kind(RegionsFile, row, "code"),
            row["code"],
            row["name"],
            row["country"],
            DayOrNone(RegionsFile, row, "code", "from") ?? DateOnly.MinValue,
            DayOrNone(RegionsFile, row, "code", "until"),
            row["source"],
            row["edition"],
            row["status"]
        );

    private static RegionLink ReadLink(IReadOnlyDictionary<string, string> row) =>
        new(
            row["municipality"],
            Kind(LinksFile, row, "municipality"),
            row["region"],
            Day(LinksFile, row, "municipality", "from"),
            DayOrNone(LinksFile, row, "municipality", "until"),
            row["source"],
            row["edition"],
            row["status"]
        );

    private static RegionKind Kind(string file, IReadOnlyDictionary<string, string> row, string name) =>
        row["kind"] switch
        {
            "network" => RegionKind.Network,
            "consortium" => RegionKind.Consortium,
            "zorgkantoor" => RegionKind.Zorgkantoor,
            "province" => RegionKind.Province,
            var other => throw new FormatException($"{file}, {row[name]}: {other} is no kind of region."),
        };

    private static DateOnly Day(string file, IReadOnlyDictionary<string, string> row, string name, string column) =>
        DayOrNone(file, row, name, column) ?? throw new FormatException($"{file}, {row[name]}: no day under {column}.");

    private static DateOnly? DayOrNone(string file, IReadOnlyDictionary<string, string> row, string name, string column)
    {
        if (row[column].Length == 0)
            return null;
        if (!DateOnly.TryParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var day))
            throw new FormatException($"{file}, {row[name]}: {row[column]} is no day as 2025-01-01.");
        return day.Day == 1
            ? day
            : throw new FormatException(
                $"{file}, {row[name]}: {row[column]} is not the first of a month, and figures are counted by month."
            );
    }

    private static int? Number(string cell) =>
        cell.Length == 0 ? null : int.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string? Blank(string cell) => cell.Length == 0 ? null : cell;
}
