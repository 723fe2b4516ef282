using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Metadata;

namespace Mantel.Web.Access;

/// <summary>How a form that does one act to a person's record is declared, in one line.</summary>
internal static class PersonForms
{
    /// <summary>
    /// GET shows the form, POST does the act. The page takes the parameters <c>Sight</c> and <c>Typed</c>, and uses
    /// ActForm with <c>Seen="Sight.Version"</c>. What the act needs is said by its own attribute.
    /// </summary>
    /// <param name="read">Makes the act of what was typed; a problem at a field keeps it from being done.</param>
    /// <param name="to">
    /// Where one goes when it is done; <c>{id}</c> is the person, <c>{act}</c> the act, others are parts of the
    /// address.
    /// </param>
    /// <param name="done">What the next page says was done: a key of the language files.</param>
    /// <param name="there">For whom it is there; for others it is absent, as what one may not see. Null: for
    /// all.</param>
    public static void MapPersonForm<TPage, TAct>(
        this IEndpointRouteBuilder routes,
        string pattern,
        Func<SubmittedForm, TAct> read,
        string to,
        string? done = null,
        bool withFiles = false,
        Func<PersonRecord, HttpContext, bool>? there = null
    )
        where TPage : IComponent
        where TAct : IAct<PersonRecord> =>
        routes.MapPersonForm<TPage, TAct>(pattern, filled => Task.FromResult(read(filled)), to, done, withFiles, there);

    /// <inheritdoc
    /// cref="MapPersonForm{TPage,TAct}(IEndpointRouteBuilder,string,Func{SubmittedForm,TAct},string,string,bool,
    /// Func{PersonRecord,HttpContext,bool})"/>
    public static void MapPersonForm<TPage, TAct>(
        this IEndpointRouteBuilder routes,
        string pattern,
        Func<SubmittedForm, Task<TAct>> read,
        string to,
        string? done = null,
        bool withFiles = false,
        Func<PersonRecord, HttpContext, bool>? there = null
    )
        where TPage : IComponent
        where TAct : IAct<PersonRecord>
    {
        var what = Desk.NeedOf(typeof(TAct));
        var form = new PersonForm(what, typeof(TPage), async filled => await read(filled), to, done)
        {
            IsThere = there ?? ((_, _) => true),
        };
        var needs = new NeedsWhat(form.What, ThroughDesk: true);
        routes
            .MapGet(pattern, (Guid id, HttpContext http, Desk desk) => form.ShowAsync(id, http, desk))
            .WithMetadata(needs);
        var post = routes
            .MapPost(
                pattern,
                (Guid id, TypedForm typed, HttpContext http, Desk desk) => form.DoAsync(id, typed, http, desk)
            )
            .WithMetadata(needs)
            .ShowsAgain();
        if (withFiles)
            post.WithMetadata(new WithFiles());
    }

    /// <summary>
    /// An act with a button and no form of its own: POST only. What the act refuses gets the same answer as what is not
    /// there.
    /// </summary>
    public static void MapPersonAct<TAct>(
        this IEndpointRouteBuilder routes,
        string pattern,
        Func<SubmittedForm, TAct> read,
        string to,
        string? done = null
    )
        where TAct : IAct<PersonRecord>
    {
        var form = new PersonForm(
            Desk.NeedOf(typeof(TAct)),
            page: null,
            filled => Task.FromResult<IAct<PersonRecord>>(read(filled)),
            to,
            done
        );
        routes
            .MapPost(
                pattern,
                (Guid id, TypedForm typed, HttpContext http, Desk desk) => form.DoAsync(id, typed, http, desk)
            )
            .WithMetadata(new NeedsWhat(form.What, ThroughDesk: true));
    }

    private sealed class WithFiles : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => NewAttachment.Limit + (1 << 20);
    }
}

/// <summary>A form as somebody sent it: what was typed, about whom, with its documents.</summary>
public sealed class SubmittedForm(TypedForm typed, Sight sight, HttpContext http)
{
    private readonly List<NewAttachment> _documents = [];

    public TypedForm Typed { get; } = typed;

    public Sight Sight { get; } = sight;

    /// <summary>What the form can ask, such as the accounts of this installation.</summary>
    public IServiceProvider Services => http.RequestServices;

    public IReadOnlyList<NewAttachment> Documents => _documents;

    /// <summary>An id in the address, such as the entry of <c>{entry:guid}</c>.</summary>
    public Guid Route(string name) =>
        Guid.TryParse(http.Request.RouteValues[name] as string, out var id) ? id : Guid.Empty;

