using System.Reflection;
using System.Text.Json;
using Mantel.Core.Journal;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// The kinds of what stands on a sheet that matter at night; a sheet that was replaced says which of them changed, and
/// nothing of what they say.
/// </summary>
public enum SheetPart
{
    /// <summary>Name, birth date, address, or that the person died.</summary>
    Person,

    /// <summary>Decisions about treatment, with what contradicts them and what the person says differently.</summary>
    Decisions,

    /// <summary>Whether the person can decide, who speaks or decides, and the phase.</summary>
    WhoDecides,

    /// <summary>The goal of treatment.</summary>
    Goal,

    /// <summary>What matters to the person, and the wishes about care.</summary>
    Wishes,

    /// <summary>Where the person wishes to die.</summary>
    Place,

    /// <summary>Whom to call, and on which number.</summary>
    WhomToCall,

    /// <summary>Medication that lies ready at home.</summary>
    Medication,

    /// <summary>The consent to share.</summary>
    Consent,
}

/// <summary>To which kind a part of the sheet belongs.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PartOfSheetAttribute(SheetPart part) : Attribute
{
    public SheetPart Part { get; } = part;
}

/// <summary>Lays two sheets of one person beside each other, kind by kind.</summary>
internal static class SheetParts
{
    private static readonly ILookup<SheetPart, PropertyInfo> Parts = typeof(PlanSheet).GetProperties().ToLookup(PartOf);

    /// <summary>The kinds in which two sheets say something else, in a fixed order.</summary>
    public static IReadOnlyList<SheetPart> Differing(PlanSheet one, PlanSheet other) =>
        [
            .. Enum.GetValues<SheetPart>()
                .Where(part => Parts[part].Any(property => !IsSame(property.GetValue(one), property.GetValue(other)))),
        ];

    private static SheetPart PartOf(PropertyInfo property) =>
        property.GetCustomAttribute<PartOfSheetAttribute>()?.Part
        ?? throw new InvalidOperationException($"{property.Name} of the sheet belongs to no kind.");

    private static bool IsSame(object? one, object? other) =>
        string.Equals(
            JsonSerializer.Serialize(one, FactCodec.Json),
            JsonSerializer.Serialize(other, FactCodec.Json),
            StringComparison.Ordinal
        );
}
