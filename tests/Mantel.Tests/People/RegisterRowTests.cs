using System.Text.Json;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People;

public sealed class RegisterRowTests
{
    private static readonly string Samples = Repository.File("tests/Mantel.Tests/Journal/Samples");

    public static TheoryData<string> Kinds => [.. FactCodec.Known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The sample of each kind, told about somebody of whom much is known already.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_that_is_said_to_leave_the_row_as_it_is_does_so(string kind)
    {
        var tell = Somebody();
        var sample = SampleOf(kind, tell.Person.Stream);
        var before = Row(tell.Person);
        tell.Fact(sample.Fact, "2026-05");
        if (!RegisterRow.ChangesWith(sample.Fact))
            Row(tell.Person).ShouldBe(before);
    }

    [Theory]
    [InlineData("people.name-recorded")]
    [InlineData("people.death-recorded")]
    [InlineData("people.diagnosis-recorded")]
    [InlineData("care-team.member-joined")]
    public void What_the_row_tells_changes_it(string kind)
    {
        var tell = Somebody();
        var sample = SampleOf(kind, tell.Person.Stream);
        var before = Row(tell.Person);
        tell.Fact(sample.Fact, "2026-05");
        Row(tell.Person).ShouldNotBe(before);
        RegisterRow.ChangesWith(sample.Fact).ShouldBeTrue();
    }

    [Fact]
    public void What_takes_something_back_or_is_not_known_changes_it()
    {
        RegisterRow.ChangesWith(new EntryStruckOut([], "…")).ShouldBeTrue();
        RegisterRow.ChangesWith(new EntryWithdrawn()).ShouldBeTrue();
        RegisterRow.ChangesWith(new NotKnownYet()).ShouldBeTrue();
    }

    private static Tell Somebody()
    {
        var tell = new Tell().Then(
            new RegisterPerson(
                new PersonName("Leida", null, null, null, "Vos", null, null, NameUse.Own),
                PartialDate.Parse("1944-03-02"),
                new PersonNumber(NumberKind.Bsn, "999911120")
            )
        );
        tell.Directive(TreatmentKind.Antibiotics, Decision.Perform, "2026-01-02");
        return tell;
    }

    private static Entry SampleOf(string kind, StreamId stream)
    {
        var file = Path.Combine(Samples, $"{kind}.{FactCodec.Known[kind]}.json");
        return FactCodec.Read(File.ReadAllBytes(file), stream, 1);
    }

    private static string Row(PersonRecord person) =>
        JsonSerializer.Serialize(RegisterRow.Of(person.Stream, person.Entries), FactCodec.Json);

    private sealed record NotKnownYet : Fact;
}
