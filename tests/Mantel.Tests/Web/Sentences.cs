using System.Text.RegularExpressions;

namespace Mantel.Tests.Web;

/// <summary>What is wrong with a line of a page or of a language pack, whoever wrote it.</summary>
public static partial class Sentences
{
    /// <summary>Where an element begins or ends without a space: how it looks there, the style sheet says.</summary>
    public const char Seam = '\u241F';

    /// <summary>Stands for what people typed: their words are theirs.</summary>
    public const string OwnWords = "…";

    public static IEnumerable<string> Faults(string line, string language)
    {
        if (Glued().IsMatch(line))
            yield return $"no space after a full stop: {line}";
        var text = line.Replace($"{Seam}", "", StringComparison.Ordinal).Trim();
        if (Gap().IsMatch(text))
            yield return $"an empty gap: {text}";
        if (Twice(text))
            yield return $"said twice: {text}";
        if (IsPublication().IsMatch(text))
            yield break;
        if (language.StartsWith("nl", StringComparison.Ordinal) && English().IsMatch(text))
            yield return $"English in Dutch: {text}";
        if (language == "en" && Dutch().IsMatch(text))
            yield return $"Dutch in English: {text}";
    }

    private static bool Twice(string text)
    {
        var said = SentenceEnd().Split(text);
        return said.Zip(said.Skip(1)).Any(pair => pair.First.Length > 8 && pair.First == pair.Second);
    }

    [GeneratedRegex(@"\p{Ll}[.?!]\p{Lu}\p{Ll}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Glued();

    [GeneratedRegex(
        @"\{\d\}|\[[a-z-]+(\.[A-Za-z-]+)+\]|\(\s*\)| ,|“\s*”|‘\s*’|· ·|\(, |, ,|: \.|\.\.(?!\.)|^[,:;·.] |·$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Gap();

    [GeneratedRegex(@"(?<=[.?!])\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SentenceEnd();

    /// <summary>Titles of what was published stay in their own language.</summary>
    [GeneratedRegex(
        @"doi:|\bBMC\b|\bPLoS\b|\bJ Am\b|Health Affairs|Stat Med|Biometrika|Samen leven tot het laatst",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex IsPublication();

    [GeneratedRegex(
        @"\b(the|and|with|which|from|this|not|nobody|our|after|whose|choice|reviewed|consulted|since then)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex English();

    [GeneratedRegex(@"\b(het|een|niet|wordt|geen|naar|zijn|deze|sinds|zoals)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dutch();
}
