using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>One thing that a fact says.</summary>
/// <param name="Label">The field's name in camel case; the language files say it.</param>
/// <param name="Value">Text as it was written, or the name of an enum's word, or a date, according to the form.</param>
public sealed record Detail(string Label, string Value, DetailForm Form);

/// <summary>How the value of a detail is to be said.</summary>
public enum DetailForm
{
    /// <summary>Somebody's words, said as they are.</summary>
    Words,

    /// <summary>A word of the language files: <c>Decision.Withhold</c>.</summary>
    Word,

    /// <summary>A date as 2018, 2018-05 or 2018-05-03.</summary>
    Date,

    /// <summary>An instant, as ISO 8601.</summary>
    Instant,

    /// <summary><c>true</c> or <c>false</c>, said as yes or no.</summary>
    YesNo,

    /// <summary>The name of a kind of fact.</summary>
    Kind,
}

/// <summary>
/// What a fact says, field by field, for the history: one way for every kind of fact, so that a new kind is never left
/// out of it. What was not recorded is not said.
/// </summary>
internal static class Details
{
    private static readonly ConcurrentDictionary<Type, (string Label, PropertyInfo Property)[]> Properties = new();

    public static IReadOnlyList<Detail> Of(Fact fact, PersonRecord person)
    {
        List<Detail> details = [];
        Tell(details, fact, person);
        return details;
    }

    private static void Tell(List<Detail> details, object part, PersonRecord person)
    {
        var itself = part is CareTeamMemberJoined or RelatedPersonRecorded;
        foreach (var (label, property) in Properties.GetOrAdd(part.GetType(), Read))
        {
            if (!(itself && property.PropertyType == typeof(Guid)))
                Tell(details, label, property.GetValue(part), person);
        }
    }

    private static void Tell(List<Detail> details, string label, object? value, PersonRecord person)
    {
        if (value is null or "" || IsUnsaid(label, value))
            return;
        if (Simple(label, value, person) is { } detail)
            details.Add(detail);
        else if (value is IEnumerable list and not string)
        {
            foreach (var item in list)
                Tell(details, label, item, person);
        }
        else if (value is not (Guid or string))
            Tell(details, value, person);
    }

    /// <summary>
    /// What says nothing to people: a hash, the code on a printed sheet, an account's id, and that somebody is real.
    /// </summary>
    private static bool IsUnsaid(string label, object value) =>
        label is "hash" or "sheet" or "account" or "why" or "version" or "updated"
        || (label, value) is ("fictitious", false);

    private static Detail? Simple(string label, object value, PersonRecord person) =>
        value switch
        {
            string text when label == "chosen" && text.Contains('.', StringComparison.Ordinal) => new(
                label,
                text,
                DetailForm.Word
            ),
            string text => new(label, text, DetailForm.Words),
            int number => new(label, number.ToString(CultureInfo.InvariantCulture), DetailForm.Words),
            bool yes => new(label, yes ? "true" : "false", DetailForm.YesNo),
            PartialDate date => new(label, date.ToString(), DetailForm.Date),
            DateTimeOffset at => new(label, at.ToString("O", CultureInfo.InvariantCulture), DetailForm.Instant),
            Enum word => new(label, $"{word.GetType().Name}.{word}", DetailForm.Word),
            Guid id => Who(label, id, person),
            PersonNumber number => new(
                label,
                $"{number.Kind.ToString().ToUpperInvariant()} {number.Masked()}",
                DetailForm.Words
            ),
            PersonName name => new(label, Said(name.Official(), name.CallName), DetailForm.Words),
            Party party => new(label, Said(party.Name, party.Role), DetailForm.Words),
            ContactPoint point => new(label, Said(point.Value, point.When, point.Note), DetailForm.Words),
            Treatment { Name: { } name } => new(label, name, DetailForm.Words),
            Treatment treatment => new(label, $"{nameof(TreatmentKind)}.{treatment.Kind}", DetailForm.Word),
            _ => null,
        };

    private static Detail? Who(string label, Guid id, PersonRecord person)
    {
        if (person.TeamPeriods().FirstOrDefault(member => member.Id == id) is { } member)
            return new(label, member.Fact.Name, DetailForm.Words);
        var known = person.All<RelatedPersonRecorded>().Where(close => close.Fact.RelatedPerson == id).ToList();
        if (known.Count > 0)
            return new(label, known[^1].Fact.Name.Full(), DetailForm.Words);
        return person.Find(id) is { } entry ? new(label, FactCodec.KindOf(entry.Fact).Name, DetailForm.Kind) : null;
    }

    private static string Said(string first, params string?[] rest)
    {
        var more = string.Join(", ", rest.OfType<string>());
        return more.Length == 0 ? first : $"{first} ({more})";
    }

    private static (string, PropertyInfo)[] Read(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetIndexParameters().Length == 0)
                .Select(property => (JsonNamingPolicy.CamelCase.ConvertName(property.Name), property)),
        ];
}
