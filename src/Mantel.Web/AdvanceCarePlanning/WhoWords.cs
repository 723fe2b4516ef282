using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>
/// Says who decides, with what right, and who only speaks: on the night page, in the plan and on the sheet.
/// </summary>
internal static class WhoWords
{
    /// <param name="set">The sentences about the person, or those in which the person says it.</param>
    public static string Decides(Decider decider, string name, Words words, string set = "who.decides") =>
        words[$"{set}.{Words.Kebab(decider.ToString())}", name];

    /// <summary>
    /// Since when, or of which day the judgement is; that nobody judged it, where the law takes it that the person can
    /// decide. Null where there is nothing to add.
    /// </summary>
    public static string? Since(Decider decider, PartialDate? since, bool wasJudged, Words words) =>
        (decider, since) switch
        {
            (Decider.Person, _) when !wasJudged => words["who.not-judged"],
            (_, null) => null,
            (Decider.Representative, { } day) => words["who.since", Days.Write(day, words, shortly: true)],
            (_, { } day) => words["who.judged", Days.Write(day, words, shortly: true)],
        };

    public static string? Since(WhoDecides who, Words words) =>
        Since(who.Decider, who.Day, who.Capacity.Judged.Count > 0, words);

    /// <summary>What stands above those who decide now, or who would.</summary>
    public static string Lead(Decider decider, string name, Words words, string set = "who.by-law") =>
        decider switch
        {
            Decider.Representative => words[set + ".now", name],
            Decider.Parents or Decider.PersonAndParents or Decider.ParentsUnlessDiscerning => words[set + ".parents"],
            Decider.Person or Decider.InDoubt or Decider.NobodyKnown => words[set + ".later", name],
        };

    /// <summary>What they are to the person, and what gives them the right.</summary>
    public static string Right(Representative one, Words words) =>
        Right(
            People.SaidToReader.IsYou(one.Name, words) ? null : one.Relationship,
            one.Role,
            one.IsNamedOnPaper,
            one.NamedOn,
            one.Law is not null,
            words
        );

    public static string Right(SheetRight one, Words words) =>
        Right(one.Relationship, one.Role, one.IsNamedOnPaper, null, one.IsByLaw, words);

    public static string OnlySpeaks(ContactRole? role, string name, Words words) =>
        words[role is ContactRole.TrustedPerson ? "who.trusted" : "who.speaks", name];

    public static string? Relation(Relationship? relationship, Words words) =>
        relationship is { } known ? words.Name("relationship", known) : null;

    public static string? Law(string? article, Words words) => article is null ? null : words["who.law", article];

    private static string Right(
        Relationship? relationship,
        ContactRole? role,
        bool isNamedOnPaper,
        PartialDate? namedOn,
        bool isByLaw,
        Words words
    ) =>
        string.Join(
            " · ",
            new[]
            {
                Relation(relationship, words),
                role is { } office ? words.Name("contact-role", office)
                : isNamedOnPaper && namedOn is { } day ? words["who.right.paper-of", Days.Write(day, words)]
                : isNamedOnPaper ? words["who.right.paper"]
                : isByLaw ? words[relationship is Relationship.Partner ? "who.right.partner" : "who.right.family"]
                : null,
            }.OfType<string>()
        );
}

/// <summary>The right of somebody on the sheet.</summary>
internal readonly record struct SheetRight(
    Relationship? Relationship,
    ContactRole? Role,
    bool IsNamedOnPaper,
    bool IsByLaw
);
