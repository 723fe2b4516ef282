using System.Globalization;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.People;

/// <summary>How one thing that a fact says is said to people.</summary>
internal static class DetailWords
{
    public static string Of(Detail detail, Words words) =>
        detail.Form switch
        {
            DetailForm.Words when detail.Label == "how" && words.Has($"received.{detail.Value}") => words[
                $"received.{detail.Value}"
            ],
            DetailForm.Words when detail.Label == "question" && words.Has($"talk-question.{detail.Value}") => words[
                $"talk-question.{detail.Value}"
            ],
            DetailForm.Words when detail.Label == "language" => LanguageNames.Of(detail.Value, words),
            DetailForm.Words when detail.Label == "country" => CountryOf(detail.Value, words),
            DetailForm.Words => detail.Value,
            DetailForm.Word => Word(detail.Value, words),
            DetailForm.Date => Days.Write(PartialDate.Parse(detail.Value), words, shortly: true),
            DetailForm.Instant => Days.Write(
                DateTimeOffset.Parse(detail.Value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
                words
            ),
            DetailForm.YesNo => words[detail.Value == "true" ? "people.yes" : "people.no"],
            DetailForm.Kind => words[$"fact.{detail.Value}"],
        };

    private static string CountryOf(string code, Words words)
    {
        var key = $"people.country.{code.ToLowerInvariant()}";
        return words.Has(key) ? words[key] : code;
    }

    private static string Word(string value, Words words)
    {
        var (set, name) = (
            value[..value.IndexOf('.', StringComparison.Ordinal)],
            value[(value.IndexOf('.', StringComparison.Ordinal) + 1)..]
        );
        return words[$"{SetOf(set)}.{Words.Kebab(name)}"];
    }

    private static string SetOf(string type) =>
        type switch
        {
            "Decision" => "word",
            "TreatmentKind" => "treatment",
            _ => Words.Kebab(type),
        };
}
