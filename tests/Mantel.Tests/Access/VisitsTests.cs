using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Access;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Access;

/// <summary>Users' case B8: some ninety identical rows for one conversation. Who looked is told as visits.</summary>
public sealed class VisitsTests
{
    private static readonly DateTimeOffset Began = new(2026, 11, 28, 13, 0, 0, TimeSpan.Zero);
    private static readonly Guid Gp = Guid.NewGuid();
    private static readonly Guid Nurse = Guid.NewGuid();

    [Fact]
    public void UsersCaseB08_ninety_looks_of_one_conversation_are_one_visit()
    {
        var looks = Enumerable.Range(0, 90).Select(nth => Look(Gp, nth * 0.7)).Reverse().ToList();

        var visit = RecordVisit.Of(looks).ShouldHaveSingleItem();

        visit.Looks.Count.ShouldBe(90);
        (visit.From, visit.To).ShouldBe((looks[^1].At, looks[0].At));
    }

    [Fact]
    public void Somebody_else_another_ground_another_reason_and_a_long_pause_are_other_visits()
    {
        Look[] looks =
        [
            Look(Gp, 100),
            Look(Nurse, 61),
            Look(Gp, 60),
            Look(Gp, 59, "BrokenGlass", "Benauwd."),
            Look(Gp, 58, "BrokenGlass", "Gevallen."),
            Look(Gp, 57),
            Look(Gp, 0),
        ];

        RecordVisit.Of(looks).Select(visit => visit.Looks.Count).ShouldBe([1, 1, 2, 1, 1, 1]);
        RecordVisit.Of(looks).Count(visit => visit.IsEmergency).ShouldBe(2);
    }

    /// <summary>Export and import one after the other are two things that were done.</summary>
    [Fact]
    public void What_was_done_on_the_machine_itself_stands_for_itself() =>
        RecordVisit.Of([Look(Gp, 1, LookWords.Operator), Look(Gp, 0, LookWords.Operator)]).Count.ShouldBe(2);

    [Fact]
    public void A_page_ends_where_a_visit_does()
    {
        Look[] looks = [Look(Gp, 200), Look(Gp, 199), Look(Nurse, 100), Look(Nurse, 99), Look(Gp, 20), Look(Gp, 10)];

        RecordVisit.Whole(looks).ShouldBe(4, "what began at minute 10 may have begun before");
        RecordVisit.Whole([Look(Gp, 2), Look(Gp, 1)]).ShouldBe(2, "one visit that fills the page is cut all the same");
    }

    private static Look Look(Guid account, double minute, string basis = "CareTeam", string? reason = null) =>
        new(
            Guid.NewGuid(),
            Began.AddMinutes(minute),
            Guid.Empty,
            account,
            "Fatima",
            Role.Nurse,
            null,
            "ReadPlan",
            "Care",
            basis,
            reason
        );
}