    /// <summary>
    /// Takes in the document of a file field; null when none was chosen or it is too large, a problem there.
    /// </summary>
    public NewAttachment? Document(string field)
    {
        if (Typed.Files.GetFile(field) is not { Length: > 0 } file)
            return null;
        if (file.Length > NewAttachment.Limit)
        {
            Typed.Wrong(field, "rule.document-too-large", $"{NewAttachment.Limit >> 20}");
            return null;
        }
        using var content = new MemoryStream();
        file.CopyTo(content);
        var document = new NewAttachment(
            Guid.NewGuid(),
            file.ContentType is { Length: > 0 } type ? type : "application/octet-stream",
            Path.GetFileName(file.FileName),
            content.ToArray()
        );
        _documents.Add(document);
        return document;
    }
}

/// <summary>A form and the act it does: shown, sent, and answered in one of the three ways an error can go.</summary>
internal sealed class PersonForm(
    AccessAction what,
    Type? page,
    Func<SubmittedForm, Task<IAct<PersonRecord>>> read,
    string to,
    string? done
)
{
    public AccessAction What { get; } = what;

    /// <summary>For whom the form is there.</summary>
    public Func<PersonRecord, HttpContext, bool> IsThere { get; init; } = (_, _) => true;

    public async Task<IResult> ShowAsync(Guid id, HttpContext http, Desk desk)
    {
        if (http.Actor() is not { } actor)
            return Endpoints.SignInFirst();
        var sight = await desk.LoadAsync(id, actor, What, http.Now(), http.RequestAborted);
        return sight is null || page is null || !IsThere(sight.Record, http)
            ? Answer.NothingHere()
            : PersonPages.Render(page, sight, http, TypedForm.Nothing());
    }

    public async Task<IResult> DoAsync(Guid id, TypedForm typed, HttpContext http, Desk desk)
    {
        if (http.Actor() is not { } actor)
            return Endpoints.SignInFirst();
        var now = http.Now();
        var sight = await desk.LoadAsync(id, actor, What, now, http.RequestAborted);
        if (sight is null || !IsThere(sight.Record, http))
            return Answer.NothingHere();
        var filled = new SubmittedForm(typed, sight, http);
        var wanted = await read(filled);
        if (typed.Problems.Count > 0)
            return Again(typed, sight, http);
        var sending = typed.Sent(http, filled.Documents) with
        {
            Seen = typed.Seen ?? 0,
            Knowingly = typed.All("knowingly"),
        };
        return await desk.DoAsync(id, wanted, actor, sending, now, http.RequestAborted) switch
        {
            ActOutcome.Done or ActOutcome.AlreadyDone => Answer.SeeOther(http, To(typed.Act, http), done),
            ActOutcome.Refused refused => Again(typed.With(refused.Problems), sight, http),
            ActOutcome.Stale stale => await SinceAsync(stale, typed, actor, http, desk, id),
            ActOutcome.SentOtherwise other => await OtherwiseAsync(other, typed, actor, http, desk, id),
            _ => Answer.NothingHere(),
        };
    }

    private string To(Guid act, HttpContext http) =>
        http
            .Request.RouteValues.Append(new("act", act))
            .Aggregate(
                to,
                (way, value) => way.Replace($"{{{value.Key}}}", value.Value?.ToString(), StringComparison.Ordinal)
            );

    /// <summary>
    /// The form with both versions: what was typed, and what others did meanwhile. Sent again it is done.
    /// </summary>
    private async Task<IResult> SinceAsync(
        ActOutcome.Stale stale,
        TypedForm typed,
        Actor actor,
        HttpContext http,
        Desk desk,
        Guid id
    )
    {
        if (await desk.LoadAsync(id, actor, What, http.Now(), http.RequestAborted) is not { } newest)
            return Answer.NothingHere();
        var problem = new Problem("", "rule.changed-meanwhile", [], IsBrokenRule: true);
        return Again(
            typed.With([problem]).SeenUntil(stale.Since[^1].Version),
            newest with
            {
                Since = [.. stale.Since.Select(entry => newest.Record.Find(entry.Id)).OfType<Entry>()],
            },
            http
        );
    }

    /// <summary>The form with both versions: what was typed now, and what it recorded when sent first.</summary>
    private async Task<IResult> OtherwiseAsync(
        ActOutcome.SentOtherwise other,
        TypedForm typed,
        Actor actor,
        HttpContext http,
        Desk desk,
        Guid id
    ) =>
        await desk.LoadAsync(id, actor, What, http.Now(), http.RequestAborted) is { } newest
            ? Again(typed.SentOtherwise(other).Beside(RecordedBefore.Of(newest.Record, other.Recorded)), newest, http)
            : Answer.NothingHere();

    private IResult Again(TypedForm typed, Sight sight, HttpContext http)
    {
        if (page is null)
            return Answer.NothingHere();
        var result = PersonPages.Render(page, sight, http, typed);
        result.StatusCode = typed.Problems.Any(problem => problem.IsBrokenRule)
            ? StatusCodes.Status409Conflict
            : StatusCodes.Status400BadRequest;
        return result;
    }
}
