using Mantel.Core.Journal;
using Mantel.Storage;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Storage;

/// <summary>Looks for the tests.</summary>
public static class Looked
{
    public static readonly Guid Physician = new("0b1d5a3e-0000-4000-8000-000000000002");

    public static Look At(Guid person, string who = "A. Yilmaz", string page = "night", Guid? account = null) =>
        new(
            Guid.NewGuid(),
            Told.Night.Instant,
            person,
            account ?? Physician,
            who,
            Role.PhysicianOnDuty,
            Organisation: "Huisartsenpost",
            page,
            Purpose: "treatment",
            Basis: "duty",
            Reason: null
        );
}

public sealed class LookLogTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Looks_are_read_newest_first_and_by_page(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = Guid.NewGuid();
        var looks = Enumerable.Range(0, 5).Select(i => Looked.At(person, $"number {i}")).ToList();
        foreach (var look in looks)
            await archive.Looks.WriteAsync(look, default);
        await archive.Looks.WriteAsync(Looked.At(Guid.NewGuid()), default);

        var again = await place.OpenAsync();
        (await again.Looks.ReadAsync(person, 0, 10, default)).ShouldBe(looks.AsEnumerable().Reverse());
        (await again.Looks.ReadAsync(person, 1, 2, default)).ShouldBe([looks[3], looks[2]]);
        (await again.Looks.ReadAsync(Guid.NewGuid(), 0, 10, default)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Many_looks_at_once_are_all_kept_and_chained(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = Guid.NewGuid();
        var looks = Enumerable.Range(0, 100).Select(i => Looked.At(person, $"number {i}")).ToList();
        await Task.WhenAll(looks.Select(look => Task.Run(() => archive.Looks.WriteAsync(look, default))));
        (await archive.Looks.ReadAsync(person, 0, 200, default)).ShouldBe(looks, ignoreOrder: true);
        (await archive.VerifyAsync(null, default)).Looks.ShouldBe(100);
        await archive.ShouldVerifyAsync();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task The_same_look_twice_is_written_once(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var look = Looked.At(Guid.NewGuid());
        await Task.WhenAll(archive.Looks.WriteAsync(look, default), archive.Looks.WriteAsync(look, default));
        await archive.Looks.WriteAsync(look, default);
        (await archive.Looks.ReadAsync(look.Person, 0, 10, default)).ShouldBe([look]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task The_last_look_of_an_account_at_a_page_is_found_behind_many_others(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var person = Guid.NewGuid();
        var wanted = Looked.At(person, page: "break-glass");
        await archive.Looks.WriteAsync(wanted, default);
        await Task.WhenAll(
            Enumerable.Range(0, 120).Select(_ => archive.Looks.WriteAsync(Looked.At(person, page: "timeline"), default))
        );
        await archive.Looks.WriteAsync(Looked.At(person, page: "break-glass", account: Guid.NewGuid()), default);

        (await archive.Looks.LastAsync(Looked.Physician, person, "break-glass", default)).ShouldBe(wanted);
        (await archive.Looks.LastAsync(Looked.Physician, person, "plan", default)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task A_look_that_was_changed_or_taken_out_is_found(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        for (var i = 0; i < 4; i++)
            await archive.Looks.WriteAsync(Looked.At(Guid.NewGuid()), default);
        await place.FlipAsync("looks", "look", "payload", "seq = 2");
        await place.TamperAsync("looks", "UPDATE look SET at = at + 1 WHERE seq = 3");
        var faults = (await archive.VerifyAsync(null, default)).Faults;
        faults.Select(fault => fault.Place).ShouldBe(["look log, 2", "look log, 3"]);

        await place.TamperAsync("looks", "DELETE FROM look WHERE seq = 2");
        (await archive.VerifyAsync(null, default)).Faults[0].Place.ShouldBe("look log, 3");
    }
}
