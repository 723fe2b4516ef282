namespace Mantel.Web.Look;

/// <summary>How large the letters are: as usual, or larger on every page, kept in this browser.</summary>
internal static class TypeSize
{
    public const string Cookie = "mantel-type";
    public const string Usual = "usual";

    public static IReadOnlyList<string> All { get; } = [Usual, "large", "largest"];

    /// <summary>What somebody chose; null for the usual size.</summary>
    public static string? Chosen(HttpContext http) =>
        Known(http.Request.Cookies[Cookie]) is { } known and not Usual ? known : null;

    public static string? Known(string? size) =>
        All.FirstOrDefault(known => string.Equals(known, size, StringComparison.Ordinal));
}
