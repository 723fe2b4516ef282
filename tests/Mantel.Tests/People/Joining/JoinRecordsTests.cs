using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People.Joining;

/// <summary>What may be joined and parted, and the sentence when it may not.</summary>
public sealed class JoinRecordsTests
{
    private readonly TwoRecords _two = new();

    public JoinRecordsTests()
    {
        foreach (var stream in new[] { _two.One, _two.Other })
            _two.Fact(stream, new PersonRegistered(Fictitious: true));
    }

    [Fact]
    public void Both_records_are_told_and_the_first_one_leads()
    {
        _two.Join("Zelfde BSN.");

        _two.Of(_two.One)[^1].Fact.ShouldBe(new RecordsJoined(_two.Other.Id, Leads: true, "Zelfde BSN."));
        _two.Of(_two.Other)[^1].Fact.ShouldBe(new RecordsJoined(_two.One.Id, Leads: false, "Zelfde BSN."));
        _two.Part();
        _two.Of(_two.One)[^1].Fact.ShouldBe(new RecordsParted(_two.Other.Id, "Toch een ander."));
        _two.Of(_two.Other)[^1].Fact.ShouldBe(new RecordsParted(_two.One.Id, "Toch een ander."));
        _two.Join("Toch wel.");
        _two.Open(_two.Other).Id.ShouldBe(_two.One.Id);
    }

    [Fact]
    public void A_record_is_not_joined_with_itself() =>
        Refused(new JoinRecords(_two.Open(), "Zelfde.", true)).ShouldBe("rule.join-same");

    [Fact]
    public void Nor_with_one_that_is_not_there_or_was_erased() =>
        Refused(new JoinRecords(new PersonRecord(StreamId.Person(Guid.NewGuid()), []), "Zelfde.", true))
            .ShouldBe("rule.join-not-there");

    [Fact]
    public void Nor_twice()
    {
        _two.Join();
        Refused(new JoinRecords(_two.Open(_two.Other), "Zelfde.", true)).ShouldBe("rule.join-already");
        var following = new PersonRecord(_two.Other, _two.Of(_two.Other));
        Refused(new JoinRecords(following, "Zelfde.", true)).ShouldBe("rule.join-already");
    }

    [Fact]
    public void Nor_while_the_other_is_joined_with_a_third()
    {
        _two.Fact(_two.Other, new RecordsJoined(Guid.NewGuid(), Leads: true, "Eerder."));
        var leads = new PersonRecord(_two.Other, _two.Of(_two.Other));
        Refused(new JoinRecords(leads, "Zelfde.", true)).ShouldBe("rule.join-third");
    }

    [Fact]
    public void Nor_when_each_has_a_number_of_its_own()
    {
        _two.Fact(_two.One, new NumberRecorded(new PersonNumber(NumberKind.Bsn, "999990007")));
        _two.Fact(_two.Other, new NumberRecorded(new PersonNumber(NumberKind.Bsn, "999990019")));
        Refused(new JoinRecords(_two.Open(_two.Other), "Zelfde.", true)).ShouldBe("rule.join-numbers-differ");
    }

    [Fact]
    public void Somebody_compares_them_and_says_why()
    {
        Refused(new JoinRecords(_two.Open(_two.Other), " ", true)).ShouldBe("rule.missing");
        Refused(new JoinRecords(_two.Open(_two.Other), "Zelfde.", false)).ShouldBe("rule.join-compare-first");
    }

    [Fact]
    public void A_death_in_one_of_them_and_another_birth_date_are_looked_at_first()
    {
        _two.Fact(_two.Other, new DeathRecorded(null, null, null, null, null), "2026-05-01");
        Refused(new JoinRecords(_two.Open(_two.Other), "Zelfde.", true)).ShouldBe("rule.join-one-died");
        _two.Fact(_two.One, new DeathRecorded(null, null, null, null, null), "2026-05-01");
        _two.Fact(_two.One, new BirthDateRecorded(new PartialDate(1949, 5, 12)));
        _two.Fact(_two.Other, new BirthDateRecorded(new PartialDate(1949, 5, 21)));
        Refused(new JoinRecords(_two.Open(_two.Other), "Zelfde.", true)).ShouldBe("rule.join-births-differ");
        _two.Do(new JoinRecords(_two.Open(_two.Other), "Zelfde.", true, EvenSo: true))
            .ShouldBeOfType<Outcome.Yielded>();
    }

    [Fact]
    public void Only_what_is_joined_is_parted_with_a_reason()
    {
        Refused(new PartRecords(_two.Other.Id, "Toch niet.")).ShouldBe("rule.part-not-joined");
        _two.Join();
        Refused(new PartRecords(_two.Other.Id, null)).ShouldBe("rule.missing");
    }

    private string Refused(IAct<PersonRecord> act) =>
        _two.Do(act).ShouldBeOfType<Outcome.Refused>().Problems.ShouldHaveSingleItem().Rule;
}
