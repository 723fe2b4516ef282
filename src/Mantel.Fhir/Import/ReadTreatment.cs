using Mantel.Core.AdvanceCarePlanning;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Import;

/// <summary>Which treatment a concept means: by its codes, held against the words beside them.</summary>
/// <param name="Treatment">Null: its codes and its words say different treatments.</param>
/// <param name="MayBe">The treatments that it may be.</param>
/// <param name="Words">The sender's words.</param>
/// <param name="Kept">Words beside a code that name no treatment known here: kept with the decision.</param>
internal sealed record ReadTreatment(
    Treatment? Treatment,
    IReadOnlyList<Treatment> MayBe,
    IReadOnlyList<string> Words,
    string? Kept
)
{
    /// <summary>A limit whose treatment is not named, and says so (safety rule 3).</summary>
    public static ReadTreatment Unnamed { get; } = Named(new Treatment(TreatmentKind.Other), []);

    public static ReadTreatment Of(Concept concept)
    {
        IReadOnlyList<string> words =
        [
            .. concept
                .Codes.Select(code => code.Display)
                .Append(concept.Text)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
        var kinds = concept
            .Codes.Where(code => string.Equals(code.System, CodeSystems.Snomed, StringComparison.OrdinalIgnoreCase))
            .Select(code => Codes.Treatment.Find(code.Code))
            .OfType<TreatmentKind>()
            .Distinct()
            .ToList();
        return kinds switch
        {
            [] => WithoutCode(concept, words),
            [var kind] when !words.Any(one => TreatmentNames.NameAnother(one, kind)) => Coded(concept, kind, words),
            _ => Unclear(kinds, words),
        };
    }

    private static ReadTreatment Coded(Concept concept, TreatmentKind kind, IReadOnlyList<string> words)
    {
        var says = concept.Text is { } text && !concept.Codes.Any(code => Same(code.Display, text)) ? text : null;
        var isName = says is null || Named(says, kind);
        return Named(new Treatment(kind), words) with { Kept = isName ? null : Reading.Plain(says) };
    }

    /// <summary>The ICD, and any other that has no code in the standard, by the text that stands for it.</summary>
    private static ReadTreatment WithoutCode(Concept concept, IReadOnlyList<string> words)
    {
        if (concept.Text?.Contains(Codes.IcdOff, StringComparison.Ordinal) is true)
            return Named(new Treatment(TreatmentKind.IcdDeactivation), words);
        if (words.Any(TreatmentNames.IsIcdOff))
            return Named(new Treatment(TreatmentKind.IcdDeactivation), words) with { Kept = words[0] };
        var named = words.Select(TreatmentNames.NameOf).OfType<TreatmentKind>().Distinct().ToList();
        if (named.Count > 0)
            return Unclear(named, words);
        var name = Reading.Plain(concept.Text ?? NamedBy(concept));
        return Named(new Treatment(TreatmentKind.Other, name), words);
    }

    private static ReadTreatment Named(Treatment treatment, IReadOnlyList<string> words) =>
        new(treatment, [treatment], words, null);

    private static ReadTreatment Unclear(IEnumerable<TreatmentKind> kinds, IReadOnlyList<string> words)
    {
        var named = words.Select(TreatmentNames.NameOf).OfType<TreatmentKind>();
        return new(null, [.. kinds.Union(named).Select(kind => new Treatment(kind))], words, null);
    }

    private static bool Named(string words, TreatmentKind kind) =>
        TreatmentNames.NameOf(words) == kind || Same(Codes.Treatment.CodeFor(kind)?.Display, words);

    private static bool Same(string? one, string? other) => SameWords.Plain(one) == SameWords.Plain(other);

    private static string? NamedBy(Concept concept) =>
        concept
            .Codes.Where(code => code.System != CodeSystems.NullFlavor)
            .Select(code => code.Display)
            .FirstOrDefault();
}
