using Mono.Cecil;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Boundaries;

/// <summary>
/// Which room may know which: only downwards, as this list says. The rooms of one person's record know each other,
/// because a plan is agreed by a team about somebody; whatever stands on them is known by none of them, nor by its
/// neighbours.
/// </summary>
public sealed class ModulesTests
{
    /// <summary>One person's record: who they are, who cares, what was agreed, and who may see it.</summary>
    private static readonly string[] OfAPerson =
    [
        "People",
        "Access",
        "AdvanceCarePlanning",
        "CareTeam",
        "Identification",
        "Support",
    ];

    private static readonly Dictionary<string, string[]> InCore = new(StringComparer.Ordinal)
    {
        ["Journal"] = [],
        ["Population"] = ["Journal"],
        ["Quality"] = [.. OfAPerson, "Journal", "Population"],
        ["Questions"] = ["Access", "CareTeam", "Journal", "Population"],
    };

    private static readonly Dictionary<string, string[]> InWeb = new(StringComparer.Ordinal)
    {
        ["Platform"] = ["Look"],
        ["Look"] = ["Platform"],
        ["Commands"] = ["Look", "Platform"],
        ["Spreadsheets"] = ["Access", "Look", "Platform"],
        ["Quality"] = ["Access", "Look", "Platform"],
        ["Questions"] = ["Access", "Look", "People", "Platform"],
        ["Start"] = [.. OfAPerson, "Look", "Platform", "Quality"],
    };

    /// <summary>The one place where every room is named; and one's own account stands on the access table.</summary>
    private static readonly string[] NamesAll =
    [
        "Mantel.Web.Platform.Modules",
        "Mantel.Web.Platform.SigningIn.OwnAccount",
    ];

    [Fact]
    public void A_room_of_Core_knows_only_what_lies_below_it() =>
        Offences("Mantel.Core", InCore, ["Journal", "Population"]).ShouldBeEmpty();

    [Fact]
    public void A_room_of_the_web_knows_only_what_lies_below_it() =>
        Offences("Mantel.Web", InWeb, ["Look", "Platform", "Spreadsheets"]).ShouldBeEmpty();

    [Fact]
    public void Every_room_that_has_pages_is_entered_by_its_two_doors()
    {
        using var web = Reach.Of("mantel");
        var modules = web.MainModule.GetType("Mantel.Web.Platform.Modules");
        var doors = modules
            .Methods.SelectMany(method => method.Body.Instructions)
            .Select(instruction => instruction.Operand)
            .OfType<MethodReference>()
            .Where(method => method.Name.StartsWith("Map", StringComparison.Ordinal))
            .Select(method => RoomOf(method.DeclaringType.FullName))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        OfAPerson.Concat(["Quality", "Questions", "Start"]).Except(doors).ShouldBeEmpty();
    }

    /// <summary>Who reads without asking, through the door of modules, and what opens instead of a record.</summary>
    private static readonly Dictionary<string, string> OnModuleDoor = new(StringComparer.Ordinal)
    {
        ["Mantel.Web.Identification.Inbox.InboxDesk"] = "what became of one's own signal, wherever it went",
        ["Mantel.Web.AdvanceCarePlanning.Preparing.HomeDesk"] = "one preparation behind a link",
        ["Mantel.Web.Access.GlassDesk"] = "a broken glass without whose it was",
    };

    [Fact]
    public void Only_these_read_without_asking()
    {
        using var web = Reach.Of("mantel");
        web.MainModule.Types.Where(type =>
                Reach.From(type).Any(name => name.StartsWith("Mantel.Storage.ModuleDoor", StringComparison.Ordinal))
            )
            .Select(type => type.FullName)
            .ShouldBe(OnModuleDoor.Keys, ignoreOrder: true);
    }

    [Fact]
    public void A_look_upwards_is_seen()
    {
        var below = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["Population"] = [] };
        Offences("Mantel.Core", below, [])
            .ShouldContain(offence => offence.StartsWith("Population knows Journal", StringComparison.Ordinal));
    }

    private static List<string> Offences(string assembly, Dictionary<string, string[]> list, string[] ground)
    {
        using var read = Reach.Of(assembly == "Mantel.Web" ? "mantel" : assembly);
        return
        [
            .. from type in read.MainModule.Types
            where !NamesAll.Contains(type.FullName, StringComparer.Ordinal)
            let room = RoomOf(type.FullName)
            where room is not null && (list.ContainsKey(room) || OfAPerson.Contains(room))
            let may = list.GetValueOrDefault(room) ?? [.. OfAPerson, .. ground]
            from known in Reach.From(type).Where(name => name.StartsWith(assembly, StringComparison.Ordinal))
            let other = RoomOf(known)
            where other is not null && other != room && !may.Contains(other, StringComparer.Ordinal)
            group type.Name by (room, other) into pair
            select $"{pair.Key.room} knows {pair.Key.other}: {string.Join(", ", pair.Distinct().Order())}",
        ];
    }

    /// <summary>People, of Mantel.Core.People.PersonRecord; null for what lies in no room.</summary>
    private static string? RoomOf(string name) => name.Split('.') is ["Mantel", _, var room, _, ..] ? room : null;
}
