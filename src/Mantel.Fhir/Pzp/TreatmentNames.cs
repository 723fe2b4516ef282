using System.Globalization;
using System.Text;
using Mantel.Core.AdvanceCarePlanning;

namespace Mantel.Fhir.Pzp;

/// <summary>
/// The words by which treatments go in messages, in Dutch, English and French: to notice where a code says one
/// treatment and the words beside it another (<c>data/fhir/treatment-names.tsv</c>). Words alone never become a code.
/// </summary>
internal static class TreatmentNames
{
    /// <summary>True when the words name a treatment, and not this one, which has a code in the standard.</summary>
    public static bool NameAnother(string? words, TreatmentKind kind)
    {
        if (words is null)
            return false;
        var plain = Plain(words);
        var named = Named(plain);
        return !named.Contains(kind) && named.Count > 0;
    }

    /// <summary>The treatment of the standard that these words are the very name of; null when they are not.</summary>
    public static TreatmentKind? NameOf(string? words)
    {
        if (words is null)
            return null;
        var plain = Plain(words);
        return TreatmentWord.All.FirstOrDefault(word => word.IsName && word.IsIn(plain))?.Kind;
    }

    /// <summary>True for words that say that an ICD is switched off, whatever the wording.</summary>
    public static bool IsIcdOff(string? words)
    {
        if (words is null)
            return false;
        var plain = Plain(words);
        return Named(plain).Contains(TreatmentKind.IcdDeactivation)
            && TreatmentWord.All.Any(word => word.IsSwitchingOff && word.IsIn(plain));
    }

    /// <summary>Every treatment that is named somewhere in the words.</summary>
    private static HashSet<TreatmentKind> Named(string plain) =>
        [
            .. TreatmentWord
                .All.Where(word => !word.IsName && word.IsIn(plain))
                .Select(word => word.Kind)
                .OfType<TreatmentKind>(),
        ];

    /// <summary>Small letters without accents, every sign a space.</summary>
    internal static string Plain(string words)
    {
        var plain = new StringBuilder(words.Length);
        foreach (var letter in words.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)
                continue;
            plain.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        }
        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
