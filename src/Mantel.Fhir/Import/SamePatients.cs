using Mantel.Core.Journal;
using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>
/// The patients of a set: two that carry the same national number, name and birth date are one person; two with one
/// number and another name or birth date are nobody that can be told (safety rule 8).
/// </summary>
internal sealed class SamePatients
{
    private readonly Dictionary<Received, Received> _leaders = [];
    private readonly Dictionary<string, Received> _byNumber = new(StringComparer.Ordinal);
    private readonly List<Received> _conflicting = [];

    public IReadOnlyList<Received> All => [.. _leaders.Keys];

    /// <summary>One for each person.</summary>
    public IReadOnlyList<Received> Leaders => [.. _leaders.Values.Distinct()];

    /// <summary>Patients with the number of another one who is somebody else.</summary>
    public IReadOnlyList<Received> Conflicting => _conflicting;

    public static SamePatients In(PzpSet set)
    {
        var same = new SamePatients();
        foreach (var patient in set.Resources.Where(resource => resource.Type == "Patient"))
            same.Add(patient);
        return same;
    }

    public Received LeaderOf(Received patient) => _leaders[patient];

    public string KeyOf(Received patient) => KeyOfLeader(_leaders[patient]);

    public Received? LeaderOfNumber(string number) => _byNumber.GetValueOrDefault(number);

    public string KeyOfNumber(string number) =>
        LeaderOfNumber(number) is { } leader ? KeyOfLeader(leader) : $"number|{number}";

    private static string KeyOfLeader(Received leader) => $"{leader.Server}|{leader.Name}";

    private void Add(Received patient)
    {
        _leaders[patient] = patient;
        var identity = MapPatient.Identify(TrackedElement.Of(patient));
        if (identity.Number?.ToString() is not { } number)
            return;
        if (!_byNumber.TryAdd(number, patient))
        {
            if (IsSame(identity, MapPatient.Identify(TrackedElement.Of(_byNumber[number]))))
                _leaders[patient] = _byNumber[number];
            else
                _conflicting.AddRange(
                    _conflicting.Contains(_byNumber[number]) ? [patient] : [_byNumber[number], patient]
                );
        }
    }

    private static bool IsSame(ImportedIdentity one, ImportedIdentity other) =>
        (
            one.Name is not { } name
            || other.Name is not { } theirs
            || SameWords.Name(name.Family) == SameWords.Name(theirs.Family)
        ) && (one.BirthDate is not { } born || other.BirthDate is not PartialDate day || born.Overlaps(day));
}
