using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Import;

/// <summary>What was received about a person before, and whether a message is new beside it.</summary>
internal sealed class ReceivedBefore
{
    /// <summary>The very same message came last: nothing is done, and nothing has to be said.</summary>
    public const string Same = "fhir.already-here";

    private readonly IReadOnlyList<Recorded<MessageReceived>> _all;
    private readonly Dictionary<(string System, string Reference), Recorded<MessageReceived>> _last;
    private readonly HashSet<string> _hashes;

    public ReceivedBefore(PersonRecord record)
    {
        _all = [.. record.All<MessageReceived>()];
        _last = _all.GroupBy(one => (one.Fact.System, one.Fact.Reference))
            .ToDictionary(same => same.Key, same => same.Last());
        _hashes = _all.Select(one => one.Fact.Hash).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The version of each message that came last.</summary>
    public IEnumerable<Recorded<MessageReceived>> Last => _last.Values;

    /// <summary>The version of this message that came last; null: it is the first.</summary>
    public MessageReceived? LastOf(ImportedMessage message) =>
        _last.TryGetValue((message.System, message.Resource.Name), out var last) ? last.Fact : null;

    /// <summary>Messages with the same name of another system: they may be the same.</summary>
    public IEnumerable<MessageReceived> Namesakes(ImportedMessage message) =>
        _last
            .Values.Select(one => one.Fact)
            .Where(one => one.Reference == message.Resource.Name && one.System != message.System);

    /// <summary>
    /// Why nothing of it is taken in; null: it is new. An older version, or one that came before a later one and does
    /// not say that it is newer, displaces nothing.
    /// </summary>
    public string? WhyNotNew(ImportedMessage message)
    {
        if (LastOf(message) is not { } last)
            return _hashes.Contains(message.Resource.Hash) ? Same : null;
        if (last.Hash == message.Resource.Hash)
            return Same;
        var order = Versions.Compare(message.Resource.Version, message.Resource.Updated, last.Version, last.Updated);
        return order switch
        {
            < 0 => "fhir.older-version",
            0 when _hashes.Contains(message.Resource.Hash) => "fhir.came-before",
            _ => null,
        };
    }
}
