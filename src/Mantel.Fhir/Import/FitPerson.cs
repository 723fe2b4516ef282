using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>
/// Fits an imported person to a record that exists: is it the same person, who of their circle is here already, and
/// which of their details the record knows, so that nothing here is overwritten.
/// </summary>
internal static class FitPerson
{
    /// <summary>Why this record is somebody else's (safety rule 8); null when it can be theirs.</summary>
    public static Issue? Refusal(PersonRecord existing, ImportedIdentity identity)
    {
        if (!existing.Exists)
            return null;
        var number = existing.Latest<NumberRecorded>()?.Fact.Number;
        if (number is not null && identity.Number is { } theirs && number.Kind == theirs.Kind)
            return number == theirs ? null : Issue("fhir.other-number");
        var born = existing.Latest<BirthDateRecorded>()?.Fact.BirthDate;
        return born is { } ours && identity.BirthDate is { } day && !ours.Overlaps(day)
            ? Issue("fhir.other-birth-date")
            : null;
    }

    public static (ImportedPerson Fitting, IReadOnlyDictionary<string, Issue> Notes) ToRecord(
        PersonRecord existing,
        ImportedPerson incoming
    )
    {
        Dictionary<string, Issue> notes = new(StringComparer.Ordinal);
        if (!existing.Exists)
            return (incoming, notes);
        var circle = MatchCircle(existing, incoming.Statements);
        var statements = incoming.Statements.Select(statement => Fit(existing, statement, circle, notes));
        return (incoming with { Statements = [.. statements.OfType<ImportedStatement>()] }, notes);
    }

    private static ImportedStatement? Fit(
        PersonRecord existing,
        ImportedStatement statement,
        Dictionary<Guid, Fact> circle,
        Dictionary<string, Issue> notes
    )
    {
        var fact = FitPeople(statement.Fact, circle);
        fact = fact switch
        {
            NameRecorded name => KnownName(existing, name) ?? name,
            BirthDateRecorded born => FitBirthDate(existing, born, statement, notes),
            ReachRecorded reach => FitReach(existing, reach),
            GenderRecorded gender
                when existing.Latest<GenderRecorded>()?.Fact is { } known && known.Gender == gender.Gender => known,
            _ => fact,
        };
        if (fact is null)
            return null;
        return ReferenceEquals(fact, statement.Fact)
            ? statement
            : statement with
            {
                Fact = fact,
                Sameness = fact
                    is RelatedPersonRecorded
                        or CareTeamMemberJoined
                        or NameRecorded
                        or BirthDateRecorded
                        or ReachRecorded
                        or GenderRecorded
                    ? SameFact.Of(fact, statement.Effective, _ => null)
                    : statement.Sameness,
            };
    }

    private static NameRecorded? KnownName(PersonRecord existing, NameRecorded name) =>
        existing.Latest<NameRecorded>()?.Fact is { } known
        && SameWords.Name(known.Name.Prefix + known.Name.Family) == SameWords.Name(name.Name.Prefix + name.Name.Family)
            ? known
            : null;

    /// <summary>A more precise date is taken; another one is not, and the report says so.</summary>
    private static BirthDateRecorded? FitBirthDate(
        PersonRecord existing,
        BirthDateRecorded born,
        ImportedStatement statement,
        Dictionary<string, Issue> notes
    )
    {
        if (existing.Latest<BirthDateRecorded>()?.Fact is not { } known)
            return born;
        if (known.BirthDate.Overlaps(born.BirthDate))
            return known.BirthDate.IsWhole ? known : born;
        notes[statement.Witnesses[0].Reference] = Issue("fhir.birth-date-differs");
        return null;
    }

    private static ReachRecorded FitReach(PersonRecord existing, ReachRecorded reach)
    {
        if (existing.Latest<ReachRecorded>()?.Fact is not { } known)
            return reach;
        var all = known.ContactPoints.UnionBy(
            reach.ContactPoints,
            point => SameWords.ContactPoint(point.Value),
            StringComparer.Ordinal
        );
        return new ReachRecorded([.. all]) is var joined && joined.ContactPoints.Count == known.ContactPoints.Count
            ? known
            : joined;
    }

    /// <summary>
    /// The people of the import who are in the record's circle already: their id there, details joined.
    /// </summary>
    private static Dictionary<Guid, Fact> MatchCircle(
        PersonRecord existing,
        IReadOnlyList<ImportedStatement> statements
    )
    {
        Dictionary<Guid, Fact> circle = [];
        foreach (var statement in statements)
        {
            if (
                statement.Fact is RelatedPersonRecorded related
                && FindRelated(existing, statement, related) is { } known
            )
                circle[related.RelatedPerson] = MergeFacts.Related(known, related);
            if (statement.Fact is CareTeamMemberJoined member && FindMember(existing, member) is { } one)
                circle[member.Member] = MergeFacts.Merge(one, member);
        }
        return circle;
    }

    private static RelatedPersonRecorded? FindRelated(
        PersonRecord existing,
        ImportedStatement statement,
        RelatedPersonRecorded related
    )
    {
        var references = statement
            .Witnesses.Select(witness => witness.Reference)
            .Where(IsRelatedPerson)
            .ToHashSet(StringComparer.Ordinal);
        var all = existing.All<RelatedPersonRecorded>().ToList();
        var match = all.LastOrDefault(one =>
            existing.WitnessesOf(one.Entry).Any(witness => witness.Reference is { } name && references.Contains(name))
        );
        if (match.Entry is null)
            match = all.LastOrDefault(one => SameCloseOne.Is(one.Fact, related));
        return match.Entry is null ? null : all.Last(one => one.Fact.RelatedPerson == match.Fact.RelatedPerson).Fact;
    }

    private static bool IsRelatedPerson(string reference) =>
        reference.StartsWith("RelatedPerson/", StringComparison.Ordinal);

    private static CareTeamMemberJoined? FindMember(PersonRecord existing, CareTeamMemberJoined member) =>
        existing
            .All<CareTeamMemberJoined>()
            .Select(one => one.Fact)
            .LastOrDefault(one => SameWords.Name(one.Name) == SameWords.Name(member.Name));

    private static Fact FitPeople(Fact fact, Dictionary<Guid, Fact> circle)
    {
        Party Of(Party party) => party with { Reference = IdOf(party.Reference, circle) };
        IReadOnlyList<Party> All(IReadOnlyList<Party> parties) => [.. parties.Select(Of)];
        return fact switch
        {
            _ when circle.Count == 0 => fact,
            RelatedPersonRecorded related => circle.GetValueOrDefault(related.RelatedPerson, related),
            CareTeamMemberJoined member => circle.GetValueOrDefault(member.Member, member),
            TreatmentDirectiveAgreed agreed => agreed with { Parties = All(agreed.Parties) },
            ConversationHeld held => held with
            {
                LedBy = held.LedBy is { } leader ? Of(leader) : null,
                Present = All(held.Present),
            },
            AdvanceDirectiveRecorded { Representative: { } representative } declared => declared with
            {
                Representative = Of(representative),
            },
            InformingRelativesAdvised advised => advised with { Relatives = All(advised.Relatives) },
            _ => fact,
        };
    }

    private static Guid? IdOf(Guid? person, Dictionary<Guid, Fact> circle) =>
        person is { } id && circle.TryGetValue(id, out var known)
            ? known switch
            {
                RelatedPersonRecorded related => related.RelatedPerson,
                CareTeamMemberJoined member => member.Member,
                _ => id,
            }
            : person;

    private static Issue Issue(string rule) => new(IssueCode.Conflict, "Patient", rule, []);
}
