using System.Security.Cryptography;
using System.Text.Json;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Population;

namespace Mantel.Core.Quality;

/// <summary>
/// The measures that are counted, all versions of them, with the tables of regions that say where people live. Pure:
/// from one person's record and a day come their results.
/// </summary>
public sealed class MeasureSet
{
    /// <summary>Goes up whenever the same record would give another result by the same definitions.</summary>
    private const int CalculationVersion = 3;

    public MeasureSet(IReadOnlyList<MeasureDefinition> definitions, RegionTables regions)
    {
        (Definitions, Regions) = (definitions, regions);
        Stamp = StampOf(definitions, regions);
    }

    /// <summary>The measures that are compiled in.</summary>
    public static MeasureSet Current { get; } = new(ReadMeasures.CompiledIn(), RegionTables.Current);

    public IReadOnlyList<MeasureDefinition> Definitions { get; }

    public RegionTables Regions { get; }

    /// <summary>Another stamp: everybody's results are made anew from the journal.</summary>
    public string Stamp { get; }

    /// <summary>The newest version of a measure; null when nobody knows it.</summary>
    public MeasureDefinition? Newest(string id) =>
        Definitions.Where(definition => definition.Id == id).MaxBy(definition => definition.Version);

    /// <summary>The version by which a month of a measure is published; null before the first.</summary>
    public MeasureDefinition? PublishedBy(string id, Month month) =>
        Definitions
            .Where(definition => definition.Id == id && definition.PublishedFrom <= month)
            .MaxBy(definition => definition.Version);

    /// <summary>False for a kind of fact that no result depends on.</summary>
    public static bool ChangesWith(Fact fact) =>
        fact
            is Identification.PalliativePhaseMarked
                or Identification.DyingPhaseMarked
                or Identification.MarkingRevised
                or AdvanceCarePlanning.PlanEstablished
                or AdvanceCarePlanning.ConversationHeld
                or AdvanceCarePlanning.TreatmentDirectiveAgreed
                or AdvanceCarePlanning.TreatmentDirectiveConfirmed
                or AdvanceCarePlanning.TreatmentDirectiveEnded
                or AdvanceCarePlanning.TreatmentGoalAgreed
                or AdvanceCarePlanning.TalkDeclined
                or AdvanceCarePlanning.PreferredPlaceOfDeathTold
                or AdvanceCarePlanning.LegalCapacityJudged
                or AdvanceCarePlanning.AdvanceDirectiveRecorded
                or AdvanceCarePlanning.AdvanceDirectiveEnded
                or CareTeam.RelatedPersonRecorded
                or CareTeam.RelatedPersonLeft
                or NumberRecorded
                or CourseChanged
                or DeathRecorded
                or AddressRecorded
                or CountryChosen
                or BirthDateRecorded
                or DiagnosisRecorded
                or ItemEnded
                or LanguageRecorded
                or HouseholdRecorded
                or RecordsJoined
                or RecordsParted
                or EntryStruckOut
                or WrongPersonNoticed;

    /// <summary>
    /// How the person stands in every measure, as of a day: the same record and day always give the same results. A
    /// record that follows another in a join has none, so that the person counts once.
    /// </summary>
    public IReadOnlyList<MeasureResult> Evaluate(PersonRecord record, DateOnly asOf)
    {
        if (record.Leader() is not null)
            return [];
        var person = new MeasuredPerson(record, Regions);
        if (person.Death is null && person.Markings.Count == 0)
            return [];
        return [.. Definitions.Select(definition => Calculations.Of(definition, person, asOf)).OfType<MeasureResult>()];
    }

    /// <summary>The next day on which a result changes because nothing happened; null when there is none.</summary>
    public static DateOnly? DueOn(IReadOnlyList<MeasureResult> results) =>
        results
            .Where(result => result.Standing is Standing.NotYetDue)
            .Select(result => (DateOnly?)result.MatureFrom)
            .Min();

    private static string StampOf(IReadOnlyList<MeasureDefinition> definitions, RegionTables regions)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                CalculationVersion,
                Definitions = definitions.Select(one => (one.ToString(), one.Calculation, one.Days).ToString()),
                regions.Municipalities,
                regions.Links,
                DiagnosisGroups = DiagnosisGroups.Stamp,
                Ages = AdvanceCarePlanning.Deciding.AgeRule.Table,
                Representation = AdvanceCarePlanning.Deciding.RepresentationRule.Table,
            },
            FactCodec.Json
        );
        return Convert.ToHexString(SHA256.HashData(content))[..16];
    }
}
