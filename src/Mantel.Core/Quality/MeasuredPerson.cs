using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Population;

namespace Mantel.Core.Quality;

/// <summary>A person's record as measures ask it: what was marked, established, wished, and on which day.</summary>
internal sealed class MeasuredPerson(PersonRecord record, RegionTables regions)
{
    /// <summary>The death as last recorded; null while the person lives as far as is known.</summary>
    public Death? Death { get; } = record.Death();

    /// <summary>Every judgement that the palliative or the dying phase had begun, in the order of days.</summary>
    public IReadOnlyList<Marking> Markings { get; } =
    [.. record.Markings().OrderBy(one => one.Day.First).ThenBy(one => one.Entry.Version)];

    /// <summary>The days on which a plan was established, here or elsewhere as a whole, the first one first.</summary>
    public IReadOnlyList<PartialDate> PlansEstablished { get; } =
    [.. EstablishedHere(record).Concat(EstablishedElsewhere(record)).OrderBy(day => day.Last)];

    /// <summary>True when on this day it stood that the person did not want to talk about it, now or at all.</summary>
    public bool HadDeclinedOn(DateOnly day) =>
        record
            .All<TalkDeclined>()
            .Any(declined => declined.Fact.Topic is TalkTopic.Everything && DayOf(declined.Entry).First <= day);

    /// <summary>What was last told, by that day, of where the person wishes to die; several when they differ.</summary>
    public IReadOnlyList<PreferredPlaceOfDeathTold> WishesBy(PartialDate day)
    {
        var told = record
            .All<PreferredPlaceOfDeathTold>()
            .Where(one => one.Fact.Answer is not Answer.NotDiscussed && !day.IsBefore(DayOf(one.Entry)))
            .ToList();
        return told.Count == 0
            ? []
            :
            [
                .. Chronology
                    .Newest(told, one => DayOf(one.Entry))
                    .Select(one => one.Fact)
                    .DistinctBy(one => (one.Answer, one.Place)),
            ];
    }

    public bool HadDeclinedPlaceOfDeath(PartialDate day) =>
        record
            .All<TalkDeclined>()
            .Any(one =>
                one.Fact.Topic is TalkTopic.Everything or TalkTopic.PlaceOfDeath && !day.IsBefore(DayOf(one.Entry))
            );

    /// <summary>The code of the municipality in which the person lived on that day; empty when not known.</summary>
    public string MunicipalityOn(DateOnly day)
    {
        var homes = record.All<AddressRecorded>().Where(one => one.Fact.Address.Kind is not AddressKind.Stay).ToList();
        if (HeldOn(homes, day) is not { } home)
            return "";
        var (name, code, country) = (
            home.Fact.Address.Municipality,
            home.Fact.Address.MunicipalityCode,
            home.Fact.Address.Country
        );
        if (code is not null)
            return regions.CodeOn(code, day);
        return name is null ? "" : regions.Named(name, country, day)?.Code ?? "";
    }

    /// <summary>What stands of a plan on a day, whichever way it came.</summary>
    public StandingPlan PlanOn(DateOnly day) => StandingPlan.On(record, day);

    /// <summary>Whether the person does not want to talk, as it stands on that day.</summary>
    public TalkRefusal RefusalOn(DateOnly day) => Refusals.On(record, day);

    /// <summary>The last day until this one on which it became worse, or they were brought to hospital.</summary>
    public IReadOnlyList<PartialDate> TurnedWorseBy(DateOnly day) =>
        [
            .. record
                .All<CourseChanged>()
                .Where(one => one.Fact.Change is CourseChange.Deteriorated or CourseChange.AdmittedToHospital)
                .Select(one => DayOf(one.Entry))
                .Where(turned => turned.First <= day),
        ];

    /// <summary>
    /// True when the last wish, of one of the last so many days before death, names another place than the one before.
    /// </summary>
    public bool ChangedTheirWish(PreferredPlaceOfDeathTold last, DateOnly died, int days)
    {
        var told = record
            .All<PreferredPlaceOfDeathTold>()
            .Where(one =>
                one.Fact.Answer is Answer.Given && DayOf(one.Entry) is { IsWhole: true } day && day.First <= died
            )
            .ToList();
        var newest = told.Where(one => MeaningOf(one.Fact) == MeaningOf(last)).Select(one => DayOf(one.Entry).First);
        if (newest.DefaultIfEmpty().Max() is var on && on < died.AddDays(-days))
            return false;
        var before = told.Where(one => DayOf(one.Entry).First < on).ToList();
        return before.Count > 0
            && before
                .Where(one => DayOf(one.Entry).First == before.Max(other => DayOf(other.Entry).First))
                .All(one => MeaningOf(one.Fact) != MeaningOf(last));

        static (PlaceOfDeath?, bool) MeaningOf(PreferredPlaceOfDeathTold wish) => (wish.Place, wish.HomeIsHere is true);
    }

    public PersonGroups GroupsOn(DateOnly day) => GroupsOfPeople.On(record, day);

    /// <summary>The day of an entry; the day of recording where nobody gave one.</summary>
    internal static PartialDate DayOf(Entry entry) => entry.Day();

    /// <summary>What held on a day; when nothing was recorded by then, the first that was recorded after.</summary>
    internal static Recorded<TFact>? HeldOn<TFact>(IReadOnlyList<Recorded<TFact>> all, DateOnly day)
        where TFact : Fact
    {
        var (held, after) = ((Recorded<TFact>?)null, (Recorded<TFact>?)null);
        foreach (var one in all)
        {
            var its = DayOf(one.Entry).First;
            if (its <= day && !(held is { } best && DayOf(best.Entry).First > its))
                held = one;
            if (its > day && !(after is { } first && DayOf(first.Entry).First <= its))
                after = one;
        }
        return held ?? after;
    }

    private static IEnumerable<PartialDate> EstablishedHere(PersonRecord record) =>
        record.All<PlanEstablished>().Select(one => DayOf(one.Entry));

    /// <summary>
    /// A talk that came in from another system with a goal or a decision about treatment is a plan of theirs, which
    /// nobody asks for again.
    /// </summary>
    private static IEnumerable<PartialDate> EstablishedElsewhere(PersonRecord record)
    {
        var talks = record.All<ConversationHeld>().Where(one => one.Entry.Source.System != Source.Here).ToList();
        if (talks.Count == 0)
            return [];
        var decided = record
            .All<TreatmentDirectiveAgreed>()
            .Where(one => one.Fact.Decision is not Decision.NotDiscussed)
            .Select(one => one.Entry)
            .Concat(record.All<TreatmentGoalAgreed>().Select(one => one.Entry))
            .SelectMany(entry => entry.RestsOn)
            .ToHashSet();
        return talks.Where(talk => decided.Contains(talk.Entry.Id)).Select(talk => DayOf(talk.Entry));
    }
}
