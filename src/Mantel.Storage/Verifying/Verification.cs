namespace Mantel.Storage;

/// <summary>What was found by verifying: nothing wrong, or each fault as a sentence.</summary>
public sealed record Verification(
    long Entries,
    long Seals,
    long Looks,
    IReadOnlyList<Fault> Faults,
    long AccountEvents = 0
)
{
    public bool Passed => Faults.Count == 0;
}

/// <summary>Something that is not as it was written.</summary>
/// <param name="Place">Which file or table, and which stream, version or number; never personal data.</param>
public sealed record Fault(string Place, string Sentence);
