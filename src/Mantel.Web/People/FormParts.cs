using Mantel.Storage;
using Mantel.Web.Platform;
using Microsoft.AspNetCore.Components;

namespace Mantel.Web.People;

/// <summary>
/// What the form of every act about a person is given: what of the person is seen, and what was typed.
/// </summary>
public abstract class PersonFormPart : ComponentBase
{
    [Parameter, EditorRequired]
    public required Sight Sight { get; set; }

    [Parameter, EditorRequired]
    public required TypedForm Typed { get; set; }
}
