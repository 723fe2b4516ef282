using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// What is no password here: too short, one thing over and over, a row of the keyboard or the alphabet, the sign-in
/// name, or a word that everybody tries with some figures after it. A few words in a row are a good one.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int Shortest = 12;
    public const int Longest = 500;

    /// <summary>What has to be left when everything that can be guessed is taken out.</summary>
    private const int LeastLeft = 5;
    private const int ShortestRow = 4;

    private static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyz",
        "01234567890123456789",
        "qwertyuiop",
        "azertyuiop",
        "asdfghjkl",
        "qsdfghjklm",
        "zxcvbnm",
        "wxcvbn",
    ];

    /// <summary>Our own list: what is guessed first in these languages and in care.</summary>
    private static readonly FrozenSet<string> Common = FrozenSet.Create(
        StringComparer.Ordinal,
        "wachtwoord",
        "paswoord",
        "password",
        "passwoord",
        "geheim",
        "secret",
        "welkom",
        "welcome",
        "mantel",
        "admin",
        "beheer",
        "beheerder",
        "administrator",
        "gebruiker",
        "user",
        "login",
        "inloggen",
        "aanmelden",
        "toegang",
        "letmein",
        "iloveyou",
        "lente",
        "zomer",
        "herfst",
        "winter",
        "summer",
        "spring",
        "januari",
        "februari",
        "maart",
        "april",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "nederland",
        "holland",
        "belgie",
        "vlaanderen",
        "amsterdam",
        "rotterdam",
        "utrecht",
        "antwerpen",
        "gent",
        "ajax",
        "feyenoord",
        "voetbal",
        "thuiszorg",
        "zorg",
        "verpleegkundige",
        "huisarts",
        "dokter",
        "ziekenhuis",
        "hospice",
        "palliatief",
        "palliatieve"
    );

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(
            IsGuessed(password ?? "", user.UserName, user.Name)
                ? IdentityResult.Failed(new IdentityError { Code = "PasswordGuessed", Description = "" })
                : IdentityResult.Success
        );

    /// <summary>True when little remains once what anybody would try is taken out of it.</summary>
    internal static bool IsGuessed(string password, params IReadOnlyList<string?> names)
    {
        var plain = password.ToLowerInvariant();
        if (Repeats(plain))
            return true;
        var left = names
            .OfType<string>()
            .SelectMany(name => name.ToLowerInvariant().Split(' ', '.', '-', '_', '@').Append(name.ToLowerInvariant()))
            .Where(part => part.Length >= 3)
            .Concat(Common)
            .OrderByDescending(word => word.Length)
            .Aggregate(plain, (text, word) => text.Replace(word, "\n", StringComparison.Ordinal));
        left = WithoutRows(left);
        return left.Count(char.IsLetterOrDigit) < LeastLeft || left.Distinct().Count() < LeastLeft;
    }

    /// <summary>A small piece over and over, such as one letter or <c>abc1</c>.</summary>
    private static bool Repeats(string text) =>
        text.Distinct().Count() < LeastLeft
        || Enumerable
            .Range(1, Math.Min(6, text.Length / 2))
            .Any(size => Enumerable.Range(size, text.Length - size).All(i => text[i] == text[i - size]));

    /// <summary>Takes out what lies side by side on the keyboard, in the alphabet or in counting, either way.</summary>
    private static string WithoutRows(string text)
    {
        var kept = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; )
        {
            var length = Rows.Max(row => Math.Max(Along(text, i, row, 1), Along(text, i, row, -1)));
            if (length < ShortestRow)
            {
                kept.Append(text[i]);
                i++;
                continue;
            }
            i += length;
        }
        return kept.ToString();
    }

    private static int Along(string text, int from, string row, int step)
    {
        var at = row.IndexOf(text[from], StringComparison.Ordinal);
        if (at < 0)
            return 0;
        if (step < 0)
            at = row.LastIndexOf(text[from]);
        var length = 1;
        while (from + length < text.Length && At(row, at + (step * length)) == text[from + length])
            length++;
        return length;
    }

    private static char? At(string row, int i) => i >= 0 && i < row.Length ? row[i] : null;
}
