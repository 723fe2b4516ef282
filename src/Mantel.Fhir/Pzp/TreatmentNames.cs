using System.Globalization;
using System.Text;
using Mantel.Core.AdvanceCarePlanning;

namespace Mantel.Fhir.Pzp;

/// <summary>
/// The words by which treatments go in messages, in Dutch, English and French: to notice where a code says one
/// treatment and the words beside it another. Words alone never become a code.
/// </summary>
internal static class TreatmentNames
{
    private static readonly (TreatmentKind Kind, string[] Parts, string[] Whole)[] Names =
    [
        (
            TreatmentKind.Resuscitation,
            ["reanim", "resusc", "hartmassage", "cpr"],
            ["reanimatie", "reanimeren", "cardiopulmonale resuscitatie", "cpr", "niet reanimeren"]
        ),
        (
            TreatmentKind.Ventilation,
            ["beadem", "ventilat", "respirat", "intub"],
            ["beademing", "kunstmatige beademing", "beademen", "artificial respiration", "intubatie"]
        ),
        (
            TreatmentKind.IntensiveCare,
            ["intensive care", "intensieve zorg", "soins intensifs"],
            ["intensive care", "opname op intensive care", "opname op de intensive care", "ic opname", "ic"]
        ),
        (
            TreatmentKind.HospitalAdmission,
            ["ziekenhuis", "hospital", "hopital"],
            ["ziekenhuisopname", "opname in ziekenhuis", "opname in het ziekenhuis", "hospital admission"]
        ),
        (
            TreatmentKind.Antibiotics,
            ["antibio"],
            ["antibiotica", "antibiotische therapie", "antibiotics", "antibiotic therapy"]
        ),
        (
            TreatmentKind.BloodProducts,
            ["bloedpr", "bloedtrans", "blood", "transfus", "erytrocyt", "trombocyt"],
            ["bloedproducten", "bloedtransfusie", "toediening van bloedproduct", "transfusie"]
        ),
        (TreatmentKind.IcdDeactivation, ["defibrillat"], []),
    ];

    /// <summary>Treatments without a code of their own in the standard.</summary>
    private static readonly string[] Others =
    [
        "dialys",
        "chemo",
        "bestral",
        "radiother",
        "sonde",
        "voeding",
        "operati",
        "chirurg",
        "surgery",
        "sedati",
        "euthanas",
        "pacemaker",
    ];

    private static readonly string[] SwitchingOff =
    [
        "uitzet",
        "uit zetten",
        "uitschakel",
        "deactiv",
        "desactiv",
        "switch off",
        "switching off",
        "turn off",
    ];

    /// <summary>True when the words name a treatment, and not this one.</summary>
    public static bool NameAnother(string? words, TreatmentKind kind)
    {
        if (words is null)
            return false;
        var plain = Plain(words);
        var kinds = Named(plain);
        var namesOther = Others.Any(part => plain.Contains(part, StringComparison.Ordinal));
        return !kinds.Contains(kind) && (kinds.Count > 0 || namesOther);
    }

    /// <summary>The treatment of the standard that these words are the very name of; null when they are not.</summary>
    public static TreatmentKind? NameOf(string? words)
    {
        if (words is null)
            return null;
        var plain = Plain(words);
        foreach (var (kind, _, whole) in Names)
        {
            if (whole.Contains(plain, StringComparer.Ordinal))
                return kind;
        }
        return null;
    }

    /// <summary>True for words that say that an ICD is switched off, whatever the wording.</summary>
    public static bool IsIcdOff(string? words)
    {
        if (words is null)
            return false;
        var plain = Plain(words);
        return Named(plain).Contains(TreatmentKind.IcdDeactivation)
            && SwitchingOff.Any(part => plain.Contains(part, StringComparison.Ordinal));
    }

    private static HashSet<TreatmentKind> Named(string plain)
    {
        var tokens = plain.Split(' ');
        HashSet<TreatmentKind> found =
        [
            .. Names
                .Where(name => name.Parts.Any(part => plain.Contains(part, StringComparison.Ordinal)))
                .Select(name => name.Kind),
        ];
        if (tokens.Contains("ic", StringComparer.Ordinal) || tokens.Contains("icu", StringComparer.Ordinal))
            found.Add(TreatmentKind.IntensiveCare);
        if (tokens.Contains("icd", StringComparer.Ordinal))
            found.Add(TreatmentKind.IcdDeactivation);
        return found;
    }

    /// <summary>Small letters without accents, every sign a space.</summary>
    private static string Plain(string words)
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
