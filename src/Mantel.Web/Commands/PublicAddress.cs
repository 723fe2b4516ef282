namespace Mantel.Web.Commands;

/// <summary>The address at which people reach this installation, as its operator says it.</summary>
internal static class PublicAddress
{
    public const string Variable = "MANTEL_ADDRESS";

    /// <summary>Longer does not fit into the code on a printed sheet.</summary>
    private const int LongestAddress = 150;

    /// <exception cref="CommandRefused">It cannot be one that is safe to print.</exception>
    public static Uri? Of(string? said)
    {
        var text = said ?? Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrWhiteSpace(text) ? null : Read(text.Trim());
    }

    private static Uri Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || !IsWeb(address) || text.Length > LongestAddress)
            throw new CommandRefused(
                "--address wants the address of this installation, such as https://mantel.example.org."
            );
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
            throw new CommandRefused(
                "--address wants https: what a printed sheet asks must not be read or changed on its way."
            );
        return address;
    }

    private static bool IsWeb(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address is { Query: "", Fragment: "", UserInfo: "" };
}
