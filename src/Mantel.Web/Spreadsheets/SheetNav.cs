namespace Mantel.Web.Spreadsheets;

/// <summary>To which way of the menu the pages of a list belong.</summary>
internal static class SheetNav
{
    public static string Of(string list) => list == "accounts" ? "keep-accounts.nav" : "organisations.nav";
}
