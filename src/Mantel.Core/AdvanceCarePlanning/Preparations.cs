using System.Security.Cryptography;
using System.Text;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>A conversation prepared at home, as far as it has come.</summary>
/// <param name="Opened">Null while the link was not used.</param>
/// <param name="Told">The last words to each question, by its key; without those that were taken away again.</param>
public sealed record Preparation(
    Recorded<PreparationInvited> Invited,
    Recorded<PreparationOpened>? Opened,
    IReadOnlyDictionary<string, Recorded<PreparationTold>> Told
)
{
    public Guid Id => Invited.Fact.Preparation;

    /// <summary>Who wrote at home said that they were done.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Something was written, also where it was taken away again.</summary>
    public bool WasWritten { get; init; }

    /// <summary>How long one can write after using the link; then a new link is needed.</summary>
    public static readonly TimeSpan SessionLasts = TimeSpan.FromHours(4);

    /// <summary>How long the form that used the link can be sent again, when its answer was lost on the way.</summary>
    public static readonly TimeSpan OpensAgainFor = TimeSpan.FromMinutes(5);

    /// <summary>The link was used not long ago, and one can go on writing.</summary>
    public bool LastsAt(DateTimeOffset now) => !IsClosed && IsWithin(SessionLasts, now);

    /// <summary>The link was used just now, and nothing came of it yet.</summary>
    public bool OpensAgainAt(DateTimeOffset now) => !IsClosed && !WasWritten && IsWithin(OpensAgainFor, now);

    /// <summary>The link works: it was not used, and its time has not passed.</summary>
    public bool IsOpenAt(DateTimeOffset now) => Opened is null && now < Invited.Fact.Until;

    private bool IsWithin(TimeSpan time, DateTimeOffset now) =>
        Opened is { } opened && now < opened.Entry.Recorded + time;
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
        var told = new Dictionary<string, Recorded<PreparationTold>>(StringComparer.Ordinal);
        foreach (var one in person.All<PreparationTold>().Where(one => one.Fact.Preparation == id))
            told[one.Fact.Question] = one;
        var wasWritten = told.Count > 0;
        foreach (var (question, one) in told.ToList())
        {
            if (one.Fact.Words is null)
                told.Remove(question);
        }
        return new Preparation(
            invited,
            person
                .All<PreparationOpened>()
                .Where(opened => opened.Fact.Preparation == id)
                .Select(opened => (Recorded<PreparationOpened>?)opened)
                .FirstOrDefault(),
            told
        )
        {
            IsClosed = person.All<PreparationClosed>().Any(closed => closed.Fact.Preparation == id),
            WasWritten = wasWritten,
        };
    }
}
