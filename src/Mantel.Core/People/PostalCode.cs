using System.Text.RegularExpressions;

namespace Mantel.Core.People;

/// <summary>The shapes of Dutch and Belgian postal codes. Another shape is asked about, never refused.</summary>
public static partial class PostalCode
{
    /// <summary>True when the country is known and the code does not look like one of its codes.</summary>
    public static bool LooksWrong(Address address) =>
        (address.Country, address.PostalCode) switch
        {
            ("NL", { } code) => !Dutch().IsMatch(code),
            ("BE", { } code) => !Belgian().IsMatch(code),
            _ => false,
        };

    [GeneratedRegex("^[1-9][0-9]{3} ?[A-Z]{2}$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Dutch();

    [GeneratedRegex("^[1-9][0-9]{3}$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Belgian();
}
