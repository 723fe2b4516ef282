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
}
