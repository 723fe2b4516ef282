namespace Mantel.Web.Platform;

/// <summary>
/// A way in the menu at the top. A module adds its own: <c>services.AddSingleton(new NavItem(…))</c>.
/// </summary>
/// <param name="Key">Its words in the language files; pages name it to be marked as current.</param>
/// <param name="Place">Its place among the others, low first.</param>
/// <param name="IsFor">Who sees it. It opens nothing: access is decided at the endpoint.</param>
/// <param name="IsSearch">It is the search box at the right.</param>
internal sealed record NavItem(string Key, string Href, int Place, Func<SignedIn, bool> IsFor, bool IsSearch = false)
{
    /// <summary>It stands where somebody begins, and not in the menu, where room is for what is used all day.</summary>
    public bool IsOnStartOnly { get; init; }
}
