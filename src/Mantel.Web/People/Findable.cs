using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;

namespace Mantel.Web.People;

/// <summary>Somebody who was found, as far as they are shown to who looks.</summary>
/// <param name="IsOwn">True when the one who looks has a relation to them; else only name and birth date are
/// shown.</param>
/// <param name="Alike">Others in the same answer with whom they may be mistaken.</param>
/// <param name="HasLookalikes">
/// True when others may be mistaken for them who are not in the answer: that is said, and not who they are.
/// </param>
public sealed record Found(
    RegisterRow Row,
    bool IsOwn,
    IReadOnlyList<(RegisterRow Row, Likeness Likeness)> Alike,
    bool HasLookalikes = false
);

/// <summary>What came of a search.</summary>
/// <param name="NeedsTwo">True when others than one's own people are only found with two identifiers, and these were
/// not two.</param>
public sealed record SearchAnswer(IReadOnlyList<Found> Found, bool NeedsTwo);

/// <summary>
/// Who can be found, and by whom: one's own people by anything, anybody else on duty by two identifiers.
/// </summary>
internal sealed class Findable(Archive archive, Desk desk)
{
    private Register<RegisterRow> Register => archive.Register<RegisterRow>();

    public async Task<SearchAnswer> LookAsync(LookFor looked, Actor actor, Moment now, CancellationToken ct)
    {
        var fitting = looked.Among(await CandidatesAsync(looked, ct));
        var own = fitting.Where(row => OwnPeople.IsOwn(row, actor, now)).ToList();
        var mayIdentify = Permission.Decide(AccessAction.Identify, actor.Role).Allowed;
        var others = new List<RegisterRow>();
        if (mayIdentify)
        {
            foreach (var row in fitting.Except(own).Where(looked.Identifies))
            {
                if (await desk.FoundAsync(row.Person, actor, now, ct))
                    others.Add(row);
            }
        }
        var found = new List<Found>();
        var seen = fitting.Where(row => own.Contains(row) || others.Contains(row));
        foreach (var row in seen.OrderBy(row => row.IsDeceased))
            found.Add(await TellAsync(row));
        return new(found, mayIdentify && !looked.HasTwoIdentifiers && others.Count == 0);

        async Task<Found> TellAsync(RegisterRow row)
        {
            var alike = own.Concat(others).Where(other => other != row).SelectMany(Alike(row)).ToList();
            var unseen = await LookalikesAsync(row, ct) - alike.Count(pair => IsMistakable(row, pair.Item1));
            return new(row, own.Contains(row), alike, HasLookalikes: unseen > 0);
        }
    }

    public Task<RegisterRow?> OfAsync(Guid person, CancellationToken ct) => Register.OfAsync(person, ct);

    /// <summary>
    /// Who resembles somebody about to be registered: the same number first, then name and birth date.
    /// </summary>
    public async Task<IReadOnlyList<(RegisterRow Row, Likeness Likeness)>> ResemblingAsync(
        PersonName name,
        PartialDate? birthDate,
        PersonNumber? number,
        CancellationToken ct
    )
    {
        var sameNumber = number is null ? [] : await Register.FindByNumberAsync(number.Key(), ct);
        var alike = Resemblance.To(name, birthDate, await Register.AllAsync(ct));
        return
        [
            .. sameNumber.Select(row => (row, Likeness.SameNumber)),
            .. alike.Where(pair => !sameNumber.Contains(pair.Row)),
        ];
    }

    /// <summary>
    /// How many others have the same surname and a first name and birth date by which they may be mistaken for this
    /// person (safety rule 8). Who they are is not said.
    /// </summary>
    public async Task<int> LookalikesAsync(PersonRecord person, CancellationToken ct) =>
        await Register.OfAsync(person.Id, ct) is { } own ? await LookalikesAsync(own, ct) : 0;

    private async Task<int> LookalikesAsync(RegisterRow own, CancellationToken ct)
    {
        if (NameWords.LastOf(own.Name) is not { } surname)
            return 0;
        var namesakes = await Register.FindAsync(
            row => row.Words.Any(word => word.EndsWith(surname, StringComparison.Ordinal)),
            ct
        );
        return namesakes.Count(other => other.Person != own.Person && IsMistakable(own, other));
    }

    /// <summary>
    /// Who may be this person a second time, the strongest likeness first. Asked by who looks for a second record, so
    /// that a surname as it was heard is found too.
    /// </summary>
    public async Task<IReadOnlyList<RegisterRow>> AlikeAsync(PersonRecord person, CancellationToken ct)
    {
        if (await Register.OfAsync(person.Id, ct) is not { } own)
            return [];
        return
        [
            .. (await Register.AllAsync(ct))
                .Where(row => row.Person != own.Person)
                .Select(row => (Row: row, Likeness: Resemblance.Between(own, row)))
                .Where(pair => pair.Likeness is not null and not Likeness.SameBirthDate)
                .OrderBy(pair => pair.Likeness)
                .Select(pair => pair.Row),
        ];
    }

    private static bool IsMistakable(RegisterRow one, RegisterRow other) =>
        Resemblance.Between(one, other)
            is Likeness.SameBirthDateAlikeName
                or Likeness.NearBirthDateAlikeName
                or Likeness.Namesake;

    private static Func<RegisterRow, IEnumerable<(RegisterRow, Likeness)>> Alike(RegisterRow row) =>
        other => Resemblance.Between(row, other) is { } likeness ? [(other, likeness)] : [];

    private async Task<IReadOnlyList<RegisterRow>> CandidatesAsync(LookFor looked, CancellationToken ct)
    {
        if (looked.IsEmpty)
            return [];
        if (looked.Number is null)
            return await Register.AllAsync(ct);
        var candidates = new List<RegisterRow>();
        foreach (var key in looked.NumberKeys())
            candidates.AddRange(await Register.FindByNumberAsync(key, ct));
        return candidates;
    }
}
