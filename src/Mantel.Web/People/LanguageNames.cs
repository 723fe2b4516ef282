using System.Globalization;
using Mantel.Web.Platform;

namespace Mantel.Web.People;

/// <summary>What a language is called, in the language of the page and in its own.</summary>
internal static class LanguageNames
{
    /// <param name="code">BCP 47, such as tr. What is no known code is shown as it was written.</param>
    public static string Of(string code, Words words)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(code, predefinedOnly: true);
            var key = "language." + culture.TwoLetterISOLanguageName;
            return words.Has(key) ? words[key] : culture.NativeName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }
}
