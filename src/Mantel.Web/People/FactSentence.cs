using System.Text.RegularExpressions;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Web.Platform;

namespace Mantel.Web.People;

/// <summary>
/// What a fact says as a sentence, as one would tell it. The language files hold one for each kind: a name in angle
/// brackets is what the fact says there; what stands in square brackets falls away when the fact does not say it;
/// <c>[name=value|…]</c> is for one answer only and <c>[!name|…]</c> for none.
/// </summary>
/// <param name="Rest">What the sentence does not tell, to be read behind it.</param>
internal sealed partial record FactSentence(string Text, IReadOnlyList<Detail> Rest)
{
    /// <summary>The sentence; null where the kind has none.</summary>
    public static FactSentence? Of(TimelineRow row, Words words)
    {
        var key = $"tells.{row.Kind}";
        if (!words.Has(key))
            return null;
        var details = SaidToReader.In(row, words);
        var said = Said(row, details, words);
        var told = new HashSet<string>(Covered, StringComparer.Ordinal);
        var text = Optional().Replace(words[key], part => Part(part, said, told));
        text = Name().Replace(text, name => Fill(name.Groups["name"].Value, said, told));
        told.UnionWith(WithTheWhole(row.Entry.Fact));
        var rest = details.Where(one => IsLeft(one) && !told.Contains(Words.Kebab(one.Label)));
        return new FactSentence(Ended(text.Trim()), [.. rest]);
    }

    /// <summary>Said in other words: a relation by its own, a discipline with its organisation.</summary>
    private static readonly string[] Covered =
    [
        "relationship",
        "relationship-in-words",
        "discipline",
        "discipline-in-words",
        "organisation-name",
        "with",
        "close-one",
        "fictitious",
        "variant",
    ];

    /// <summary>The fields of what is said in one go.</summary>
    private static string[] WithTheWhole(Fact fact) =>
        fact switch
        {
            RelatedPersonRecorded => ["name"],
            AddressRecorded => ["street", "house-number", "postal-code", "place", "municipality-code", "country"],
            _ => [],
        };

    /// <summary>What refers to another fact says nothing here, nor that a member of the team is one.</summary>
    private static bool IsLeft(Detail detail) =>
        detail.Form is not DetailForm.Kind
        && detail.Value is not $"{nameof(CareRelation)}.{nameof(CareRelation.CareTeam)}";

    private static string Part(Match part, Dictionary<string, Told> said, HashSet<string> told)
    {
        var (condition, text) = (part.Groups["if"].Value, part.Groups["text"].Value);
        if (condition.StartsWith('!'))
            return said.ContainsKey(condition[1..]) ? "" : text;
        if (condition.Split('=') is [var name, var value])
        {
            told.Add(name);
            return said.GetValueOrDefault(name)?.Raw == value ? text : "";
        }
        return Name().Matches(text).All(one => said.ContainsKey(one.Groups["name"].Value)) ? text : "";
    }

    /// <summary>What is told of somebody of the circle who reads it: <c>your-roles</c> for <c>roles</c>.</summary>
    private const string Your = "your-";

    private static bool IsOfReader(Fact fact, Words words) =>
        fact is RelatedPersonRecorded close && SaidToReader.IsYou(close.RelatedPerson, words);

    private static string Fill(string name, Dictionary<string, Told> said, HashSet<string> told)
    {
        told.Add(name.StartsWith(Your, StringComparison.Ordinal) ? name[Your.Length..] : name);
        return said.GetValueOrDefault(name)?.Text ?? "";
    }

    /// <summary>A capital at the beginning, and never two full stops.</summary>
    private static string Ended(string text)
    {
        var once = Stops().Replace(text, "${stop}");
        return once.Length == 0 ? once : char.ToUpperInvariant(once[0]) + once[1..];
    }

    private static Dictionary<string, Told> Said(TimelineRow row, IReadOnlyList<Detail> details, Words words)
    {
        var said = new Dictionary<string, Told>(StringComparer.Ordinal)
        {
            ["person"] = new("", SaidToReader.Person(row, words)),
        };
        if (row.IsAgain)
            said["again"] = new("true", "");
        var yours = IsOfReader(row.Entry.Fact, words) ? Your : "";
        foreach (var detail in details)
        {
            var (name, text) = (yours + Words.Kebab(detail.Label), DetailWords.Of(detail, words));
            said[name] = said.TryGetValue(name, out var before)
                ? before with
                {
                    Text = $"{before.Text}, {text}",
                }
                : new(detail.Value, text);
        }
        foreach (var (name, text) in Wholes(row.Entry.Fact, words))
            said[name] = new("", text);
        return said;
    }

    /// <summary>What is said in one go and not field by field.</summary>
    private static IEnumerable<(string Name, string Text)> Wholes(Fact fact, Words words) =>
        fact switch
        {
            RelatedPersonRecorded close =>
            [
                ("close", SaidToReader.Name(close.Name.Full(), words)),
                ("relation", Telling.Relationship(close, words)),
                ("who", SaidToReader.Name($"{close.Name.Full()} ({Telling.Relationship(close, words)})", words)),
            ],
            CareTeamMemberJoined member =>
            [
                ("role", Telling.Discipline(member, words) + (member.OrganisationName is { } at ? $", {at}" : "")),
            ],
            AddressRecorded { Address: var address } when address.Line().Length > 0 => [("line", address.Line())],
            LanguageRecorded { Language: var code } => [("language", LanguageNames.Of(code, words))],
            DnrCodeGiven given => [("meaning", words[$"dnr-code.meaning.{Words.Kebab(given.Code.ToString())}"])],
            MarkingRevised { Why: { Length: > 0 } why } => [("why", why)],
            SignalEscalated { Why: { Length: > 0 } why } => [("why", why)],
            ProposalPutAway { Why: { Length: > 0 } why } => [("why", why)],
            AttentionPutOff { Why: { Length: > 0 } why } => [("why", why)],
            EntryStruckOut { Reason.Length: > 0 } struck => [("reason", StruckWords.Reason(struck, words))],
            _ => [],
        };

    private const int MostMilliseconds = 1000;

    [GeneratedRegex(
        @"\[(?:(?<if>![a-z-]+|[a-z-]+=[A-Za-z.]+)\|)?(?<text>[^\]]*)\]",
        RegexOptions.None,
        MostMilliseconds
    )]
    private static partial Regex Optional();

    [GeneratedRegex("<(?<name>[a-z-]+)>", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Name();

    [GeneratedRegex("(?<stop>[.!?…]”?)[.]", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Stops();

    /// <summary>What a fact says under one name: as it is kept, and as people read it.</summary>
    private sealed record Told(string Raw, string Text);
}
