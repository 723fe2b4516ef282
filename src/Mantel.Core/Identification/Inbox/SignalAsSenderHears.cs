namespace Mantel.Core.Identification.Inbox;

/// <summary>
/// What the sender of a signal hears of it: their own words, how far it has come, and the words that were meant for
/// them. It reads the same whether the person is known or not, wherever the signal lies by now.
/// </summary>
/// <param name="Organisation">To whom they gave it; where it went from there is not said.</param>
/// <param name="Told">What they said themselves; null when it was destroyed.</param>
public sealed record SignalAsSenderHears(
    Guid Signal,
    Guid Organisation,
    DateTimeOffset GivenAt,
    OwnWords? Told,
    SignalProgress Progress,
    string? WordsToSender = null,
    bool IsTakenBack = false
)
{
    /// <summary>As it lies in an inbox.</summary>
    public SignalAsSenderHears With(InboxSignal here) =>
        this with
        {
            Told = new(here.Received.Fact.About.Name, here.Received.Fact.Noticed, here.Received.Fact.Hopes),
            Progress = here.Progress,
            WordsToSender = here.Answered?.Fact.WordsToSender ?? here.Closed?.Fact.WordsToSender,
        };

    /// <summary>As it lies in a record: whoever placed it there looked at it.</summary>
    public SignalAsSenderHears With(Signal placed) =>
        this with
        {
            Told = new(placed.Given.Fact.Sender?.NamedAs ?? "", placed.Given.Fact.Noticed, placed.Given.Fact.WouldHelp),
            Progress = placed.Progress is SignalProgress.Sent ? SignalProgress.BeingLookedAt : placed.Progress,
            WordsToSender = placed.Answered?.Fact.WordsToSender,
        };
}

/// <summary>What somebody said in a signal, as it is read back to them.</summary>
public sealed record OwnWords(string About, string Noticed, string? Hopes);
