using System.Text.Json;
using Mantel.Core.Access;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Platform;

namespace Mantel.Web.People;

/// <summary>The kinds of note that somebody may write about a person, and the words that propose one.</summary>
internal static class NotedKinds
{
    private static readonly (NoteKind Kind, AccessAction What, bool AfterDeath)[] All =
    [
        (NoteKind.Change, AccessAction.RecordCourse, false),
        (NoteKind.SaysNow, AccessAction.SayDifferently, false),
        (NoteKind.Signal, AccessAction.GiveSignal, true),
        (NoteKind.Note, AccessAction.MakeNote, true),
        (NoteKind.Phase, AccessAction.MarkPhase, false),
    ];

    public static IReadOnlyList<NoteKind> Offered(Sight sight)
    {
        var isAlive = sight.Record.Death() is null;
        return [.. All.Where(one => (isAlive || one.AfterDeath) && sight.May(one.What)).Select(one => one.Kind)];
    }

    /// <summary>The terms for the script that proposes while somebody types: term, kind.</summary>
    public static string TermsFor(IReadOnlyList<NoteKind> offered) =>
        JsonSerializer.Serialize(
            NoteKinds
                .Terms.Where(term => offered.Contains(term.Kind))
                .Select(term => new[] { term.Term, term.Kind.ToString() })
        );

    /// <summary>What kind it is, as the reader is addressed: the person is spoken to.</summary>
    public static string Name(NoteKind kind, bool isOwn, Words words) =>
        isOwn ? words[$"note-kind-own.{Words.Kebab(kind.ToString())}"] : words.Name("note-kind", kind);

    public static string Hint(NoteKind kind, bool isOwn, Words words) =>
        isOwn ? words[$"note-hint-own.{Words.Kebab(kind.ToString())}"] : words.Name("note-hint", kind);
}
