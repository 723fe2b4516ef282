using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>Makes one statement of all that say the same, with everyone who says so as its witness.</summary>
internal static class MergeStatements
{
    public static IReadOnlyList<ImportedStatement> Merge(IReadOnlyList<ResourceTaken> takes, ImportOptions options)
    {
        var drafts = takes.Where(take => !take.IsRefused).SelectMany(take => take.Drafts).ToList();
        var names = drafts
            .Select(draft => SameFact.Of(draft.Fact, draft.Effective, _ => null))
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(SameWords.Id, sameness => sameness);
        var statements = drafts
            .Where(draft => !Disagreements.IsEndThatAnotherDenies(draft, takes))
            .GroupBy(
                draft => SameFact.Of(draft.Fact, draft.Effective, key => names.GetValueOrDefault(key)),
                StringComparer.Ordinal
            )
            .Select(group => AsOne(group.Key, [.. group], options))
            .ToList();
        var known = statements.Select(statement => statement.Key).ToHashSet();
        return
        [
            .. statements.Select(statement =>
                statement with
                {
                    RestsOn = [.. statement.RestsOn.Where(known.Contains)],
                }
            ),
        ];
    }

    /// <summary>The system a message comes from: as it says itself, or as the import calls it.</summary>
    public static string SystemOf(Received resource, ImportOptions options) =>
        resource.Server ?? resource.MetaSource ?? options.System;

    private static ImportedStatement AsOne(string sameness, IReadOnlyList<Draft> drafts, ImportOptions options)
    {
        var fact = drafts.Select(draft => draft.Fact).Aggregate(MergeFacts.Merge);
        var text = SameWords.Plain(SameFact.TextOf(fact));
        var witnesses = drafts
            .SelectMany(draft => draft.From.Select(from => (from, Own: SameFact.TextOf(draft.Fact))))
            .DistinctBy(one => one.from.Name, StringComparer.Ordinal)
            .Select(one => new ImportedWitness(
                SystemOf(one.from, options),
                one.from.Name,
                one.Own is { } own && SameWords.Plain(own) != text ? own : CodeAsReceived(fact, one.from),
                one.from.Hash
            ));
        return new ImportedStatement(
            SameWords.Id(sameness),
            sameness,
            fact,
            drafts[0].Effective,
            [.. witnesses],
            RestsOn(drafts)
        );
    }

    /// <summary>It rests on a conversation only when everyone who says so had it from there.</summary>
    private static IReadOnlyList<Guid> RestsOn(IReadOnlyList<Draft> drafts) =>
        [
            .. drafts
                .Skip(1)
                .Aggregate(drafts[0].RestsOn.AsEnumerable(), (rests, draft) => rests.Intersect(draft.RestsOn)),
        ];

    /// <summary>
    /// The form's own code for symptom relief stays with its witness, since the fact has only the meaning.
    /// </summary>
    private static string? CodeAsReceived(Fact fact, Received from) =>
        fact is TreatmentGoalAgreed { Goal: TreatmentGoal.SymptomRelief }
        && from.Json.GetRawText().Contains("\"225353007\"", StringComparison.Ordinal)
            ? "SNOMED CT 225353007"
            : null;
}
