using Mantel.Core.Journal;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>A statement on its way: a fact as one resource says it, with the resources it takes from.</summary>
internal sealed record Draft(
    Fact Fact,
    PartialDate? Effective,
    IReadOnlyList<Received> From,
    IReadOnlyList<Guid> RestsOn
);

/// <summary>
/// The taking in of one resource: what is read of it, what it says, and whether it is refused or only kept.
/// </summary>
internal sealed class Take(Received resource, PersonReading person)
{
    private readonly List<Draft> _drafts = [];
    private readonly List<Issue> _issues = [];

    public Received Resource { get; } = resource;
    public PersonReading Person { get; } = person;
    public Node Node { get; } = person.NodeOf(resource);
    public IReadOnlyList<Draft> Drafts => _drafts;
    public IReadOnlyList<Issue> Issues => _issues;
    public bool IsRefused { get; private set; }
    public bool IsKept { get; private set; }

    public void Say(Fact fact, PartialDate? effective, IEnumerable<Guid>? restsOn = null, params Received?[] also) =>
        _drafts.Add(new Draft(fact, effective, [Resource, .. also.OfType<Received>()], [.. restsOn ?? []]));

    /// <summary>Not taken in: the sentence says why.</summary>
    public void Refuse(string rule, params string[] values)
    {
        IsRefused = true;
        _drafts.Clear();
        _issues.Add(new Issue(IssueCode.BusinessRule, Resource.Name, rule, values));
    }

    /// <summary>Kept word for word only: the sentence says why.</summary>
    public void Keep(string rule, params string[] values)
    {
        IsKept = true;
        _drafts.Clear();
        _issues.Add(new Issue(IssueCode.NotSupported, Resource.Name, rule, values));
    }

    /// <summary>Taken in, and one should know this.</summary>
    public void Note(string rule, params string[] values) =>
        _issues.Add(new Issue(IssueCode.NotFound, Resource.Name, rule, values));

    /// <summary>
    /// Reads a status: true when the resource may be taken in. What was struck out at the source is refused, what is
    /// not finished is kept and not said (safety rule 5).
    /// </summary>
    public bool HasStatus(string element, params string[] taken)
    {
        var status = Node.Text(element)!;
        if (status == "entered-in-error")
            Refuse("fhir.struck-out");
        else if (!taken.Contains(status, StringComparer.Ordinal))
            Keep("fhir.not-final", status);
        return !IsRefused && !IsKept;
    }
}
