using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People;

/// <summary>
/// Two messages of which one says that there is an ICD, or that it is off, and the other that there is none, or that it
/// is on: on days that overlap nobody can tell which is newer (safety rule 2).
/// </summary>
public sealed class MessagesThatDifferAboutAnIcd
{
    private static readonly Source Hospital = new("Ziekenhuis", []);
    private static readonly Source Practice = new("Huisarts", []);
    private readonly Tell _leida = new();

    [Theory]
    [InlineData("2026-05-10", "2026-05-10", true)]
    [InlineData("2026-05", "2026-05-10", true)]
    [InlineData("2026", "2026-05-10", true)]
    [InlineData(null, "2026-05-10", true)]
    [InlineData("2026-05-09", "2026-05-10", false)]
    [InlineData("2026-04", "2026-05-10", false)]
    public void On_days_that_cannot_be_ordered_both_stand_and_it_is_asked(string? one, string other, bool differ)
    {
        Says(false, null, one, Hospital);
        Says(true, null, other, Practice);
        ShouldBeAsked(differ);
        _leida.Person.Icd()!.Present.ShouldBe(true);
    }

    [Fact]
    public void Off_and_on_of_one_day_are_neither()
    {
        Says(true, true, "2026-05-10", Hospital);
        Says(true, false, "2026-05-10", Practice);
        ShouldBeAsked(true);
        (_leida.Person.Icd()!.Present, _leida.Person.Icd()!.IsOff).ShouldBe((true, null));
    }

    [Fact]
    public void That_one_of_them_does_not_say_whether_it_is_off_is_no_difference()
    {
        Says(true, null, "2026-05-10", Practice);
        Says(true, true, "2026-05-10", Hospital);
        ShouldBeAsked(false);
        _leida.Person.Icd()!.IsOff.ShouldBe(true);
    }

    [Fact]
    public void Who_asked_and_records_what_they_found_settles_it()
    {
        Says(false, null, "2026-05-10", Hospital);
        Says(true, null, "2026-05-10", Practice);
        _leida.Do(new RecordImplantedDevice(DeviceKind.Icd, true, KnownOn: PartialDate.Of(Tell.Today), IsOff: true));
        ShouldBeAsked(false);
        _leida.Person.Icd()!.IsOff.ShouldBe(true);
    }

    private void Says(bool present, bool? off, string? on, Source source) =>
        _leida.Fact(
            new ImplantedDeviceRecorded(DeviceKind.Icd, present, null, null, null, null) { IsOff = off },
            on,
            source: source
        );

    private void ShouldBeAsked(bool differ)
    {
        var about = new Treatment(TreatmentKind.IcdDeactivation);
        _leida.Person.SaidOfIcd().Count.ShouldBe(differ ? 2 : 1);
        _leida.Person.PlanTasksOn(Tell.Today).Contains(new PlanTask(PlanTaskKind.AskAbout, about)).ShouldBe(differ);
        _leida
            .Person.Attention(Tell.Today)
            .Any(one => one.Reason == AttentionReason.ToAskAbout && one.Treatment == about)
            .ShouldBe(differ);
    }
}
