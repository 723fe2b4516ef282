using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;
using Microsoft.Extensions.Primitives;
using Answer = Mantel.Web.Platform.Answer;

namespace Mantel.Web.AdvanceCarePlanning.Talking;

/// <summary>
/// One question on the screen: whatever button is pressed, what was answered is saved first, and nothing typed is lost.
/// </summary>
internal static class QuestionForm
{
    private const string Pattern = "/people/{id:guid}/talk/{talk:guid}/ask/{question}";

    /// <summary>Tells a page that saved by itself which entry now holds its answer.</summary>
    private const string NotedHeader = "Mantel-Noted";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var needs = new NeedsWhat(AccessAction.AgreePlan, ThroughDesk: true);
        routes.MapGet(Pattern, ShowAsync).WithMetadata(needs);
        routes.MapPost(Pattern, DoAsync).WithMetadata(needs).ShowsAgain();
    }

    private static async Task<IResult> ShowAsync(Guid id, Guid talk, string question, HttpContext http, Desk desk)
    {
        if (http.Actor() is not { } actor)
            return Endpoints.SignInFirst();
        var sight = await desk.LoadAsync(id, actor, AccessAction.AgreePlan, http.Now(), http.RequestAborted);
        if (sight is null || TalkSight.Of(sight, talk) is not { } known)
            return Answer.NothingHere();
        return known switch
        {
            { Talk.IsUnfinished: false } => Answer.SeeOther(http, $"/people/{id}/plan"),
            _ when known.Question(question) is null => Answer.SeeOther(http, known.Address),
            _ => PersonPages.Render(typeof(QuestionPage), sight, http, TypedForm.Nothing()),
        };
    }

    private static async Task<IResult> DoAsync(
        Guid id,
        Guid talk,
        string question,
        TypedForm typed,
        HttpContext http,
        Desk desk
    )
    {
        if (http.Actor() is not { } actor)
            return Endpoints.SignInFirst();
        var answered = TypedAnswer.Read(typed);
        var act = NoteAnswer.To(talk, question, answered.Answer, answered.Over);
        if (answered.Go == TypedAnswer.Save)
            return await SaveAsync(id, act, answered, actor, typed, http, desk);
        var sight = await desk.LoadAsync(id, actor, AccessAction.AgreePlan, http.Now(), http.RequestAborted);
        if (sight is null || TalkSight.Of(sight, talk) is not { } known)
            return Answer.NothingHere();
        if (answered.Go.StartsWith(TypedAnswer.Take, StringComparison.Ordinal))
            return PersonPages.Render(typeof(QuestionPage), sight, http, Taken(http, typed, sight, answered.Go));
        if (typed.Problems.Count > 0)
            return Again(typed, sight, http);
        if (
            known.Question(question) is { } asked
            && TypedAnswer.DoubtOf(typed, asked.LastTime(known.SoFar)) is not null
        )
            return PersonPages.Render(typeof(QuestionPage), sight, http, typed);
        return await desk.DoAsync(id, act, actor, Sent(typed, answered, http), http.Now(), http.RequestAborted) switch
        {
            ActOutcome.Done done => Go(answered.Go, question, known.After(done.Entries), typed, http),
            ActOutcome.AlreadyDone => Go(answered.Go, question, known, typed, http),
            ActOutcome.SentOtherwise before => Again(typed.SentOtherwise(before), sight, http),
            ActOutcome.Refused refused => await RefusedAsync(id, refused.Problems, typed, actor, http, desk),
            _ => Answer.NothingHere(),
        };
    }

    /// <summary>Saved by the page itself while one types: no page comes back, and no look is written.</summary>
    private static async Task<IResult> SaveAsync(
        Guid id,
        IAct<PersonRecord> act,
        TypedAnswer answered,
        Actor actor,
        TypedForm typed,
        HttpContext http,
        Desk desk
    )
    {
        if (typed.Problems.Count > 0)
            return NotSaved(http, typed.Problems);
        var sending = Sent(typed, answered, http);
        var deed = await desk.DoAsync(id, act, actor, sending, http.Now(), http.RequestAborted);
        if (deed is ActOutcome.Refused refused)
            return NotSaved(http, refused.Problems);
        if (deed is not (ActOutcome.Done or ActOutcome.AlreadyDone))
            return Answer.NothingHere();
        var entries = (deed as ActOutcome.Done)?.Entries ?? ((ActOutcome.AlreadyDone)deed).Entries;
        if (entries is [.., var noted])
            http.Response.Headers[NotedHeader] = noted.Id.ToString();
        return Results.NoContent();
    }

    private static IResult NotSaved(HttpContext http, IReadOnlyList<Problem> problems)
    {
        var words = http.RequestServices.GetRequiredService<Words>();
        var status = problems.Any(problem => problem.IsBrokenRule)
            ? StatusCodes.Status409Conflict
            : StatusCodes.Status400BadRequest;
        return Results.Text(string.Join(' ', problems.Select(words.Say)), "text/plain", statusCode: status);
    }

    /// <summary>Passing a question over is an answer too: which button was pressed is part of what was sent.</summary>
    private static Submission Sent(TypedForm typed, TypedAnswer answered, HttpContext http) =>
        typed.Sent(http, more: $"{answered.Answer.Kind}") with
        {
            Seen = typed.Seen ?? 0,
        };

    private static IResult Go(string go, string from, TalkSight talk, TypedForm typed, HttpContext http)
    {
        if (go == "next" && typed["lacked"] is null && LacksOf(talk, from) is { Count: > 0 } lacks)
            return Again(Renewed(http).With(lacks), talk.Sight with { Record = talk.SoFar.Person }, http);
        return go switch
        {
            "back" => Answer.SeeOther(http, talk.Way(from, -1)),
            "leave" => Answer.SeeOther(http, $"/people/{talk.Sight.Person}/talk", "talk.done.left"),
            "read-back" => Answer.SeeOther(http, $"{talk.Address}/read-back"),
            _ => Answer.SeeOther(http, talk.Way(from, 1)),
        };
    }

    /// <summary>It is saved; what is still missing is asked once, and who wants to may go on all the same.</summary>
    private static IReadOnlyList<Problem> LacksOf(TalkSight talk, string key) =>
        talk.Question(key) is { } question && talk.SoFar.AnswerTo(key) is { } answer
            ? question.Lacks(answer, talk.SoFar)
            : [];

    /// <summary>The same form as a new act: the one that was sent is done.</summary>
    private static TypedForm Renewed(HttpContext http, params (string Field, string Value)[] changed)
    {
        var fields = http
            .Request.Form.Where(field => field.Key is not ("act" or "over"))
            .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        foreach (var (field, value) in changed)
            fields[field] = new StringValues(value);
        return TypedForm.Of(new FormCollection(fields), http.Now().Today);
    }

    private static async Task<IResult> RefusedAsync(
        Guid id,
        IReadOnlyList<Problem> problems,
        TypedForm typed,
        Actor actor,
        HttpContext http,
        Desk desk
    )
    {
        var sight = await desk.LoadAsync(id, actor, AccessAction.AgreePlan, http.Now(), http.RequestAborted);
        return sight is null ? Answer.NothingHere() : Again(typed.With(problems), sight, http);
    }

    private static IResult Again(TypedForm typed, Sight sight, HttpContext http)
    {
        var page = PersonPages.Render(typeof(QuestionPage), sight, http, typed);
        page.StatusCode = typed.Problems.Any(problem => problem.IsBrokenRule)
            ? StatusCodes.Status409Conflict
            : StatusCodes.Status400BadRequest;
        return page;
    }

    /// <summary>What was written at home, put among the words; it is saved when one goes on.</summary>
    private static TypedForm Taken(HttpContext http, TypedForm typed, Sight sight, string go)
    {
        var told = Guid.TryParse(go[TypedAnswer.Take.Length..], out var id)
            ? sight
                .Record.Preparations()
                .SelectMany(one => one.Told.Values)
                .Where(one => one.Entry.Id == id)
                .Select(one => one.Fact)
                .FirstOrDefault()
            : null;
        return Renewed(http, ("words", string.Join('\n', new[] { typed["words"], told?.Words }.OfType<string>())));
    }
}
