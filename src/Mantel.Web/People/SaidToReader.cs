using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.People;
using Mantel.Web.Platform;

namespace Mantel.Web.People;

/// <summary>
/// The reader in what was recorded: where a fact names the person who reads it, or the close one, it says "u" (you).
/// What somebody wrote stays as they wrote it.
/// </summary>
internal static class SaidToReader
{
    /// <summary>What a fact says, field by field, with the reader's own name said as "u".</summary>
    public static IReadOnlyList<Detail> In(TimelineRow row, Words words)
    {
        return words.To is null
            ? row.Details
            : [.. row.Details.Where(one => !SaysTwice(row, one)).Select(one => one with { Value = Told(one) })];

        string Told(Detail detail) =>
            detail.Form is DetailForm.Words && detail.Label is not "name" ? Name(detail.Value, words) : detail.Value;
    }

    /// <summary>That the person was there is said already; they are not one of the others.</summary>
    private static bool SaysTwice(TimelineRow row, Detail detail)
    {
        var (present, wasThere) = row.Entry.Fact switch
        {
            ConversationHeld talk => (talk.Present, talk.PersonPresent),
            TalkOpened talk => (talk.Present, talk.PersonPresent),
            TalkResumed talk => (talk.Present, talk.PersonPresent),
            _ => ([], null),
        };
        return detail.Label is "present"
            && wasThere is not null
            && present.Any(party => party.Kind is PartyKind.Person && party.Name == detail.Value);
    }

    /// <summary>The person in a sentence: by the name they are called, and "u" to themselves.</summary>
    public static string Person(TimelineRow row, Words words) =>
        words.To is { IsThePerson: true } ? words["tells.you"] : row.Familiar ?? words["tells.person"];

    /// <summary>A name, with or without what is said of it in brackets: "u" to who bears it.</summary>
    public static string Name(string name, Words words)
    {
        var bare = name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var at ? name[..at] : name;
        return IsYou(bare, words) ? words["tells.you"] : name;
    }

    /// <summary>The reader bears this name.</summary>
    public static bool IsYou(string name, Words words) => words.To?.IsCalled(name) is true;

    /// <summary>The reader is this one of the circle.</summary>
    public static bool IsYou(Guid closeOne, Words words) => words.To?.IsCloseOne(closeOne) is true;

    /// <summary>What somebody is to the person: nothing that the reader is told of themselves.</summary>
    public static string? OfOthers(string name, string? about, Words words) => IsYou(name, words) ? null : about;

    /// <summary>Whom the reader can call: never themselves.</summary>
    public static IReadOnlyList<CallNow> Calls(IEnumerable<CallNow> calls, Words words) =>
        [.. calls.Where(call => !IsYou(call.Reference, words))];

    /// <summary>
    /// Who was there too, in a sentence to the person or a close one that says already whether the person was.
    /// </summary>
    public static IReadOnlyList<Party> Others(IReadOnlyList<Party> present, bool? wasThere, Words words) =>
        words.To is null || wasThere is null
            ? present
            : [.. present.Where(party => party.Kind is not PartyKind.Person)];

    /// <summary>Who took part, one behind the other.</summary>
    public static string Names(IEnumerable<Party> parties, Words words) =>
        string.Join(", ", parties.Select(party => Name(party.Name, words)));
}
