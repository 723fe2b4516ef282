using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.People;

/// <summary>How things about people are said on every page that shows them.</summary>
internal static class Telling
{
    /// <summary>The initials for a face without a photograph: the call name's and the surname's.</summary>
    public static string Initials(PersonName name)
    {
        var first = (name.CallName ?? name.Given ?? name.Initials ?? name.Family).EnumerateRunes().Take(1);
        var surname = name.Use is NameUse.Partner or NameUse.PartnerOwn
            ? name.PartnerFamily ?? name.Family
            : name.Family;
        var last = (name.CallName ?? name.Given ?? name.Initials) is null ? [] : surname.EnumerateRunes().Take(1);
        return string.Concat(first.Concat(last)).ToUpperInvariant();
    }

    /// <summary>82, or 81–82 when the birth date is partial; null when it is not known.</summary>
    public static string? Age(Age? age, Words words) =>
        age is not { } known ? null
        : known.IsCertain ? words["people.age", known.AtLeast]
        : words["people.age.between", known.AtLeast, known.AtMost];

    /// <summary>The age of somebody alive, from their row in the register.</summary>
    public static string? Age(RegisterRow row, DateOnly today, Words words) =>
        row.IsDeceased ? null : Age(Core.People.Age.On(row.BirthDate, PartialDate.Of(today)), words);

    /// <summary>How old somebody became; null when birth or death is not known well enough.</summary>
    public static string? AgeAtDeath(RegisterRow row, Words words) =>
        Age(Core.People.Age.On(row.BirthDate, row.DiedOn), words) is { } age ? words["people.age.died", age] : null;

    /// <summary>14-03-1944, as everybody checks it; a partial date in words.</summary>
    public static string BirthDate(PartialDate? born, Words words) =>
        born is not { } date ? words["people.birth-date.unknown"]
        : date.IsWhole ? date.First.ToString("dd-MM-yyyy", System.Globalization.CultureInfo.InvariantCulture)
        : Days.Write(date, words);

    public static string Day(PartialDate? day, Words words, bool shortly = true) =>
        day is { } on ? Days.Write(on, words, shortly) : words["platform.undated"];

    /// <summary>That something ended, with its day where one is known: never "ended on undated".</summary>
    public static string Ended(string key, PartialDate? on, Words words, bool shortly = true) =>
        on is null ? words["people.ended.undated"] : words[key, Day(on, words, shortly)];

    public static string Discipline(CareTeamMemberJoined member, Words words) =>
        member.DisciplineInWords is { } said && IsReadIn(words, member.Discipline is Core.CareTeam.Discipline.Other)
            ? said
            : words.Name("discipline", member.Discipline);

    public static string Relationship(RelatedPersonRecorded close, Words words) =>
        close.RelationshipInWords is { } said
        && IsReadIn(words, close.Relationship is null or Core.CareTeam.Relationship.Other)
            ? said
            : words.Name("relationship", close.Relationship ?? Core.CareTeam.Relationship.Other);

    /// <summary>
    /// Words that somebody typed, in Dutch as a rule: on an English page the listed term stands instead, where one says
    /// it.
    /// </summary>
    private static bool IsReadIn(Words words, bool isOnlyInWords) =>
        isOnlyInWords || words.Language.StartsWith("nl", StringComparison.Ordinal);

    /// <summary>Who somebody to call is, with what is known of when they answer.</summary>
    public static string AboutCall(CallNow call, Words words)
    {
        var who =
            call.Discipline is { } discipline ? words.Name("discipline", discipline)
            : call.Relationship is { } relationship ? words.Name("relationship", relationship)
            : null;
        return string.Join(" · ", new[] { who, call.OrganisationName, call.Words }.OfType<string>());
    }
}
