using Mantel.Core.AdvanceCarePlanning;

namespace Mantel.Web.AdvanceCarePlanning.Living;

/// <summary>
/// About how high a plan on paper becomes at a size of letters, in points: a letter is taken to be half as wide as it
/// is high. Held against real pages in Chromium by a test.
/// </summary>
internal sealed class SheetHeight(double letter)
{
    private const double Width = 521;
    private const double Column = 245;
    private const double Aside = 380;
    private const double Head = 112;
    private const double Foot = 40;

    private double Small => Math.Max(0.8 * letter, 9);
    private double Gap => 0.9 * letter;

    public double Whole(PlanSheet sheet) =>
        Head + Matters(sheet) + Alarms(sheet) + Decisions(sheet) + Rows(sheet) + Wishes(sheet) + Calls(sheet) + Foot;

    /// <summary>The first of two: the decisions, and whom to call.</summary>
    public double Front(PlanSheet sheet) =>
        Head + Alarms(sheet) + Decisions(sheet) + Rows(sheet) + Calls(sheet) + 2 * (Gap + Line(letter));

    /// <summary>The second of two: what matters, the wishes, and medication at home.</summary>
    public double Back(PlanSheet sheet) => 2.5 * letter + Gap + Matters(sheet) + Wishes(sheet) + Foot;

    private double Matters(PlanSheet sheet) =>
        sheet.WhatMatters is { } matters
            ? Gap + Line(letter) + Text(matters.Words + Blank(12), Width, 1.25 * letter)
            : 0;

    private double Alarms(PlanSheet sheet) =>
        sheet.SaysDifferently.Sum(said => Alarm + Text(said.Words + Blank(12), Width, letter))
        + sheet.OwnWords.Sum(own => Alarm + Text(own.Words + Blank(80), Width, letter))
        + (sheet.Contradicts.Count == 0 ? 0 : Alarm + sheet.Contradicts.Count * Line(letter))
        + (sheet.ToAsk.Count == 0 ? 0 : Alarm + sheet.ToAsk.Sum(ToAsk))
        + sheet.Settled.Sum(one => Gap + Text(one.WhichHolds + one.Physician + Blank(110), Width, letter));

    private double ToAsk(SheetToAsk one) =>
        Text(
            string.Concat(one.Said) + one.From + Blank(110 + 25 * one.About.Count + 10 * one.Said.Count),
            Width - 2.8 * letter,
            letter
        );

    private double Alarm => Gap + letter + Line(letter);

    private double Decisions(PlanSheet sheet)
    {
        var first = new List<double>();
        var others = new List<double>();
        foreach (var decision in sheet.Decisions)
        {
            var isFirst = decision.Treatment.Kind is TreatmentKind.Resuscitation or TreatmentKind.HospitalAdmission;
            (isFirst ? first : others).Add(Of(sheet, decision, isFirst ? 1.8 : 1.15));
        }
        var columns = others.Sum() / 2 + others.DefaultIfEmpty().Max() / 2;
        return 2 * Gap + first.DefaultIfEmpty().Max() + columns;
    }

    private double Of(PlanSheet sheet, SheetDecision decision, double word)
    {
        var marks = new[]
        {
            decision.HasEnded,
            decision.IsRevived,
            decision.NeedsAgreement,
            decision.Predates is not null,
            decision.IsPastTerm,
        };
        return Line(letter)
            + 0.8 * letter
            + (decision.IsContradictory ? Line(letter) : 0)
            + (decision.InForce.Count == 0 ? Line(word * letter) : 0)
            + decision.InForce.Sum(statement => Of(statement, word))
            + (decision.IsRefusedInWriting ? Text(Blank(90), Column, letter) : 0)
            + decision.CodesAgainst.Sum(code => Text(code.Setting + Blank(30), Column, letter))
            + decision.Alongside.Sum(beside => Text(beside.Statement.Otherwise + Blank(100), Column, Small))
            + (sheet.ToAsk.Any(one => one.About.Any(decision.Treatment.IsSame)) ? Text(Blank(35), Column, Small) : 0)
            + (decision.EndedCodeOf is { } setting ? Text(setting + Blank(75), Column, Small) : 0)
            + Text(Blank(45 * marks.Count(mark => mark)), Column, Small);
    }

    private double Of(SheetStatement statement, double word) =>
        Line(word * letter)
        + (
            statement.Otherwise is { } condition ? Text(condition, Column, letter)
            : statement.Decision is Decision.Otherwise ? Line(letter)
            : 0
        )
        + statement.Explanations.Sum(why => Text(why, Column, Small))
        + Text(Blank(statement.IsOwnDeclaration ? 60 : 45), Column, Small)
        + statement.Doubts.Count * Text(Blank(120), Column, Small);

    private double Rows(PlanSheet sheet) =>
        Gap
        + sheet.DnrCodes.Sum(code => Row(code.Setting + Blank(80)))
        + (sheet.Declined.Count == 0 ? 0 : Row(Blank(30 * sheet.Declined.Count)))
        + (sheet.Who is { } who ? Who(who) : 0);

    /// <summary>The phase, whether the person can decide, who decides in their place, and who only speaks.</summary>
    private double Who(SheetWho who) =>
        Gap
        + (who.PhaseSince is null ? 0 : Line(letter))
        + Text(who.About + Blank(110), Width, letter)
        + (who.ByLaw.Count == 0 ? 0 : Text(string.Concat(who.ByLaw.Select(Tell)) + Blank(70), Width, letter))
        + who.Named.Sum(one => Text(Tell(one) + Blank(40), Width, letter));

    private static string Tell(SheetRepresentative one) => one.Name + one.Number + Blank(60);

    private double Wishes(PlanSheet sheet) =>
        sheet.Goals.Sum(goal => Row(goal.Words + Blank(60 + 120 * goal.Doubts.Count)))
        + sheet.PlaceOfDeath.Sum(place => Row(place.Words + Blank(30)))
        + sheet.CareWishes.Sum(wish => Row(wish.Words + Blank(12)))
        + (sheet.AtHome.Count == 0 ? Row("") : 0)
        + sheet.AtHome.Sum(one => Row($"{one.Medication}{one.For}{one.Where}{one.WhoMayGive}" + Blank(20)));

    private double Row(string words) => 0.35 * letter + Text(words + Blank(1), Aside, letter);

    private double Calls(PlanSheet sheet) =>
        Gap + 2 * Line(Small) + 0.4 * letter + (1.3 * 1.15 + 0.24) * letter * Math.Max(1, sheet.Calls.Count);

    private static double Line(double size) => 1.3 * size;

    private static double Text(string words, double width, double size) =>
        Line(size) * Math.Ceiling(words.Length / (width / (0.5 * size)));

    private static string Blank(int letters) => new(' ', letters);
}
