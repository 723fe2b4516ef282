using Mantel.Core.AdvanceCarePlanning;
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
internal sealed class ResourceTaken(Received resource, PersonReading person)
{
    private readonly List<Draft> _drafts = [];
    private readonly List<Issue> _issues = [];

    public Received Resource { get; } = resource;
    public PersonReading Person { get; } = person;
    public TrackedElement Node { get; } = person.NodeOf(resource);
    public IReadOnlyList<Draft> Drafts => _drafts;
    public IReadOnlyList<Issue> Issues => _issues;
    public bool IsRefused { get; private set; }
    public bool IsKept { get; private set; }

    /// <summary>Why it is only kept, as the rule's key.</summary>
    public string? Why { get; private set; }

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
        (IsKept, Why) = (true, rule);
        _drafts.Clear();
        _issues.Add(new Issue(IssueCode.NotSupported, Resource.Name, rule, values));
    }

    /// <summary>Of a type that is not read here, or broken and of a type that decides nothing.</summary>
    public void KeepUnread(IReadOnlyList<Issue> because)
    {
        (IsKept, Why) = (true, because[0].Rule == "fhir.unknown-resource" ? "fhir.unknown-resource" : "fhir.broken");
        _issues.AddRange(because);
    }

    /// <summary>
    /// Kept word for word, and asked about in its sender's words: it may hold a decision that cannot be placed. What is
    /// not finished or not verified is not said, only that it is there (safety rule 5).
    /// </summary>
    public void Ask(AskReason reason, IReadOnlyList<Treatment> about, Decision? decision, params string?[] said)
    {
        var isSaid = reason is not (AskReason.NotFinished or AskReason.NotVerified);
        Say(
            new ToAskAboutReceived(
                reason,
                Resource.Name,
                about,
                isSaid ? decision : null,
                isSaid ? [.. said.Select(Reading.Plain).OfType<string>().Distinct(StringComparer.Ordinal)] : []
            ),
            null
        );
    }

    /// <summary>Taken in, and one should know this.</summary>
    public void Note(string rule, params string[] values) =>
        _issues.Add(new Issue(IssueCode.NotFound, Resource.Name, rule, values));

    /// <summary>
    /// Reads a status: true when the resource may be taken in. What was struck out at the source strikes out here what
    /// it said before; what is not finished is kept and not said (safety rule 5).
    /// </summary>
    public bool HasStatus(string element, params string[] taken)
    {
        var status = Node.Text(element);
        if (status == "entered-in-error")
            StrikeOut(SenderStruck.EnteredInError);
        else if (status == "not-done")
            StrikeOut(SenderStruck.NotDone);
        else if (!taken.Contains(status, StringComparer.Ordinal))
            Keep("fhir.not-final", status ?? "");
        return !IsKept;
    }

    /// <summary>Its sender took it back: it is kept, and what it said before is struck out.</summary>
    public void StrikeOut(SenderStruck because)
    {
        Struck = because;
        Keep(because is SenderStruck.NotDone ? "fhir.not-done" : "fhir.struck-out");
    }

    /// <summary>Why its sender struck it out; null: it did not.</summary>
    public SenderStruck? Struck { get; private set; }
}
