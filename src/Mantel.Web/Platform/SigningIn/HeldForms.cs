using Microsoft.AspNetCore.Authorization;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// Nothing typed is lost by being signed out. A form that comes without anybody signed in is answered by the door,
/// which holds it; whoever typed it gets it back when they are in, shown and not sent.
/// </summary>
internal static class HeldForms
{
    /// <summary>Says that this endpoint shows its form again, and does nothing, while something is wrong.</summary>
    public static TEndpoint ShowsAgain<TEndpoint>(this TEndpoint endpoint)
        where TEndpoint : IEndpointConventionBuilder => endpoint.WithMetadata(new ShowsFormAgain());

    /// <summary>
    /// Answers with the door when who typed this is not signed in any more, and with the choice of a role when it was
    /// typed in another than one is in now: nothing is recorded in a role that the form did not show.
    /// </summary>
    public static async Task HoldAsync(HttpContext http, RequestDelegate next)
    {
        var who = SignedIn.Of(http);
        if (
            !IsForSomebody(http)
            || await ReadAsync(http) is not { } form
            || HeldForm.MadeForOf(http, form) is not { } account
            || (who is not null && !who.Also.Contains(account))
        )
        {
            await next(http);
            return;
        }
        var typed = HeldForm.Of(account, http, form);
        var held = CanShowAgain(http) ? typed.Seal(http) : null;
        var answer =
            who is not null || SignedIn.MustChoose(http.User)
                ? await ChoosingRoles.HoldAsync(http, typed, held)
                : await SignIn.HoldAsync(http, held, BackOf(http, held is not null));
        await answer.ExecuteAsync(http);
    }

    /// <summary>Whoever comes in with a form that is held goes on in the role in which it was typed.</summary>
    public static void Wants(HttpContext http)
    {
        if (In(http) is { } held)
            http.Features.Set(new WantedRole(held.Account));
    }

    /// <summary>The form that came with who comes in; null when none did.</summary>
    public static HeldForm? In(HttpContext http) =>
        http.Request.HasFormContentType ? HeldForm.In(http, http.Request.Form[HeldForm.Field]) : null;

    /// <summary>A form that is given back is for who just came in, and not for who sent the request.</summary>
    public static Task BackInAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<FormGivenBack>() is not null && http.Features.Get<JustSignedIn>() is { } just)
            http.User = just.Who;
        return next(http);
    }

    /// <summary>
    /// A form whose proof is gone, from a page that was made for who is signed in, is shown again rather than lost.
    /// </summary>
    public static async Task<bool> IsOwnAsync(HttpContext http)
    {
        if (!CanShowAgain(http) || SignedIn.Of(http) is not { } who || await ReadAsync(http) is not { } form)
            return false;
        if (HeldForm.MadeForOf(http, form) != who.Account)
            return false;
        http.Features.Set(new FormGivenBack(form.Files.Any(file => file.Length > 0)));
        return true;
    }

    /// <summary>On from the door: to the form that was held for whoever came in, or to where they came from.</summary>
    public static IResult GoOn(HttpContext http, TypedForm typed)
    {
        var held = In(http);
        if (held is null || http.Features.Get<JustSignedIn>() is not { } just)
            return Answer.SeeOther(http, Preferences.Back(typed["back"]));
        if (SignedIn.Of(just.Who)?.Account != held.Account)
            return Answer.SeeOther(http, "/", "sign-in.held-for-another");
        http.Features.Set(held);
        return Results.Empty;
    }

    /// <summary>Shows a form that was held, in the answer to who came in for it.</summary>
    public static async Task GiveBackAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Features.Get<HeldForm>() is not { } held || http.Features.Get<JustSignedIn>() is not { } just)
            return;
        http.Features.Set<HeldForm>(null);
        http.Features.Set(new FormGivenBack(held.HadFiles));
        http.User = just.Who;
        (http.Request.Path, http.Request.QueryString) = (held.Address, QueryString.Empty);
        http.Request.Form = held.ToForm();
        http.Request.RouteValues.Clear();
        http.SetEndpoint(null);
        await next(http);
    }

    private static bool IsForSomebody(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method)
        && http.Request.HasFormContentType
        && http.GetEndpoint() is { } endpoint
        && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        && (SignedIn.Of(http) is null || endpoint.Metadata.GetMetadata<AboutOwnAccount>() is null);

    private static bool CanShowAgain(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<ShowsFormAgain>() is not null;

    /// <summary>Null for a form that cannot be read: too large, or broken.</summary>
    private static async Task<IFormCollection?> ReadAsync(HttpContext http)
    {
        try
        {
            return http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Where the button stood, when there is nothing to give back.</summary>
    private static string BackOf(HttpContext http, bool isHeld) =>
        !isHeld && http.Request.GetTypedHeaders().Referer is { } from && from.Authority == http.Request.Host.Value
            ? Preferences.Back(from.AbsolutePath)
            : "/";
}
