using System.Text.RegularExpressions;
using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>Records the language spoken, whether an interpreter is needed and how, and who the key person is.</summary>
/// <param name="InterpreterNeeded">Null: not asked.</param>
[Needs(AccessAction.CorrectPerson)]
public sealed partial record RecordLanguage(
    string Language,
    bool? InterpreterNeeded = null,
    string? InterpreterHow = null,
    string? KeyPerson = null
) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var tag = Tag(found, Language);
        if (tag is null && found.None)
            found.Add("language", "rule.missing");
        return found.Or(
            new LanguageRecorded(
                tag ?? "",
                InterpreterNeeded,
                found.Line("interpreterHow", InterpreterHow),
                found.Line("keyPerson", KeyPerson)
            )
        );
    }

    public bool IsAbout(Fact fact) => fact is LanguageRecorded;

    /// <summary>A language tag such as nl, tr, ary or zh-Hant; null and a problem when it is none.</summary>
    internal static string? Tag(Findings found, string? language)
    {
        var tag = found.Line("language", language);
        if (tag is not null && !Shape().IsMatch(tag))
            found.Add("language", "rule.language-unknown");
        return tag;
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Shape();
}
