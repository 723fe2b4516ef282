using Mantel.Web.Platform;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Mantel.Web.AdvanceCarePlanning.Living;

/// <summary>
/// The address on a printed sheet, at which anyone can ask whether it is current: under the one that the operator set;
/// in the demonstration the local one; else none, and then no sheet carries a dead code.
/// </summary>
internal sealed class SheetAddress(House house, IServer server)
{
    public string? Of(string code) => Base() is { } address ? $"{address.TrimEnd('/')}/sheet/{code}" : null;

    private string? Base() =>
        house.Address?.ToString()
        ?? (
            house.IsDemo
                ? server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(Local).FirstOrDefault()
                : null
        );

    private static string Local(string address) => address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
}
