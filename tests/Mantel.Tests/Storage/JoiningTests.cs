using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Storage;

/// <summary>
/// Two records of one person in the journal: joined and parted in one transaction, opened by either id.
/// </summary>
public sealed class JoiningTests
{
    private const string Bsn = "999990007";

    [Theory, OnSqlite, OnPostgreSql]
    public async Task By_either_id_the_one_record_opens_and_what_is_done_lands_in_the_one_that_leads(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var house = await House.OpenAsync(place);
        await house.JoinAsync();

        (await house.LoadAsync(house.Other)).Id.ShouldBe(house.One);
        await house.DoAsync(house.Other, new TellWhatMatters("De duiven.", PartialDate.Parse("2026-11-20")));

        var record = await house.LoadAsync(house.One);
        record.WhatMatters()!.Value.Fact.Words.ShouldBe("De duiven.");
        record.WhatMatters()!.Value.Entry.Stream.Id.ShouldBe(house.One);
        record.Version.ShouldBe(record.Entries.Count);
        await house.PartAsync();
        (await house.LoadAsync(house.Other)).WhatMatters().ShouldBeNull();
        (await house.LoadAsync(house.One)).WhatMatters().ShouldNotBeNull();
        await house.Archive.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task They_are_found_once_also_by_the_number_of_the_other_and_after_a_rebuild(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var house = await House.OpenAsync(place);
        (await house.RowsAsync()).Count.ShouldBe(2);
        await house.JoinAsync();
        for (var again = 0; again < 2; again++)
        {
            (await house.RowsAsync()).ShouldHaveSingleItem().Person.ShouldBe(house.One);
            (await house.ByNumberAsync()).ShouldHaveSingleItem().Person.ShouldBe(house.One);
            await house.Archive.RebuildAsync(default);
        }
        await house.PartAsync();
        (await house.RowsAsync()).Count.ShouldBe(2);
        (await house.ByNumberAsync()).ShouldHaveSingleItem().Person.ShouldBe(house.Other);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Both_streams_change_or_neither(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var house = await House.OpenAsync(place);
        var (one, other) = (StreamId.Person(house.One), StreamId.Person(house.Other));
        var version = await house.Archive.Journal.VersionAsync(one, default);
        var stale = Told.Act(one, version, "leads") with { Also = [Told.Act(other, 1, "follows")] };
        (await house.Archive.Journal.AppendAsync(stale, default)).ShouldBeOfType<AppendResult.Conflict>();
        (await house.Archive.Journal.VersionAsync(one, default)).ShouldBe(version);

        var twice = Enumerable.Range(0, 8).Select(_ => Task.Run(() => house.TryJoinAsync()));
        (await Task.WhenAll(twice)).Count(deed => deed is ActOutcome.Done).ShouldBe(1);
        (await house.LoadAsync(house.Other)).Followers().ShouldBe([house.Other]);
        await house.Archive.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_is_written_while_they_are_joined_and_parted_is_never_lost(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var house = await House.OpenAsync(place);
        var writing = Enumerable
            .Range(0, 40)
            .Select(i =>
                Task.Run(() => house.DoAsync(i % 2 == 0 ? house.One : house.Other, new RecordAllergy($"Stof {i}")))
            )
            .ToList();
        for (var i = 0; i < 3; i++)
        {
            await house.JoinAsync();
            await house.PartAsync();
        }
        await Task.WhenAll(writing);
        await house.JoinAsync();

        (await house.LoadAsync(house.Other)).Allergies().Count.ShouldBe(40);
        await house.Archive.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_is_about_the_wrong_person_is_destroyed_in_the_record_in_which_it_lies(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var house = await House.OpenAsync(place);
        var wrong = await house.DoAsync(house.Other, new RecordAllergy("Penicilline"));
        await house.JoinAsync();
        await house.DoAsync(house.One, new WithdrawWrongPerson([wrong[0].Id], "Van een ander.", []));

        (await house.LoadAsync(house.One)).Allergies().ShouldBeEmpty();
        await house.PartAsync();
        (await house.LoadAsync(house.Other)).Find(wrong[0].Id)!.Fact.ShouldBe(new EntryWithdrawn());
        await house.Archive.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Who_is_erased_is_erased_in_both(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var house = await House.OpenAsync(place);
        await house.JoinAsync();
        var erased = await house.Archive.EraseAsync(Erased.Of(StreamId.Person(house.Other)), default);

        erased.Records.ShouldBe([house.One, house.Other]);
        foreach (var person in new[] { house.One, house.Other })
            (await house.LoadAsync(person)).Exists.ShouldBeFalse();
        (await house.RowsAsync()).ShouldBeEmpty();
        (await house.Archive.EraseAsync(Erased.Of(StreamId.Person(house.One)), default)).Records.ShouldBe([house.One]);
        await house.Archive.RebuildAsync(default);
        (await house.RowsAsync()).ShouldBeEmpty();
        await house.Archive.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task From_a_backup_they_come_back_as_one_and_can_be_parted(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var house = await House.OpenAsync(place);
        await house.DoAsync(house.Other, new RecordAllergy("Penicilline"));
        await house.JoinAsync();
        await house.Archive.BackupAsync(place.In("backup"), Told.Night.Instant, [], default);
        await place.WipeAsync();
        await Archive.RestoreAsync(place.Options, House.Model, place.In("backup"), [], null, default);

        var archive = await place.OpenAsync(House.Model);
        var desk = new Desk(archive.Journal, archive.Looks).Own;
        (await desk.LoadAsync(house.Other, default)).Id.ShouldBe(house.One);
        (await archive.Register<RegisterRow>().AllAsync(default)).ShouldHaveSingleItem().Person.ShouldBe(house.One);
        var part = new PartRecords(house.Other, "Toch niet.");
        (
            await desk.DoAsync(house.Other, part, Told.Nurse, new Submission(Guid.NewGuid()), Told.Night, default)
        ).ShouldBeOfType<ActOutcome.Done>();
        (await desk.LoadAsync(house.Other, default)).Allergies().ShouldHaveSingleItem();
        (await archive.Register<RegisterRow>().AllAsync(default)).Count.ShouldBe(2);
        await archive.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_is_kept_in_memory_of_the_one_record_is_as_new_as_the_record(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var house = await House.OpenAsync(place);
        for (var i = 0; i < 5; i++)
            await house.DoAsync(house.Other, new RecordAllergy($"Stof {i}"));
        await house.JoinAsync();
        var derived = house.Archive.Derive((person, _) => person.Allergies().Count);
        (await house.CountAsync(derived)).ShouldBe(5);
        await house.DoAsync(house.Other, new RecordAllergy("Noten"));
        (await house.CountAsync(derived)).ShouldBe(6);
        await house.PartAsync();
        (await house.CountAsync(derived)).ShouldBe(1);
    }

    /// <summary>A house with two records, the second with the person's number.</summary>
    private sealed class House(Archive archive, ProgramDesk desk)
    {
        public Archive Archive => archive;
        public Guid One { get; } = Guid.NewGuid();
        public Guid Other { get; } = Guid.NewGuid();

        public static ReadModel<RegisterRow> Model { get; } =
            new(
                RegisterRow.ModelVersion,
                RegisterRow.Of,
                row => row.NumberKeys,
                (row, version) => row with { Version = version },
                RegisterRow.ChangesWith
            );

        public static async Task<House> OpenAsync(Place place)
        {
            var archive = await place.OpenAsync(Model);
            var house = new House(archive, new Desk(archive.Journal, archive.Looks).Own);
            await house.DoAsync(house.One, Registers("Bakker", null));
            await house.DoAsync(house.Other, Registers("Backer", new PersonNumber(NumberKind.Bsn, Bsn)));
            return house;
        }

        public async Task<IReadOnlyList<Entry>> DoAsync(Guid person, IAct<PersonRecord> act) =>
            (await desk.DoAsync(person, act, Told.Nurse, new Submission(Guid.NewGuid()), Told.Night, default))
                .ShouldBeOfType<ActOutcome.Done>()
                .Entries;

        public async Task JoinAsync() => (await TryJoinAsync()).ShouldBeOfType<ActOutcome.Done>();

        public async Task<ActOutcome> TryJoinAsync() =>
            await desk.JoinAsync(
                One,
                Other,
                new JoinRecords(await LoadAsync(Other), "Zelfde persoon.", Compared: true),
                Told.Nurse,
                new Submission(Guid.NewGuid()),
                Told.Night,
                default
            );

        public Task PartAsync() => DoAsync(One, new PartRecords(Other, "Toch niet."));

        public Task<PersonRecord> LoadAsync(Guid person) => desk.LoadAsync(person, default);

        public Task<IReadOnlyList<RegisterRow>> RowsAsync() => archive.Register<RegisterRow>().AllAsync(default);

        public Task<IReadOnlyList<RegisterRow>> ByNumberAsync() =>
            archive.Register<RegisterRow>().FindByNumberAsync(new PersonNumber(NumberKind.Bsn, Bsn).Key(), default);

        public async Task<int> CountAsync(Derived<int> derived)
        {
            var row = (await archive.Register<RegisterRow>().OfAsync(One, default))!;
            return await derived.OfAsync(One, row.Version, Told.Night.Today, default);
        }

        private static RegisterPerson Registers(string family, PersonNumber? number) =>
            new(
                new PersonName("Jan", null, "Jan", null, family, null, null, NameUse.Own),
                new PartialDate(1949, 5, 12),
                number,
                number is null,
                null,
                null,
                null,
                false
            );
    }
}
