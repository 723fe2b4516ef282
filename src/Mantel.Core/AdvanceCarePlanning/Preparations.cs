using System.Security.Cryptography;
using System.Text;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>A conversation prepared at home, as far as it has come.</summary>
/// <param name="Opened">Null while the link was not used.</param>
/// <param name="Tellings">What was written, in the order in which it was.</param>
public sealed record Preparation(
    Recorded<PreparationInvited> Invited,
    Recorded<PreparationOpened>? Opened,
    IReadOnlyList<Recorded<PreparationTold>> Tellings
)
{
    /// <summary>
    /// What was written to each question, by its key; without what was taken away again. What was written after a long
    /// pause comes under what stood there.
    /// </summary>
    public IReadOnlyDictionary<string, Recorded<PreparationTold>> Told { get; } = Joined(SittingsOf(Opened, Tellings));

    public Guid Id => Invited.Fact.Preparation;

    /// <summary>Who wrote at home said that they were done.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Who invited, or another of the team, took the link back.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Something was written, also where it was taken away again.</summary>
    public bool WasWritten => Tellings.Count > 0;

    /// <summary>
    /// How long what was written stays in sight at home. After a longer pause it is closed like a letter: whoever has
    /// the device then reads nothing, and whoever goes on writing adds to it.
    /// </summary>
    public static readonly TimeSpan InSightFor = TimeSpan.FromHours(4);

    /// <summary>How long the form that used the link can be sent again, when its answer was lost on the way.</summary>
    public static readonly TimeSpan OpensAgainFor = TimeSpan.FromMinutes(5);

    /// <summary>The link was used, and one can go on writing until the day that the invitation named.</summary>
    public bool LastsAt(DateTimeOffset now) =>
        !IsClosed && !IsWithdrawn && Opened is not null && now < Invited.Fact.Until;

    /// <summary>The link was used just now, and nothing came of it yet.</summary>
    public bool OpensAgainAt(DateTimeOffset now) =>
        LastsAt(now) && !WasWritten && now < Opened!.Value.Entry.Recorded + OpensAgainFor;

    /// <summary>The link works: it was not used nor taken back, and its time has not passed.</summary>
    public bool IsOpenAt(DateTimeOffset now) => !IsClosed && !IsWithdrawn && Opened is null && now < Invited.Fact.Until;

    /// <summary>What the device at home shows: what was written since the last long pause.</summary>
    public IReadOnlyDictionary<string, Recorded<PreparationTold>> InSightAt(DateTimeOffset now) =>
        SittingsOf(Opened, Tellings) is [.., var last] && now < last.Until
            ? Joined([last])
            : new Dictionary<string, Recorded<PreparationTold>>(StringComparer.Ordinal);

    /// <summary>What was written without a long pause in between.</summary>
    private sealed record Sitting(DateTimeOffset Until, List<Recorded<PreparationTold>> Tellings);

    private static List<Sitting> SittingsOf(
        Recorded<PreparationOpened>? opened,
        IReadOnlyList<Recorded<PreparationTold>> tellings
    )
    {
        var sittings = new List<Sitting>();
        if (opened is { } used)
            sittings.Add(new(used.Entry.Recorded + InSightFor, []));
        foreach (var telling in tellings)
        {
            var until = telling.Entry.Recorded + InSightFor;
            if (sittings is [.., var last] && telling.Entry.Recorded < last.Until)
                sittings[^1] = last with { Until = until };
            else
                sittings.Add(new(until, []));
            sittings[^1].Tellings.Add(telling);
        }
        return sittings;
    }

    /// <summary>The last words of each sitting to each question, one under the other.</summary>
    private static Dictionary<string, Recorded<PreparationTold>> Joined(IReadOnlyList<Sitting> sittings)
    {
        var told = new Dictionary<string, Recorded<PreparationTold>>(StringComparer.Ordinal);
        foreach (var last in sittings.SelectMany(LastOf))
        {
            told[last.Fact.Question] = told.TryGetValue(last.Fact.Question, out var before)
                ? last with
                {
                    Fact = last.Fact with { Words = $"{before.Fact.Words}\n{last.Fact.Words}" },
                }
                : last;
        }
        return told;
    }

    private static IEnumerable<Recorded<PreparationTold>> LastOf(Sitting sitting) =>
        sitting
            .Tellings.GroupBy(telling => telling.Fact.Question, StringComparer.Ordinal)
            .Select(group => group.Last())
            .Where(last => last.Fact.Words is not null);
}

/// <summary>The preparations of a record, and how a link leads to one.</summary>
public static class PreparationViews
{
    /// <summary>All that were ever invited, the last first.</summary>
    public static IReadOnlyList<Preparation> Preparations(this PersonRecord person) =>
        [.. person.All<PreparationInvited>().Select(invited => Of(person, invited)).Reverse()];

    public static Preparation? Preparation(this PersonRecord person, Guid preparation) =>
        person.Preparations().FirstOrDefault(one => one.Id == preparation);

    /// <summary>What was written at home about a question, the last written first.</summary>
    public static IReadOnlyList<Recorded<PreparationTold>> WrittenAtHome(this PersonRecord person, string question) =>
        [
            .. person
                .Preparations()
                .Select(one => one.Told.TryGetValue(question, out var told) ? told : (Recorded<PreparationTold>?)null)
                .OfType<Recorded<PreparationTold>>()
                .OrderByDescending(told => told.Entry.Version),
        ];

    /// <summary>What the record keeps of a code: enough to recognise it, too little to use it.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    /// <summary>By what storage finds the person of a preparation.</summary>
    public static string KeyOf(string hash) => $"preparation:{hash}";

    private static Preparation Of(PersonRecord person, Recorded<PreparationInvited> invited)
    {
        var id = invited.Fact.Preparation;
        return new Preparation(
            invited,
            person
                .All<PreparationOpened>()
                .Where(opened => opened.Fact.Preparation == id)
                .Select(opened => (Recorded<PreparationOpened>?)opened)
                .FirstOrDefault(),
            [.. person.All<PreparationTold>().Where(one => one.Fact.Preparation == id)]
        )
        {
            IsClosed = person.All<PreparationClosed>().Any(closed => closed.Fact.Preparation == id),
            IsWithdrawn = person.All<PreparationWithdrawn>().Any(withdrawn => withdrawn.Fact.Preparation == id),
        };
    }
}
