using Mantel.Web.Look;
using Mantel.Web.Platform.SigningIn;
using Microsoft.AspNetCore.Antiforgery;

namespace Mantel.Web.Platform;

/// <summary>
/// What happens when it goes wrong. Absent and forbidden are one page; a form that is not ours is refused; what nobody
/// expected gets a number, and the log gets the kind and the place of the error, never its words: they can hold a name.
/// </summary>
internal sealed class ErrorPages(ILogger<ErrorPages> log, IAntiforgery antiforgery)
{
    public async Task UseAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
            if (!http.Response.HasStarted && http.Response.ContentType is null && http.Response.ContentLength is null)
                await SayAsync(http, http.Response.StatusCode);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await SayAsync(http, bad.StatusCode);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
        catch (Exception error)
        {
            await ApologiseAsync(http, error);
        }
    }

    /// <summary>Refuses every form that was not ours, save where an endpoint says that it need not be.</summary>
    public async Task CheckFormAsync(HttpContext http, RequestDelegate next)
    {
        var isAsking = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var isFree = http.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };
        var isShown =
            isAsking || isFree || http.GetEndpoint() is null || http.Features.Get<FormGivenBack>() is not null;
        if (isShown || await IsOursAsync(http) || await HeldForms.IsOwnAsync(http))
            await next(http);
        else if (!http.Response.HasStarted && http.Response.StatusCode == StatusCodes.Status200OK)
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    /// <summary>False for a form that is not ours, and for one that cannot be read: too large, or broken.</summary>
    private async Task<bool> IsOursAsync(HttpContext http)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(http);
        }
        catch (Exception error)
            when (error is AntiforgeryValidationException or InvalidDataException or BadHttpRequestException)
        {
            var refused = (error as BadHttpRequestException) ?? error.InnerException as BadHttpRequestException;
            http.Response.StatusCode = refused?.StatusCode ?? StatusCodes.Status400BadRequest;
            return false;
        }
    }

    private static Task SayAsync(HttpContext http, int status)
    {
        var (shown, key) = status switch
        {
            StatusCodes.Status400BadRequest => (status, "platform.trouble.form"),
            StatusCodes.Status413PayloadTooLarge => (status, "platform.trouble.too-large"),
            StatusCodes.Status429TooManyRequests => (status, "platform.trouble.too-often"),
            StatusCodes.Status401Unauthorized
            or StatusCodes.Status403Forbidden
            or StatusCodes.Status404NotFound
            or StatusCodes.Status405MethodNotAllowed
            or StatusCodes.Status415UnsupportedMediaType => (StatusCodes.Status404NotFound, "platform.trouble.nothing"),
            _ => (status, null),
        };
        return key is null ? Task.CompletedTask : ShowAsync(http, shown, key, null);
    }

    private async Task ApologiseAsync(HttpContext http, Exception error)
    {
        var number = Convert.ToHexString(Guid.NewGuid().ToByteArray().AsSpan(0, 4));
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        log.LogError(
            "Trouble {Number} at {Method} {Route}: {Kind}\n{Place}",
            number,
            http.Request.Method,
            route,
            Kinds(error),
            error.StackTrace
        );
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }
        http.Response.Clear();
        await ShowAsync(http, StatusCodes.Status500InternalServerError, "platform.trouble.unexpected", number);
    }

    private static async Task ShowAsync(HttpContext http, int status, string key, string? number)
    {
        await Headers.UseAsync(http, _ => Task.CompletedTask);
        http.Response.Headers.Allow = default;
        var page = Answer.Page<TroublePage>(new { Key = key, Number = number });
        page.StatusCode = status;
        await page.ExecuteAsync(http);
    }

    private static string Kinds(Exception? error)
    {
        var kinds = new List<string>();
        for (; error is not null; error = error.InnerException)
            kinds.Add(error.GetType().FullName ?? error.GetType().Name);
        return string.Join(" < ", kinds);
    }
}
