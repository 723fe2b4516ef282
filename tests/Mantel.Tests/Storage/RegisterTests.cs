using Mantel.Core.Journal;
using Mantel.Storage;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Storage;

public sealed class RegisterTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_person_is_found_by_what_was_just_recorded(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = Told.Someone();
        await archive.TellAsync(person, "lives in Tiel #123");
        await archive.TellAsync(Told.Someone(), "lives in Gent #124");
        var register = archive.Register<ToldRow>();

        (await register.FindAsync(row => row.Newest.Contains("Tiel", StringComparison.Ordinal), default))
            .ShouldHaveSingleItem()
            .Person.ShouldBe(person.Id);
        (await register.FindByNumberAsync("#123", default)).ShouldHaveSingleItem().Person.ShouldBe(person.Id);
        (await register.OfAsync(person.Id, default)).ShouldBe(new ToldRow(person.Id, "lives in Tiel #123", 1));
        (await register.AllAsync(default)).Count.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_number_that_was_corrected_finds_nobody_any_more(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = Told.Someone();
        await archive.TellAsync(person, "number #1");
        await archive.TellAsync(person, "corrected #2");
        var register = archive.Register<ToldRow>();
        (await register.FindByNumberAsync("#1", default)).ShouldBeEmpty();
        (await register.FindByNumberAsync("#2", default)).ShouldHaveSingleItem();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_another_process_recorded_is_found_at_once(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var (one, other) = (await place.OpenAsync(), await place.OpenAsync());
        var person = Told.Someone();
        await one.TellAsync(person, "first");
        (await other.Register<ToldRow>().OfAsync(person.Id, default))!.Newest.ShouldBe("first");
        await one.TellAsync(person, "second");
        (await other.Register<ToldRow>().OfAsync(person.Id, default))!.Newest.ShouldBe("second");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Another_version_of_the_read_model_makes_all_rows_anew(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var people = new[] { Told.Someone(), Told.Someone(), Told.Someone() };
        foreach (var person in people)
            await archive.TellAsync(person, "one", "two");

        var newer = await place.OpenAsync(Told.Model(version: 2, prefix: "now "));
        var rows = await newer.Register<ToldRow>().AllAsync(default);
        rows.ShouldBe(people.Select(person => new ToldRow(person.Id, "now two", 2)), ignoreOrder: true);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_row_that_an_older_program_writes_beside_a_newer_one_is_read_in_the_newer_way(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var older = await place.OpenAsync(Told.Model(version: 1));
        var newer = await place.OpenAsync(Told.Model(version: 2, prefix: "now "));
        var person = Told.Someone();
        await older.TellAsync(person, "hello");
        (await newer.Register<ToldRow>().OfAsync(person.Id, default))!.Newest.ShouldBe("now hello");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_row_that_a_fact_does_not_change_is_kept_with_its_numbers_and_tells_the_new_version(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var (one, other) = (await place.OpenAsync(Told.QuietModel()), await place.OpenAsync(Told.QuietModel()));
        var person = Told.Someone();
        await one.TellAsync(person, "loud #7");
        var before = await place.TamperAsync<byte[]>("journal", "SELECT content FROM register");
        await one.TellAsync(person, "quiet");

        (await one.Register<ToldRow>().OfAsync(person.Id, default)).ShouldBe(new ToldRow(person.Id, "loud #7", 2));
        (await other.Register<ToldRow>().OfAsync(person.Id, default)).ShouldBe(new ToldRow(person.Id, "loud #7", 2));
        (await one.Register<ToldRow>().FindByNumberAsync("#7", default)).ShouldHaveSingleItem();
        (await place.TamperAsync<byte[]>("journal", "SELECT content FROM register")).ShouldBe(before);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_takes_something_back_always_makes_the_row_anew(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync(Told.QuietModel());
        var person = Told.Someone();
        var entries = await archive.TellAsync(person, "quiet", "loud");
        Fact[] taking = [new EntryStruckOut([entries[1].Id], "…"), new WrongPersonNoticed([], "…")];
        foreach (var fact in taking)
        {
            var before = await place.TamperAsync<byte[]>("journal", "SELECT content FROM register");
            var version = await archive.Journal.VersionAsync(person, default);
            var append = Told.Act(person, version) with { Facts = [new NewFact(fact, Effective: null)] };
            (await archive.Journal.AppendAsync(append, default)).ShouldBeAppended();
            (await place.TamperAsync<byte[]>("journal", "SELECT content FROM register")).ShouldNotBe(before);
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_row_of_a_newer_program_that_an_older_one_kept_is_made_by_the_newer(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var older = await place.OpenAsync(Told.QuietModel());
        var person = Told.Someone();
        await older.TellAsync(person, "loud");
        var newer = await place.OpenAsync(Told.Model(version: 2, prefix: "now "));
        await older.TellAsync(person, "quiet");
        (await newer.Register<ToldRow>().OfAsync(person.Id, default)).ShouldBe(new ToldRow(person.Id, "now quiet", 2));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_rebuild_makes_the_rows_anew_that_were_kept_meanwhile(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var older = await place.OpenAsync(Told.QuietModel());
        var people = Enumerable.Range(0, 40).Select(_ => Told.Someone()).ToList();
        foreach (var person in people)
            await older.TellAsync(person, "loud");

        var working = Task.WhenAll(people.Select(person => Task.Run(() => older.TellAsync(person, "quiet"))));
        var newer = await place.OpenAsync(Told.Model(version: 2, prefix: "now "));
        await working;
        var rows = await newer.Register<ToldRow>().AllAsync(default);
        rows.ShouldBe(people.Select(person => new ToldRow(person.Id, "now quiet", 2)), ignoreOrder: true);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_rebuild_repairs_a_lost_register_and_counts_the_facts(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = Told.Someone();
        await archive.TellAsync(person, "one", "two #7");
        await archive.TellAsync(StreamId.Directory, "an organisation");
        await place.TamperAsync("journal", "DELETE FROM register");
        await place.TamperAsync("journal", "DELETE FROM number_index");

        (await archive.RebuildAsync(default)).ShouldBe(2);
        var again = await place.OpenAsync();
        (await again.Register<ToldRow>().AllAsync(default)).ShouldBe([new ToldRow(person.Id, "two #7", 2)]);
        (await again.Register<ToldRow>().FindByNumberAsync("#7", default)).ShouldHaveSingleItem();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_rebuild_while_people_work_never_takes_back_what_they_recorded(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var people = Enumerable.Range(0, 40).Select(_ => Told.Someone()).ToList();
        foreach (var person in people)
            await archive.TellAsync(person, "before");

        var working = Task.WhenAll(people.Select(person => Task.Run(() => archive.TellAsync(person, "meanwhile"))));
        await archive.RebuildAsync(default);
        await working;
        var rows = await archive.Register<ToldRow>().AllAsync(default);
        rows.ShouldBe(people.Select(person => new ToldRow(person.Id, "meanwhile", 2)), ignoreOrder: true);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Nothing_personal_lies_in_the_database_in_clear(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = Told.Someone();
        await archive.TellAsync(person, "Quasimodo-unmistakable #987654321");
        await archive.Looks.WriteAsync(Looked.At(person.Id, "Esmeralda-unmistakable"), default);
        await place.CloseAsync();

        foreach (var file in Directory.GetFiles(place.Options.DataDirectory))
        {
            var text = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
            text.ShouldNotContain("unmistakable", customMessage: file);
            text.ShouldNotContain("987654321", customMessage: file);
            text.ShouldNotContain("de Wit", customMessage: file);
        }
        if (on == On.PostgreSql)
        {
            var clear = "SELECT COUNT(*) FROM entry WHERE position('unmistakable'::bytea in payload) > 0";
            (await place.TamperAsync<long>("journal", clear)).ShouldBe(0);
        }
    }
}
