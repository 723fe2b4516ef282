using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Storage;

namespace Mantel.Web.Access;

using Look = Mantel.Storage.Look;

/// <summary>
/// One visit of somebody to a record (bezoek): looks that followed each other. A conversation of an hour is one visit,
/// however many pages it took.
/// </summary>
/// <param name="Looks">Newest first; never none.</param>
public sealed record RecordVisit(IReadOnlyList<Look> Looks)
{
    /// <summary>How long somebody may read or listen between two looks of one visit.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    private Look Newest => Looks[0];
    public DateTimeOffset From => Looks[^1].At;
    public DateTimeOffset To => Newest.At;
    public Guid Account => Newest.Account;
    public string Name => Newest.AccountName;
    public Role Role => Newest.Role;
    public string? Organisation => Newest.Organisation;
    public string Basis => Newest.Basis;

    /// <summary>The glass was broken: told first, with the reason that was given.</summary>
    public bool IsEmergency => Basis is nameof(Relation.BrokenGlass) or nameof(Relation.VitalEmergency);

    /// <summary>It was not allowed, and nothing was shown.</summary>
    public bool IsDenied => Basis is LookWords.Denied;

    public string? Reason => Looks.Select(look => look.Reason).FirstOrDefault(reason => reason is not null);

    /// <summary>
    /// The looks as visits, the newest first. Somebody else, on another ground or for another reason is another visit.
    /// </summary>
    /// <param name="looks">Newest first.</param>
    public static IReadOnlyList<RecordVisit> Of(IReadOnlyList<Look> looks)
    {
        var visits = new List<List<Look>>();
        var open = new Dictionary<(Guid, Role, string?, string, string?), List<Look>>();
        foreach (var look in looks)
        {
            var who = (look.Account, look.Role, look.Organisation, look.Basis, look.Reason);
            if (!open.TryGetValue(who, out var visit) || visit[^1].At - look.At > PauseOf(look))
            {
                open[who] = visit = [];
                visits.Add(visit);
            }
            visit.Add(look);
        }
        return [.. visits.Select(visit => new RecordVisit(visit))];
    }

    /// <summary>Each thing done on the machine itself stands for itself.</summary>
    private static TimeSpan PauseOf(Look look) => look.Basis is LookWords.Operator ? TimeSpan.FromTicks(-1) : Pause;

    /// <summary>
    /// How many of these looks belong to visits that are whole; those after may go on in looks that were not read. All
    /// of them where no pause is found.
    /// </summary>
    /// <param name="looks">Newest first.</param>
    public static int Whole(IReadOnlyList<Look> looks)
    {
        var at = looks.Index().ToDictionary(look => look.Item.Id, look => look.Index);
        var (reach, whole) = (-1, 0);
        foreach (var visit in Of(looks))
        {
            if (at[visit.Looks[0].Id] > reach && looks[Math.Max(reach, 0)].At - looks[^1].At > Pause)
                whole = reach + 1;
            reach = Math.Max(reach, at[visit.Looks[^1].Id]);
        }
        return whole == 0 ? looks.Count : whole;
    }
}
