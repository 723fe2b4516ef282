using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.People.Joining;

/// <summary>How one of two joined records is named, and what of both is laid side by side.</summary>
internal static class JoinWords
{
    /// <summary>By the name in it and the day it was opened, which tells it from another of the same person.</summary>
    public static string Of(PersonRecord record, Words words) =>
        words["join.record", record.Name().Official(), Opened(record, words)];

    public static string Opened(PersonRecord record, Words words) =>
        record.Entries is [var first, ..]
            ? Days.Write(PartialDate.Of(Days.DayOf(first.Recorded)), words, shortly: true)
            : words["platform.not-recorded"];

    /// <summary>What tells people apart: a key of the language files, and what the record says of it.</summary>
    public static IReadOnlyList<(string Key, string? Says)> Told(PersonRecord record, DateOnly today, Words words) =>
        [
            ("people.name", record.Name().Official()),
            ("people.birth-date", record.BirthDate() is { } born ? Telling.BirthDate(born, words) : null),
            ("people.number", Numbers(record, words)),
            ("people.address", record.Address() is { } address ? Where(address, words) : null),
            (
                "people.gender",
                record.Gender() is { } gender
                    ? gender.InOwnWords ?? words.Name("administrative-gender", gender.Gender)
                    : null
            ),
            ("people.deceased", record.Death() is { } death ? Telling.Day(death.On, words) : null),
            ("join.diagnosis", record.Diagnoses() is [var main, ..] ? main.Fact.Name : null),
            ("join.who-cares", Names(record.Team(today).Select(member => member.Fact.Name))),
            ("join.close-ones", Names(record.Circle().Select(close => close.Fact.Name.Full()))),
            (
                "join.consent",
                Core.Access.Consent.SharingConsent(record) is { } consent
                    ? words.Name("sharing-consent", consent)
                    : null
            ),
            ("join.opened", Opened(record, words)),
        ];

    /// <summary>
    /// True when this would tell two people apart; a death in one of them always does, a number that is missing never.
    /// </summary>
    public static bool TellApart(string key, string? one, string? other) =>
        key is "people.deceased"
            ? one is null != other is null
            : key is "people.name" or "people.birth-date" or "people.address" or "people.gender"
                && one is not null
                && other is not null
                && !string.Equals(one, other, StringComparison.CurrentCultureIgnoreCase);

    /// <summary>
    /// Who sees the other record by what it says of them, and not the one that leads: until that is recorded there too.
    /// </summary>
    public static IReadOnlyList<string> NoLongerSee(PersonRecord record, DateOnly today) =>
        [
            .. record
                .Circle()
                .Where(close => close.Account is not null)
                .Select(close => close.Fact.Name.Full())
                .Concat(
                    record
                        .Team(today)
                        .Where(member => member.Fact.Relation is CareRelation.Shared)
                        .Select(member => member.Fact.Name)
                )
                .Distinct(StringComparer.Ordinal),
        ];

    private static string? Numbers(PersonRecord record, Words words) =>
        record.Numbers() is { Count: > 0 } numbers
            ? string.Join("; ", numbers.Select(one => $"{words.Name("number-kind", one.Kind)} {one.Masked()}"))
        : record.HasNoNumber() ? words["people.number.none"]
        : null;

    private static string Where(Address address, Words words) =>
        address.Line() is { Length: > 0 } line ? line : words.Name("address-kind", address.Kind);

    private static string? Names(IEnumerable<string> names) =>
        string.Join(", ", names.Distinct(StringComparer.Ordinal)) is { Length: > 0 } all ? all : null;
}
