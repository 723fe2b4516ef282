using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Primitives;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// A form whose sender was signed out while they typed: sealed, in the page of the door, and given back to nobody but
/// who typed it. It stands in no address and in nothing that is kept here.
/// </summary>
public sealed record HeldForm(Guid Account, string Address, Dictionary<string, string?[]> Fields, bool HadFiles)
{
    public const string Field = "held";

    /// <summary>For whom the page of a form was made, sealed: what is sent from it later is theirs.</summary>
    public const string MadeForField = "made-for";

    /// <summary>The most that is held, in characters of its sealed form; a request may be twice as large.</summary>
    private const int Most = 700_000;

    private static readonly string[] Secrets = ["password", "current", "code", "__RequestVerificationToken"];

    /// <summary>A field that is the door's own, and no part of what was typed.</summary>
    public static bool IsOfTheDoor(string field) => field is Field or MadeForField;

    public static string MadeFor(HttpContext http, Guid account) =>
        Provider(http).CreateProtector("Mantel.MadeFor").Protect(account.ToString("N"));

    /// <summary>For whom the page was made that this was typed into; null where it is no page of ours.</summary>
    public static Guid? MadeForOf(HttpContext http, IFormCollection form)
    {
        try
        {
            return form[MadeForField] is [{ Length: > 0 and < 1000 } text]
                ? Guid.ParseExact(Provider(http).CreateProtector("Mantel.MadeFor").Unprotect(text), "N")
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static HeldForm Of(Guid account, HttpContext http, IFormCollection form) =>
        new(
            account,
            http.Request.Path,
            form.Where(field => !Secrets.Contains(field.Key) && !IsOfTheDoor(field.Key))
                .ToDictionary(field => field.Key, field => field.Value.ToArray(), StringComparer.Ordinal),
            form.Files.Any(file => file.Length > 0)
        );

    /// <summary>Null when it is too much to hold.</summary>
    public string? Seal(HttpContext http) =>
        Protector(http).Protect(JsonSerializer.Serialize(this), Sessions.Longest) is { Length: < Most } text
            ? text
            : null;

    /// <summary>What was held; null when there is nothing, or it was held too long ago.</summary>
    public static HeldForm? In(HttpContext http, string? text)
    {
        try
        {
            return text is { Length: > 0 }
                ? JsonSerializer.Deserialize<HeldForm>(Protector(http).Unprotect(text))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>What was typed that reads as words: no choice, number or id.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<string> Sentences =>
        [
            .. Fields
                .Where(one => one.Key is not ("act" or "seen" or "back"))
                .SelectMany(one => one.Value)
                .OfType<string>()
                .Where(text => text.Trim().Contains(' ', StringComparison.Ordinal)),
        ];

    public FormCollection ToForm() =>
        new(Fields.ToDictionary(field => field.Key, field => new StringValues(field.Value), StringComparer.Ordinal));

    private static IDataProtectionProvider Provider(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>();

    private static ITimeLimitedDataProtector Protector(HttpContext http) =>
        Provider(http).CreateProtector("Mantel.HeldForm").ToTimeLimitedDataProtector();
}

/// <summary>Says of a request that it is a form given back: shown with all that was typed, and not done.</summary>
internal sealed record FormGivenBack(bool HadFiles);

/// <summary>Who just came in by the door, in the request that brought them.</summary>
internal sealed record JustSignedIn(System.Security.Claims.ClaimsPrincipal Who);

/// <summary>Says of an endpoint that it is about the account, whichever of its roles one is in.</summary>
internal sealed record AboutOwnAccount;

/// <summary>Says of an endpoint that it shows its form again, all typed kept, when something is wrong.</summary>
internal sealed record ShowsFormAgain;
