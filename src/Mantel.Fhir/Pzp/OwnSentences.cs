using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Fhir.Pzp;

/// <summary>
/// What the standard has no place for goes out as a sentence on the last line of a note, which anybody can read and
/// which becomes a fact again where it comes in.
/// </summary>
internal static class OwnSentences
{
    public const string HomeIsHere = "Met thuis is bedoeld: waar de persoon nu woont.";
    private const string On = "De ICD staat aan.";
    private const string Off = "De ICD staat uit.";
    private const string OffSince = "De ICD staat uit sinds ";
    private const string Discussed = "Deze DNR-code is besproken";
    private const string Told = "Deze DNR-code is besloten door een arts en meegedeeld";
    private const string GivenOn = "Deze DNR-code is gegeven";
    private const string Ended = "Het verblijf van deze DNR-code is geëindigd";
    private const string ToldTo = " aan: ";

    public static string? OfDevice(ImplantedDeviceRecorded device) =>
        device switch
        {
            { IsOff: true, OffSince: { } since } => $"{OffSince}{since}.",
            { IsOff: true } => Off,
            { IsOff: false } => On,
            _ => null,
        };

    /// <summary>The device with what its note says of on and off; any other note stays as it is.</summary>
    public static ImplantedDeviceRecorded Read(ImplantedDeviceRecorded device)
    {
        var (rest, last) = Apart(device.Explanation);
        var since = last?.StartsWith(OffSince, StringComparison.Ordinal) is true
            ? PartialDate.TryParse(last[OffSince.Length..].TrimEnd('.'))
            : null;
        bool? off =
            last is Off || since is not null ? true
            : last is On ? false
            : null;
        return off is null ? device : device with { IsOff = off, OffSince = since, Explanation = rest };
    }

    /// <summary>What a DNR code rests on, whom it was told, on which day; and when its stay ended.</summary>
    public static string? OfDnrCode(DnrCodeGiven code, PartialDate? on, StayEnd? ended)
    {
        var day = on is { } known ? $" op {known}" : "";
        var basis = code.Basis switch
        {
            DnrBasis.Discussed => $"{Discussed}{day}.",
            DnrBasis.Communicated when code.ToldTo is { } told => $"{Told}{day}{ToldTo}{told}.",
            DnrBasis.Communicated => $"{Told}{day}.",
            null => on is null ? null : $"{GivenOn}{day}.",
        };
        var end =
            ended is null || code.StayEnded is not null ? null
            : ended.On is { } last ? $"{Ended} op {last}."
            : $"{Ended}.";
        return basis is null ? end : Together(basis, end);
    }

    /// <summary>The code with what its note says of it, the day it says, and the day on which the stay ended.</summary>
    public static (DnrCodeGiven Code, PartialDate? On, PartialDate? EndedOn) Read(DnrCodeGiven code)
    {
        var (words, last) = Apart(code.OwnerText);
        PartialDate? ended = null;
        if (last is not null && DayAfter(last, Ended) is var (isEnd, endedOn) && isEnd)
        {
            (code, ended) = (code with { OwnerText = words }, endedOn);
            (words, last) = Apart(words);
        }
        if (last is null)
            return (code, null, ended);
        var (said, told) =
            last.IndexOf(ToldTo, StringComparison.Ordinal) is var at && at > 0
                ? ($"{last[..at]}.", last[(at + ToldTo.Length)..^1])
                : (last, null);
        if (told is null && DayAfter(last, Discussed) is (true, var talked))
            return (code with { OwnerText = words, Basis = DnrBasis.Discussed }, talked, ended);
        if (DayAfter(said, Told) is (true, var decided))
            return (code with { OwnerText = words, Basis = DnrBasis.Communicated, ToldTo = told }, decided, ended);
        return told is null && DayAfter(last, GivenOn) is (true, { } given)
            ? (code with { OwnerText = words }, given, ended)
            : (code, null, ended);
    }

    /// <summary>Whether the sentence is this one, with a day behind it or without.</summary>
    private static (bool Is, PartialDate? Day) DayAfter(string sentence, string begin)
    {
        if (sentence == $"{begin}.")
            return (true, null);
        var from = $"{begin} op ";
        return sentence.StartsWith(from, StringComparison.Ordinal) && sentence.EndsWith('.')
            ? PartialDate.TryParse(sentence[from.Length..^1]) is { } day
                ? (true, day)
                : (false, null)
            : (false, null);
    }

    /// <summary>The words, and whether they ended with this sentence.</summary>
    public static (string? Words, bool Said) Without(string? note, string sentence) =>
        Apart(note) is var (rest, last) && last == sentence ? (rest, true) : (note, false);

    public static string? Together(string? words, string? sentence) =>
        sentence is null ? words
        : words is null ? sentence
        : $"{words}\n{sentence}";

    private static (string? Words, string? Last) Apart(string? note)
    {
        var at = note?.LastIndexOf('\n') ?? -1;
        return at < 0 ? (null, note) : (note![..at], note[(at + 1)..]);
    }
}
