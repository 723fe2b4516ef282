using Mantel.Core.Journal;
using Mantel.Web.Platform;
using Microsoft.AspNetCore.Components;

namespace Mantel.Web.Look;

/// <summary>What every field of a form has: a name, a label, perhaps a hint, and what was typed before.</summary>
public abstract class Control : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>Key of the label.</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>The label itself, where it is not a key.</summary>
    [Parameter]
    public string? LabelText { get; set; }

    /// <summary>Key of the hint.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Says that it may be left empty.</summary>
    [Parameter]
    public bool Optional { get; set; }

    /// <summary>What the record says now; what was typed goes before it.</summary>
    [Parameter]
    public string? Value { get; set; }

    [CascadingParameter]
    public TypedForm? Typed { get; set; }

    protected string? Shown => Typed is { IsFilled: true } ? Typed[Name] : Value;

    protected bool IsWrong => WrongAt(Typed, Name).Count > 0;

    protected string? Invalid => IsWrong ? "true" : null;

    /// <summary>The ids of the hint and of what is wrong, for those who hear the page.</summary>
    protected string? DescribedBy =>
        (Hint is not null, IsWrong) switch
        {
            (true, true) => $"{Name}-hint {Name}-wrong",
            (true, false) => $"{Name}-hint",
            (false, true) => $"{Name}-wrong",
            (false, false) => null,
        };

    internal static IReadOnlyList<Problem> WrongAt(TypedForm? typed, string name) => [.. typed?.ProblemsAt(name) ?? []];
}
