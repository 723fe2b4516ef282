using Mantel.Storage;
using Mantel.Web.Platform;
using Microsoft.AspNetCore.Components;

namespace Mantel.Web.Identification.Inbox;

/// <summary>What the form of every act on a signal in an inbox is given.</summary>
public abstract class InboxFormPart : ComponentBase
{
    [Parameter, EditorRequired]
    public required InboxSight Sight { get; set; }

    [Parameter]
    public TypedForm Typed { get; set; } = TypedForm.Nothing();

    /// <summary>To which organisations it can go.</summary>
    [Parameter]
    public Offered Places { get; set; } = new([], null);
}
