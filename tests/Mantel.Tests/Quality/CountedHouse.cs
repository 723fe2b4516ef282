using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Quality;
using Mantel.Storage;
using Mantel.Tests.Storage;
using Shouldly;

namespace Mantel.Tests.Quality;

/// <summary>People whose care is told to a real archive, and the figures that come of it.</summary>
internal static class CountedHouse
{
    public const string Plan = "plan-within-30-days";
    public const string Wished = "wished-place";
    public const string Late = "late-start";

    private static readonly Party Doctor = new(
        PartyKind.Professional,
        "Sjoerd Hoekstra",
        Discipline: Discipline.GeneralPractitioner
    );

    public static Moment Noon(string day)
    {
        var date = PartialDate.Parse(day).First;
        return new(new DateTimeOffset(date, new TimeOnly(12, 0), TimeSpan.Zero), date);
    }

    public static Task<Archive> OpenAsync(this Place place, MeasureSet measures) =>
        Archive.OpenAsync(place.Options, Told.Model(), default, measures: measures);

    public static async Task<Guid> TellAsync(
        this Archive archive,
        StreamId person,
        string recorded,
        Fact fact,
        string? on = null
    )
    {
        var version = await archive.Journal.VersionAsync(person, default);
        var told = new NewFact(fact, on is null ? null : PartialDate.Parse(on));
        var append = new Append(person, version, Guid.NewGuid(), Told.Nurse, Noon(recorded), [told]);
        return (await archive.Journal.AppendAsync(append, default)).ShouldBeAppended()[0].Id;
    }

    public static Task<Guid> LivesInAsync(
        this Archive archive,
        StreamId person,
        string recorded,
        string code,
        string from
    ) =>
        archive.TellAsync(
            person,
            recorded,
            new AddressRecorded(new(AddressKind.Home, null, null, null, null, null, code, null, null)),
            from
        );

    public static Task<Guid> MarkedAsync(this Archive archive, StreamId person, string day, string? recorded = null) =>
        archive.TellAsync(
            person,
            recorded ?? day,
            new PalliativePhaseMarked(Doctor, [MarkingReason.Diagnosis], null),
            day
        );

    /// <summary>A plan by every version: read back and established, with a goal and resuscitation, confirmed.</summary>
    public static async Task<Guid> PlannedAsync(
        this Archive archive,
        StreamId person,
        string day,
        string? recorded = null
    )
    {
        var agreed = new TreatmentDirectiveAgreed(
            new Treatment(TreatmentKind.Resuscitation),
            Decision.Withhold,
            null,
            null,
            [new Party(PartyKind.Person, "Leida Vos"), Doctor]
        );
        var directive = Guid.NewGuid();
        var on = PartialDate.Parse(day);
        NewFact[] facts =
        [
            new(new PlanEstablished(Guid.NewGuid(), [Doctor], []), on),
            new(new TreatmentGoalAgreed(TreatmentGoal.SymptomRelief, null), on),
            new(agreed, on, Id: directive),
            new(new TreatmentDirectiveConfirmed(directive, Doctor.Name), on, [directive]),
        ];
        var version = await archive.Journal.VersionAsync(person, default);
        var append = new Append(person, version, Guid.NewGuid(), Told.Nurse, Noon(recorded ?? day), facts);
        return (await archive.Journal.AppendAsync(append, default)).ShouldBeAppended()[0].Id;
    }

    public static Task<Guid> DiedAsync(this Archive archive, StreamId person, string day, PlaceOfDeath? place = null) =>
        archive.TellAsync(person, day, new DeathRecorded(place, null, null, null, null), day);

    public static Task<Guid> StrikeOutAsync(this Archive archive, StreamId person, string day, Guid entry) =>
        archive.TellAsync(person, day, new EntryStruckOut([entry], "Vergissing."));

    public static Task JoinedAsync(this Archive archive, StreamId one, StreamId other, string day) =>
        archive.TellBothAsync(
            (one, new RecordsJoined(other.Id, Leads: true, "Dezelfde.")),
            (other, new RecordsJoined(one.Id, Leads: false, "Dezelfde.")),
            day
        );

    public static Task PartedAsync(this Archive archive, StreamId one, StreamId other, string day) =>
        archive.TellBothAsync(
            (one, new RecordsParted(other.Id, "Toch niet.")),
            (other, new RecordsParted(one.Id, "Toch niet.")),
            day
        );

    /// <summary>The counts as lines, such as <c>GM0718 2026-01 Met 1</c>.</summary>
    public static async Task<IReadOnlyList<string>> CountsAsync(
        this Archive archive,
        string measure,
        string area = "*",
        GroupKind kind = GroupKind.All,
        int version = 1
    )
    {
        var counts = await archive.Figures.CountsAsync(measure, version, [area], kind, default);
        return
        [
            .. counts!
                .Select(count =>
                    $"{count.Municipality} {count.Month?.ToString() ?? "-"} {count.Group} {count.Standing} {count.People}".Replace(
                        "  ",
                        " ",
                        StringComparison.Ordinal
                    )
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    private static async Task TellBothAsync(
        this Archive archive,
        (StreamId Stream, Fact Fact) one,
        (StreamId Stream, Fact Fact) other,
        string day
    )
    {
        var act = Guid.NewGuid();
        async Task<Append> OfAsync(StreamId stream, Fact fact) =>
            new(
                stream,
                await archive.Journal.VersionAsync(stream, default),
                act,
                Told.Nurse,
                Noon(day),
                [new NewFact(fact, PartialDate.Parse(day))]
            );
        var both = await OfAsync(one.Stream, one.Fact) with { Also = [await OfAsync(other.Stream, other.Fact)] };
        (await archive.Journal.AppendAsync(both, default)).ShouldBeAppended();
    }

    /// <summary>Every count of every measure, municipality and group that the archive can tell.</summary>
    public static async Task<IReadOnlyList<string>> AllCountsAsync(
        this Archive archive,
        params IReadOnlyList<string> areas
    )
    {
        var all = new List<string>();
        foreach (var definition in archive.Figures.Measures.Definitions)
        foreach (var kind in Enum.GetValues<GroupKind>())
        foreach (var area in areas.Append("*"))
        {
            var counts = await archive.CountsAsync(definition.Id, area, kind, definition.Version);
            all.AddRange(counts.Select(count => $"{definition} {kind} {count}"));
        }
        return all;
    }
}
