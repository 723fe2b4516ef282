using System.Net;
using System.Net.Sockets;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// From where somebody comes: the address of the connection, or the one that a proxy tells whom the operator trusts.
/// </summary>
internal static class Place
{
    private const int NetworkBytes = 8;

    /// <summary>As it is written down.</summary>
    public static string? Of(HttpContext http) => AddressOf(http)?.ToString();

    /// <summary>As tries are counted: of IPv6 the network, because one household has all of its addresses.</summary>
    public static string CountedOf(HttpContext http)
    {
        if (AddressOf(http) is not { } address)
            return "";
        return address.AddressFamily is AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes))
            : address.ToString();
    }

    private static IPAddress? AddressOf(HttpContext http) =>
        http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped
            ? mapped.MapToIPv4()
            : http.Connection.RemoteIpAddress;
}
