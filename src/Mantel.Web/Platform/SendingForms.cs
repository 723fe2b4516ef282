using Mantel.Storage;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.Platform;

/// <summary>How a form is sent to the desk: under its act, with what its page showed and all that was typed.</summary>
internal static class SendingForms
{
    /// <param name="more">What was sent and stands in no field, such as which button was pressed.</param>
    public static Submission Sent(
        this TypedForm typed,
        HttpContext http,
        IReadOnlyList<NewAttachment>? documents = null,
        string? more = null
    )
    {
        if (http.Features.Get<FormGivenBack>() is not null)
            throw new InvalidOperationException("A form that was given back is shown, and sent by nobody yet.");
        return new(typed.Act, typed.Seen, documents) { Content = typed.ContentAt(http.Request.Path.Add($"/{more}")) };
    }

    /// <summary>
    /// The form again when an act with its id was recorded with other words: as a new act, beside what is recorded.
    /// </summary>
    public static TypedForm SentOtherwise(this TypedForm typed, ActOutcome.SentOtherwise other)
    {
        typed.With([new("", "rule.sent-otherwise", [], IsBrokenRule: true)]).Renewed();
        return other.Recorded is [.., var last] ? typed.SeenUntil(last.Version) : typed;
    }
}
