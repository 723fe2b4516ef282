using FsCheck;
using FsCheck.Fluent;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Tests.Storage;
using Mantel.Web.Platform;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People;

/// <summary>
/// Whatever form a name is shown in, typed again with the birth date it finds its own person: in memory, and in the
/// register of another process.
/// </summary>
public sealed class EveryShownNameFindsItsOwn
{
    private static readonly string?[] Given =
    [
        null,
        "Leida Maria",
        "Anne-Marie",
        "Jan Willem",
        "Ra'ed",
        "Raʼed",
        "Jürgen",
        "Sijtje",
        "Fatma",
        "Þóra",
        "Łukasz",
        "Søren",
        "Zoë",
        "Jo-Els",
        "Marie-José Évelyne",
        "王小明",
        "عائشة",
        "Елена",
        "De",
        "El",
        "O",
        "İbrahim",
        "Ij",
        "Th",
        "Mehmet ʻAli",
    ];

    private static readonly string?[] Initials = [null, "J.M.", "J.", "Th.M.", "A.-M.", "IJ.", "L. M.", "É."];

    private static readonly string?[] Prefix =
    [
        null,
        "van der",
        "de",
        "v.d.",
        "van 't",
        "d'",
        "El",
        "Al",
        "ten",
        "von",
    ];

    private static readonly string[] Family =
    [
        "Pruimstra",
        "Wijnstok",
        "O'Haran",
        "Müllerhof",
        "Van Damme",
        "Heer",
        "Amrani",
        "Straße",
        "Øst",
        "Yılmaz-Öz",
        "O",
        "王",
        "Bakker-Smit",
        "'t Hart",
        "El Amrani",
        "Vandermeer",
        "Boer",
        "Ångström",
        "Ter",
        "Nguyễn",
        "Jo Evers",
        "Si Janssen",
    ];

    private static readonly Gen<PersonName> Chosen =
        from given in Gen.Elements(Given)
        from initials in Gen.Elements(Initials)
        from call in Gen.Elements(Given)
        from prefix in Gen.Elements(Prefix)
        from family in Gen.Elements(Family)
        from partnerPrefix in Gen.Elements(Prefix)
        from partner in Gen.Elements(Family)
        from use in Gen.Elements(Enum.GetValues<NameUse>())
        select new PersonName(given, initials, call, prefix, family, partnerPrefix, partner, use);

    private static readonly Gen<PersonName> Typed =
        from given in ArbMap.Default.GeneratorFor<string>()
        from initials in ArbMap.Default.GeneratorFor<string>()
        from family in ArbMap.Default.GeneratorFor<string>()
        select new PersonName(given, initials, null, null, family, null, null, NameUse.Own);

    private static readonly Arbitrary<PersonName> Names = Arb.From(Gen.OneOf(Chosen, Typed));

    private static readonly PartialDate Born = PartialDate.Parse("1941-05-03");

    [Fact]
    public void In_memory() =>
        Prop.ForAll(
                Names,
                name =>
                    RowOf(name) is not { } row
                    || Shown(row.Name).All(form => IsFound(form, row) ? true : throw new ShouldAssertException(form))
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory, OnSqlite, OnPostgreSql]
    public async Task In_the_register_of_another_process(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var (one, other) = (await place.OpenAsync(KeptStorage.Register), await place.OpenAsync(KeptStorage.Register));
        var people = new List<(Guid Id, PersonName Name)>();
        foreach (var name in Chosen.Sample(60, 40))
        {
            if (
                new RegisterPerson(name, Born).Decide(new PersonRecord(Told.Someone(), []), Told.Night)
                is not Core.Journal.Outcome.Yielded said
            )
                continue;
            var person = Told.Someone();
            var append = new Mantel.Storage.Append(person, 0, Guid.NewGuid(), Told.Nurse, Told.Night, said.Facts);
            (await one.Journal.AppendAsync(append, default)).ShouldBeAppended();
            people.Add((person.Id, name));
        }
        people.Count.ShouldBeGreaterThan(20);
        var rows = await other.Register<RegisterRow>().AllAsync(default);
        foreach (var (id, name) in people)
        {
            foreach (var form in Shown(name))
                new LookFor(form, Born, null).Among(rows).Select(row => row.Person).ShouldContain(id, form);
        }
    }

    /// <summary>As pages, lists, sheets and messages show it, and as it is then said or written to somebody.</summary>
    private static IEnumerable<string> Shown(PersonName name)
    {
        string[] shown = [name.Full(), name.Official(), name.Surname(), $"{name.Official()} ({name.Familiar()})"];
        string[] spoken =
        [
            $"mevr. {name.Surname()}",
            $"Dhr. {name.Full()}",
            $"{name.Surname()}, {name.Familiar()}",
            $"{name.Initials} {name.Surname()}",
            name.Full().ToUpperInvariant(),
            name.Full().Replace('\'', '’').Replace('-', ' '),
        ];
        return shown.Concat(spoken);
    }

    private static bool IsFound(string form, RegisterRow row) =>
        new LookFor(form, Born, null) is var looked && looked.Fits(row) && looked.Identifies(row);

    private static RegisterRow? RowOf(PersonName name)
    {
        var tell = new Tell();
        return tell.Do(new RegisterPerson(name, Born)) is Core.Journal.Outcome.Yielded
            ? RegisterRow.Of(tell.Person.Stream, tell.Person.Entries)
            : null;
    }
}
