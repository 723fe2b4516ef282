using System.Collections;
using System.Reflection;
using System.Text.Json;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People.Pages;

/// <summary>Whatever a fact can say, the history has words for it in every language.</summary>
public sealed class HistoryWordsTests
{
    /// <summary>What the history says in one go, and so looks no further into.</summary>
    private static readonly HashSet<Type> SaidWhole =
    [
        typeof(string),
        typeof(int),
        typeof(bool),
        typeof(Guid),
        typeof(PartialDate),
        typeof(DateTimeOffset),
        typeof(PersonNumber),
        typeof(PersonName),
        typeof(Mantel.Core.AdvanceCarePlanning.Party),
        typeof(ContactPoint),
        typeof(Mantel.Core.AdvanceCarePlanning.Treatment),
    ];

    /// <summary>A hash, a printed code, and the ids of what is outside the record.</summary>
    private static readonly HashSet<string> NeverSaid =
    [
        "hash",
        "sheet",
        "account",
        "attachment",
        "document",
        "organisation",
    ];

    /// <summary>Facts of figures are in no person's history, and no page shows them as facts.</summary>
    private const string FiguresOnly = "Mantel.Core.Quality";

    private static readonly Type[] Facts =
    [
        .. typeof(Mantel.Core.Journal.Fact)
            .Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<FactKindAttribute>() is not null)
            .Where(type => !type.Namespace!.StartsWith(FiguresOnly, StringComparison.Ordinal)),
    ];

    public static TheoryData<string> Languages() => [.. Words.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_kind_of_fact_has_a_name(string language) =>
        Facts
            .Select(type => $"fact.{type.GetCustomAttribute<FactKindAttribute>()!.Name}")
            .Where(key => !Words.Of(language).Has(key))
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_field_of_every_fact_has_a_name(string language) =>
        Fields(Facts).Where(label => !Words.Of(language).Has($"detail.{label}")).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_choice_in_every_fact_has_its_word(string language)
    {
        foreach (var choice in Choices(Facts))
        foreach (var value in Enum.GetNames(choice))
        {
            var detail = new Detail("any", $"{choice.Name}.{value}", DetailForm.Word);
            DetailWords.Of(detail, Words.Of(language)).ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void A_fact_without_words_is_seen()
    {
        Fields([typeof(Unsaid)]).ShouldBe(["never-named"]);
        Words.Of("en").Has("detail.never-named").ShouldBeFalse();
        Choices([typeof(Unsaid)]).ShouldBe([typeof(NeverWorded)]);
        var detail = new Detail("any", $"{nameof(NeverWorded)}.{nameof(NeverWorded.Ever)}", DetailForm.Word);
        Should.Throw<KeyNotFoundException>(() => DetailWords.Of(detail, Words.Of("en")));
    }

    private static IEnumerable<string> Fields(IEnumerable<Type> facts) =>
        Properties(facts)
            .Where(field => SaidWhole.Contains(field.Said) || field.Said.IsEnum)
            .Select(field => JsonNamingPolicy.CamelCase.ConvertName(field.Name))
            .Where(label => !NeverSaid.Contains(label))
            .Select(Words.Kebab)
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<Type> Choices(IEnumerable<Type> facts) =>
        Properties(facts).Select(field => field.Said).Where(type => type.IsEnum).Distinct();

    /// <summary>The fields of these types and of what is in them, with the type of one value.</summary>
    private static IEnumerable<(string Name, Type Said)> Properties(IEnumerable<Type> types)
    {
        var ahead = new Queue<Type>(types);
        var seen = new HashSet<Type>(ahead);
        while (ahead.TryDequeue(out var type))
        {
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                var said = One(property.PropertyType);
                yield return (property.Name, said);
                if (!SaidWhole.Contains(said) && !said.IsEnum && seen.Add(said))
                    ahead.Enqueue(said);
            }
        }
    }

    /// <summary>The type of one value: what a list holds, what may be absent.</summary>
    private static Type One(Type type) =>
        Nullable.GetUnderlyingType(type) is { } there ? there
        : type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) ? One(type.GetGenericArguments()[0])
        : type;

    private sealed record Unsaid(IReadOnlyList<NeverWorded?> NeverNamed);

    private enum NeverWorded
    {
        Ever,
    }
}
