using System.Text;
using Mantel.Core.Access;
using Mantel.Core.Journal;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Access;

/// <summary>
/// docs/access.md is the access table as a clinician reads it; it is written from the table and kept with it.
/// </summary>
public sealed class AccessDocument
{
    private const string Rewrite = "MANTEL_WRITE_DOCS";

    [Fact]
    public void The_page_about_access_says_what_the_table_says()
    {
        var path = Repository.File("docs/access.md");
        if (Environment.GetEnvironmentVariable(Rewrite) is not null)
            File.WriteAllText(path, Render());

        File.ReadAllText(path).ShouldBe(Render(), $"Run this test once with {Rewrite}=1 to write it anew.");
    }

    private static string Render()
    {
        var page = new StringBuilder();
        var (duty, glass) = (AccessTable.DutyFor.TotalHours, AccessTable.GlassOpenFor.TotalHours);
        page.Append(
            $"""
            # Who may see and do what

            Written from `AccessTable` by a test; do not edit. What is not here is not allowed. Somebody needs the role
            **and** one of the relations; a relation holds only with the consent named below. Absent and forbidden look
            alike. Every look is logged before it is shown, and so is every attempt.

            ## Relations

            | relation | needs of the recorded consent to share |
            | --- | --- |

            """.ReplaceLineEndings("\n")
        );
        foreach (var relation in Enum.GetValues<Relation>())
            page.Append($"| {Say(relation)} | {Consent(AccessTable.ConsentFor(relation))} |\n");
        page.Append(
            $"""

            On duty are: {Join(
                AccessTable.Duty.Order()
            )}. Who found a person by two identifiers (name and birth date, or
            a national number) stays on duty for them for {duty:0} hours; a broken glass closes
            after {glass:0} hours. A close one or representative no longer has that relation
            once the person died.

            ## What needs no relation

            | what | roles |
            | --- | --- |

            """.ReplaceLineEndings(
                "\n"
            )
        );
        foreach (var row in AccessTable.Rows.Where(row => row.Relations.Count == 0))
            page.Append($"| {Say(row.What)} | {Join(row.Roles)} |\n");
        page.Append(
            "\n## What is about one person\n\n| what | roles | any of these relations |\n| --- | --- | --- |\n"
        );
        foreach (var row in AccessTable.Rows.Where(row => AccessTable.IsAboutPerson(row.What)))
            page.Append($"| {Say(row.What)} | {Join(row.Roles)} | {Join(row.Relations)} |\n");
        page.Append(
            "\n## What is about a record of an organisation\n\n"
                + "| what | roles | any of these relations |\n| --- | --- | --- |\n"
        );
        foreach (var row in AccessTable.Rows.Where(row => AccessTable.IsAboutRecord(row.What)))
            page.Append($"| {Say(row.What)} | {Join(row.Roles)} | {Join(row.Relations)} |\n");
        page.Append(
            """

            ## Disclosed to somebody without access, on purpose

            - To somebody on duty who searches by two identifiers: that the person is here, by name and birth date, with
              the way to break the glass. It is logged.
            - To somebody who registers a person: that there may be a record already. That they came upon it is logged.
            - To the reviewer of an organisation: who broke a glass, when and why, and not whose record it was. That is
              logged.

            """.ReplaceLineEndings("\n")
        );
        return page.ToString();
    }

    private static string Join<T>(IEnumerable<T> all)
        where T : struct, Enum => string.Join(", ", all.Select(Say));

    private static string Say<T>(T one)
        where T : struct, Enum =>
        string.Concat(
            one.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{c}")
        );

    private static string Consent(ConsentNeeded needed) =>
        needed switch
        {
            ConsentNeeded.None => "nothing: holds whatever is recorded",
            ConsentNeeded.NotRefused => "no refusal",
            ConsentNeeded.Given => "consent given",
        };
}
