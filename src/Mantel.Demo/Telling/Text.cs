namespace Mantel.Demo.Telling;

/// <summary>Words as they are told over several lines of a story.</summary>
internal static class Text
{
    /// <summary>Lines run on as one; an empty line begins a new one.</summary>
    public static string Flow(string told) =>
        string.Join(
            "\n",
            told.ReplaceLineEndings("\n")
                .Split("\n\n")
                .Select(part => string.Join(' ', part.Split('\n').Select(line => line.Trim())).Trim())
        );

    /// <summary>What is written one after another, parted by commas or lines.</summary>
    public static IReadOnlyList<string> List(string told) =>
        told.Split([',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Sentences that are written one on a line.</summary>
    public static IReadOnlyList<string> Lines(string told) =>
        told.ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
