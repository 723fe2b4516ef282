using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>The person's death, as it was recorded.</summary>
/// <param name="On">The day, as far as it is known; null when the source did not say.</param>
public sealed record Death(PartialDate? On, DeathRecorded Fact, Entry Entry);

/// <summary>How old somebody is: two ages when the birth date is partial.</summary>
public readonly record struct Age(int AtLeast, int AtMost)
{
    public bool IsCertain => AtLeast == AtMost;

    /// <summary>The age on a day that may be partial too; null when the birth date or the day is not known.</summary>
    public static Age? On(PartialDate? born, PartialDate? day) =>
        (born, day) is ({ } from, { } until)
            ? new Age(Years(from.Last, until.First), Years(from.First, until.Last))
            : null;

    private static int Years(DateOnly born, DateOnly on)
    {
        var years = on.Year - born.Year;
        return Math.Max(0, born.AddYears(years) > on ? years - 1 : years);
    }
}

/// <summary>What is known of who the person is, computed from what stands in their record.</summary>
public static class PersonViews
{
    private static readonly PersonName NoName = new(null, null, null, null, "", null, null, NameUse.Own);

    /// <summary>
    /// The name in use: the last recorded. Without one (nothing recorded, or struck out) all parts are empty.
    /// </summary>
    public static PersonName Name(this PersonRecord person) => person.LastOfLeader<NameRecorded>()?.Fact.Name ?? NoName;

    /// <summary>Names that were in use earlier, newest first.</summary>
    public static IReadOnlyList<PersonName> OtherNames(this PersonRecord person)
    {
        var current = person.LastOfLeader<NameRecorded>()?.Entry.Id;
        return
        [
            .. person
                .All<NameRecorded>()
                .Where(name => name.Entry.Id != current)
                .Select(name => name.Fact.Name)
                .Reverse()
                .Distinct(),
        ];
    }

    public static PartialDate? BirthDate(this PersonRecord person) =>
        person.LastOfLeader<BirthDateRecorded>()?.Fact.BirthDate;

    /// <summary>The age today, or at death; null when the birth date is not known.</summary>
    public static Age? Age(this PersonRecord person, DateOnly today) =>
        People.Age.On(person.BirthDate(), person.Death() is { } death ? death.On : PartialDate.Of(today));

    /// <summary>
    /// The national numbers that hold: the last of each kind, since it was last said that there is none. That one of
    /// two joined records has none takes nothing from the other.
    /// </summary>
    public static IReadOnlyList<PersonNumber> Numbers(this PersonRecord person)
    {
        List<(Entry Entry, PersonNumber Number)> numbers = [];
        foreach (var (entry, fact) in person.All<NumberRecorded>())
        {
            numbers.RemoveAll(one =>
                (fact.Number is null || fact.Number.Kind == one.Number.Kind)
                && (one.Entry.Stream == entry.Stream || person.KnewAll(entry))
            );
            if (
                fact.Number is { } number
                && !numbers.Exists(one => one.Number.Kind == number.Kind && one.Entry.Stream == person.Stream)
            )
                numbers.Add((entry, number));
        }
        return [.. numbers.Select(one => one.Number).DistinctBy(number => number.Kind).OrderBy(number => number.Kind)];
    }

    /// <summary>True when it was asked, and there is no number; false also when nobody asked.</summary>
    public static bool HasNoNumber(this PersonRecord person) =>
        person.Numbers().Count == 0 && person.All<NumberRecorded>().Any();

    public static Address? Address(this PersonRecord person) => person.Newest<AddressRecorded>()?.Fact.Address;

    public static IReadOnlyList<ContactPoint> Reach(this PersonRecord person) =>
        person.Last<ReachRecorded>()?.Fact.ContactPoints ?? [];

    public static GenderRecorded? Gender(this PersonRecord person) => person.LastOfLeader<GenderRecorded>()?.Fact;

    public static LanguageRecorded? Language(this PersonRecord person) => person.Last<LanguageRecorded>()?.Fact;

    /// <summary>True: alone; false: with others; null: not recorded.</summary>
    public static bool? LivesAlone(this PersonRecord person) => person.Newest<HouseholdRecorded>()?.Fact.LivesAlone;

    /// <summary>One entry for each aspect that is told, in the order of the aspects.</summary>
    public static IReadOnlyList<Recorded<BackgroundRecorded>> Background(this PersonRecord person) =>
        [
            .. person
                .All<BackgroundRecorded>()
                .GroupBy(told => told.Fact.Aspect)
                .Select(aspect => aspect.MaxBy(WhenOf))
                .Where(told => !person.IsEnded(told.Entry.Id))
                .OrderBy(told => told.Fact.Aspect),
        ];

    /// <summary>What matters, as last told.</summary>
    public static Recorded<WhatMattersTold>? WhatMatters(this PersonRecord person) =>
        person.Newest<WhatMattersTold>() is { } told && !person.IsEnded(told.Entry.Id) ? told : null;

    /// <summary>The diagnoses that hold, the main ones first.</summary>
    public static IReadOnlyList<Recorded<DiagnosisRecorded>> Diagnoses(this PersonRecord person) =>
        [
            .. person
                .Holding<DiagnosisRecorded>()
                .OrderByDescending(diagnosis => diagnosis.Fact.IsMain)
                .ThenByDescending(WhenOf),
        ];

    /// <summary>
    /// The allergies that hold. One without a substance: asked, none known. None at all: not recorded.
    /// </summary>
    public static IReadOnlyList<Recorded<AllergyRecorded>> Allergies(this PersonRecord person)
    {
        var holding = person.Holding<AllergyRecorded>().ToList();
        var named = holding.Where(allergy => allergy.Fact.Substance is not null).ToList();
        return named.Count > 0 ? named : [.. holding.TakeLast(1)];
    }

