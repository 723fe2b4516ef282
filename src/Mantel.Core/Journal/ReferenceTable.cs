namespace Mantel.Core.Journal;

/// <summary>
/// A table of reference data that is compiled in from <c>data/</c>: a heading, one row a line, tabs between; lines that
/// begin with # explain it. Every row says its source, edition, reviewer and status.
/// </summary>
internal static class ReferenceTable
{
    /// <exception cref="FormatException">A row has not as many cells as the heading, or no source or
    /// status.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string name) => Read(name, Text(name));

    /// <summary>What is compiled in under this name.</summary>
    public static string Text(string name)
    {
        using var stream =
            typeof(ReferenceTable).Assembly.GetManifestResourceStream(name)
            ?? throw new FormatException($"{name} is not compiled in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string name, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').ToList();
        var heading = lines[0].Split('\t');
        return [.. lines.Skip(1).Select((line, i) => Row(name, i, heading, line.Split('\t')))];
    }

    private static Dictionary<string, string> Row(string name, int i, string[] heading, string[] cells)
    {
        if (cells.Length != heading.Length)
            throw new FormatException($"{name}, row {i + 1}: {cells.Length} cells under {heading.Length} headings.");
        var row = heading.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        foreach (var needed in new[] { "source", "edition", "status" })
        {
            if (string.IsNullOrWhiteSpace(row.GetValueOrDefault(needed)))
                throw new FormatException($"{name}, row {i + 1}: no {needed}.");
        }
        return row;
    }
}
