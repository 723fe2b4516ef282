using Mantel.Core.Identification;
using Mantel.Web.People;
using Microsoft.AspNetCore.Components;

namespace Mantel.Web.Identification;

/// <summary>What the form of every act on one signal is given.</summary>
public abstract class SignalFormPart : PersonFormPart
{
    [Parameter]
    public Guid Signal { get; set; }

    /// <summary>The signal, or null when it is not in this record.</summary>
    protected Signal? Of => Sight.Record.Signal(Signal);
}
