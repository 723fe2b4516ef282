using Mantel.Web.Platform;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Mantel.Web.AdvanceCarePlanning.Living;

/// <summary>
/// An address as it can stand on paper, of a printed sheet or of a link to prepare at home: under the one that the
/// operator set; in the demonstration the local one; else none, and then no paper carries a dead link, nor one to
/// wherever a request claimed to come from.
/// </summary>
internal sealed class SheetAddress(Installation house, IServer server)
{
    public string? Of(string code) => LinkTo($"sheet/{code}");

    public string? LinkTo(string path) => Base() is { } address ? $"{address.TrimEnd('/')}/{path}" : null;

    private string? Base() =>
        house.Address?.ToString()
        ?? (
            house.IsDemo
                ? server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(Local).FirstOrDefault()
                : null
        );

    private static string Local(string address) => address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
}
