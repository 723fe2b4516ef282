namespace Mantel.Web.Look;

/// <summary>Light for the day, dark for the night, or as the device has it.</summary>
internal static class Theme
{
    public const string Cookie = "mantel-theme";
    public const string Auto = "auto";

    public static IReadOnlyList<string> All { get; } = ["light", "dark", Auto];

    /// <summary>What somebody chose; null follows the device.</summary>
    public static string? Chosen(HttpContext http) =>
        Known(http.Request.Cookies[Cookie]) is { } known and not Auto ? known : null;

    public static string? Known(string? theme) =>
        All.FirstOrDefault(known => string.Equals(known, theme, StringComparison.Ordinal));
}