    /// <summary>What is known of devices in the body: the newest word on each kind, and every other device.</summary>
    public static IReadOnlyList<Recorded<ImplantedDeviceRecorded>> Devices(this PersonRecord person) =>
        [
            .. person
                .All<ImplantedDeviceRecorded>()
                .GroupBy(device => (device.Fact.Kind, device.Fact.Kind == DeviceKind.Other ? device.Fact.Name : null))
                .SelectMany(NewestOrDiffering)
                .Where(device => !person.IsEnded(device.Entry.Id))
                .OrderBy(device => device.Fact.Kind),
        ];

    /// <summary>
    /// What is known of an ICD; null when nothing was recorded. Where messages differ: that it is there, and never
    /// whether it is on or off.
    /// </summary>
    public static ImplantedDeviceRecorded? Icd(this PersonRecord person)
    {
        var said = person.SaidOfIcd();
        if (said.Count == 0)
            return null;
        var (on, off) = (said.Any(one => one.Fact.IsOff is false), said.Any(one => one.Fact.IsOff is true));
        return on && off ? said[^1].Fact with { IsOff = null, OffSince = null } : said[^1].Fact;
    }

    /// <summary>All that is said of an ICD and no day can order; several differ, and somebody has to ask.</summary>
    public static IReadOnlyList<Recorded<ImplantedDeviceRecorded>> SaidOfIcd(this PersonRecord person) =>
        [.. person.Devices().Where(device => device.Fact.Kind is DeviceKind.Icd)];

    /// <summary>
    /// The newest word; and where it came from elsewhere, what came from elsewhere and says otherwise, without a day or
    /// on days that overlap: nobody can tell which is newer (safety rule 2). That it is there stands last.
    /// </summary>
    private static IEnumerable<Recorded<ImplantedDeviceRecorded>> NewestOrDiffering(
        IEnumerable<Recorded<ImplantedDeviceRecorded>> kind
    )
    {
        var all = kind.ToList();
        var newest = all.MaxBy(WhenOf);
        if (newest.Entry.Source.System == Source.Here)
            return [newest];
        return all.Where(device =>
                device.Entry == newest.Entry
                || (
                    device.Entry.Source.System != Source.Here
                    && !IsOrdered(device.Effective, newest.Effective)
                    && Differ(device.Fact, newest.Fact)
                )
            )
            .DistinctBy(device => (device.Fact.Present, device.Fact.IsOff))
            .OrderBy(device => device.Fact.Present is true);
    }

    private static bool IsOrdered(PartialDate? one, PartialDate? other) =>
        one is { } first && other is { } second && (first.IsBefore(second) || second.IsBefore(first));

    /// <summary>There or not, on or off; that one of them does not say is no difference.</summary>
    private static bool Differ(ImplantedDeviceRecorded one, ImplantedDeviceRecorded other) =>
        one.Present != other.Present || one.IsOff is { } its && other.IsOff is { } others && its != others;

    public static IReadOnlyList<Recorded<MedicationAtHomeRecorded>> MedicationAtHome(this PersonRecord person) =>
        [.. person.Holding<MedicationAtHomeRecorded>()];

    /// <summary>The changes of the course, the newest first.</summary>
    public static IReadOnlyList<Recorded<CourseChanged>> CourseChanges(this PersonRecord person) =>
        [.. person.All<CourseChanged>().OrderByDescending(WhenOf)];

    /// <summary>What was written down about the person, the newest first.</summary>
    public static IReadOnlyList<Recorded<NoteMade>> Notes(this PersonRecord person) =>
        [.. person.All<NoteMade>().OrderByDescending(WhenOf)];

    /// <summary>The death as last recorded, or null while the person lives as far as is known.</summary>
    public static Death? Death(this PersonRecord person) =>
        person.Last<DeathRecorded>() is { } death ? new(death.Effective, death.Fact, death.Entry) : null;

    public static bool IsFictitious(this PersonRecord person) =>
        person.All<PersonRegistered>().Any(registered => registered.Fact.Fictitious);

    /// <summary>True when it was said that this no longer holds.</summary>
    public static bool IsEnded(this PersonRecord person, Guid entry) =>
        person.All<ItemEnded>().Any(ended => ended.Fact.Entry == entry);

    /// <summary>The standing fact that was recorded last, whatever day it is about: a correction wins.</summary>
    internal static Recorded<TFact>? Last<TFact>(this Record record)
        where TFact : Fact
    {
        Recorded<TFact>? last = null;
        foreach (var candidate in record.All<TFact>())
            last = candidate;
        return last;
    }

    /// <summary>The standing fact about the latest day; one without a day counts for the day it was recorded.</summary>
    internal static Recorded<TFact>? Newest<TFact>(this Record record)
        where TFact : Fact
    {
        Recorded<TFact>? newest = null;
        foreach (var candidate in record.All<TFact>())
        {
            if (newest is not { } best || WhenOf(candidate).CompareTo(WhenOf(best)) >= 0)
                newest = candidate;
        }
        return newest;
    }

    private static IEnumerable<Recorded<TFact>> Holding<TFact>(this PersonRecord person)
        where TFact : Fact => person.All<TFact>().Where(item => !person.IsEnded(item.Entry.Id));

    private static (DateOnly Day, int Version) WhenOf<TFact>(Recorded<TFact> recorded)
        where TFact : Fact =>
        (recorded.Effective?.Last ?? BedsideClock.DayOf(recorded.Entry.Recorded), recorded.Entry.Version);
}
