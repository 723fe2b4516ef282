using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.AdvanceCarePlanning.Forms;
using Mantel.Web.Identification;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;
using Microsoft.Extensions.Primitives;
using Answer = Mantel.Web.Platform.Answer;

namespace Mantel.Web.People;

/// <summary>
/// The one door to write something down about a person: the words first, then their kind, and on in the act of that
/// kind with the words kept.
/// </summary>
internal static class Noting
{
    private const string Address = "/people/{id:guid}/note";

    /// <summary>The door itself: whoever may write anything may write what the person says now.</summary>
    private static readonly PersonForm Door = new(
        AccessAction.SayDifferently,
        typeof(NotePage),
        Unchosen,
        "/people/{id}",
        null
    );

    /// <summary>What each kind does from the door itself, its own form, and that form's address.</summary>
    private static readonly Dictionary<NoteKind, NotedAct> Acts = new()
    {
        [NoteKind.Change] = Act<RecordCourseChange, CourseForm>("course", Change, "people.done"),
        [NoteKind.SaysNow] = Act<SayDifferently, SayDifferentlyForm>(
            "plan/says-differently",
            typed => new SayDifferently(typed["words"], null, typed.Date("on")),
            "plan.done.says-differently"
        ),
        [NoteKind.Signal] = Act<GiveSignal, GiveSignalForm>(
            "signals/give",
            typed => new GiveSignal(typed.Act, typed["words"], NoticedOn: typed.Date("on")),
            "signal.given"
        ),
        [NoteKind.Note] = Act<MakeNote, NoteForm>(
            "notes/add",
            typed => new MakeNote(typed["words"], typed.Date("on")),
            "note.done"
        ),
    };

    public static void MapNotes(this IEndpointRouteBuilder routes)
    {
        var needs = new NeedsWhat(AccessAction.SayDifferently, ThroughDesk: true);
        routes
            .MapGet(Address, (Guid id, HttpContext http, Desk desk) => Door.ShowAsync(id, http, desk))
            .WithMetadata(needs);
        routes.MapPost(Address, GoOnAsync).WithMetadata(needs).ShowsAgain();
        routes.MapPersonForm<NoteForm, MakeNote>(
            "/people/{id:guid}/notes/add",
            filled => new(filled.Typed["words"], filled.Typed.Date("on"), filled.Typed["hiddenFromPerson"]),
            "/people/{id}",
            "note.done"
        );
    }

    private static async Task<IResult> GoOnAsync(Guid id, TypedForm typed, HttpContext http, Desk desk)
    {
        var kind = KindOf(typed);
        if (typed.Problems.Count > 0 || kind is null)
            return await Door.DoAsync(id, typed, http, desk);
        if (kind is NoteKind.Phase || typed["go"] is "more")
            return await OpenFormAsync(id, kind.Value, typed, http, desk);
        return await Acts[kind.Value].Form.DoAsync(id, typed, http, desk);
    }

    /// <summary>The kind that was chosen with what it cannot do without; what is missing is a problem there.</summary>
    private static NoteKind? KindOf(TypedForm typed)
    {
        typed.Required("words");
        var kind = typed.Choice<NoteKind>("kind") ?? PressedKind(typed);
        if (kind is null && !typed.ProblemsAt("kind").Any())
            typed.Wrong("kind", "rule.note-kind");
        if (kind is NoteKind.Change && typed["go"] is null)
            typed.Chosen<CourseChange>("change");
        if (kind is NoteKind.Phase)
            typed.Chosen<NotedPhase>("phase");
        if (typed.Date("on") is { } on && on.First > typed.Today)
            typed.Wrong("on", "rule.date-in-future");
        return kind;
    }

    /// <summary>Who pressed which change it was, chose the kind with it.</summary>
    private static NoteKind? PressedKind(TypedForm typed) =>
        typed["change"] is not null ? NoteKind.Change
        : typed["phase"] is not null ? NoteKind.Phase
        : null;

    /// <summary>The whole form of the kind, as if opened at its own address, with the words in it.</summary>
    private static async Task<IResult> OpenFormAsync(
        Guid id,
        NoteKind kind,
        TypedForm typed,
        HttpContext http,
        Desk desk
    )
    {
        var (what, page, path) =
            kind is not NoteKind.Phase ? (Acts[kind].Form.What, Acts[kind].Page, Acts[kind].Path)
            : typed.Choice<NotedPhase>("phase") is NotedPhase.Dying
                ? (AccessAction.MarkPhase, typeof(MarkDyingPhaseForm), "phase/dying")
            : (AccessAction.MarkPhase, typeof(MarkPalliativePhaseForm), "phase/palliative");
        if (http.Actor() is not { } actor)
            return Endpoints.SignInFirst();
        if (await desk.LoadAsync(id, actor, what, http.Now(), http.RequestAborted) is not { } sight)
            return Answer.NothingHere();
        http.Request.Path = $"/people/{id}/{path}";
        return PersonPages.Render(page, sight, http, Carried(typed, actor));
    }

    /// <summary>What was typed at the door, under the names that the whole forms give it.</summary>
    private static TypedForm Carried(TypedForm typed, Actor actor)
    {
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["words"] = typed["words"],
            ["noticed"] = typed["words"],
            ["change"] = typed["change"],
            ["judgedBy"] = actor.Author.Name,
            ["act"] = typed.Act.ToString(),
            ["seen"] = typed["seen"],
        };
        foreach (var day in new[] { "on", "saidOn", "judgedOn" })
        foreach (var part in new[] { "day", "month", "year" })
            fields[$"{day}.{part}"] = typed[$"on.{part}"];
        return TypedForm.Of(new FormCollection(fields), typed.Today);
    }

    private static RecordCourseChange Change(TypedForm typed) =>
        new(typed.Chosen<CourseChange>("change"), typed.Date("on"), Words: typed["words"]);

    /// <summary>Nothing is done while something is wrong or no kind was chosen: what was typed stands again.</summary>
    private static Task<IAct<PersonRecord>> Unchosen(SubmittedForm filled)
    {
        if (filled.Typed.Problems.Count == 0)
            filled.Typed.Wrong("kind", "rule.note-kind");
        return Task.FromResult<IAct<PersonRecord>>(new SayDifferently(null, null, null));
    }

    private static NotedAct Act<TAct, TForm>(string path, Func<TypedForm, TAct> read, string done)
        where TAct : IAct<PersonRecord> =>
        new(
            new PersonForm(
                Desk.NeedOf(typeof(TAct)),
                typeof(NotePage),
                filled => Task.FromResult<IAct<PersonRecord>>(read(filled.Typed)),
                "/people/{id}",
                done
            ),
            typeof(TForm),
            path
        );

    /// <summary>An act that the door does, with the page of its own form and where that stands.</summary>
    private sealed record NotedAct(PersonForm Form, Type Page, string Path);
}
