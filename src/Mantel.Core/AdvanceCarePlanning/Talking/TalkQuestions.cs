using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Talking;

/// <summary>
/// Which questions a guided conversation asks, in its order, and which follow from what was answered.
/// </summary>
public static class TalkQuestions
{
    /// <summary>The questions that are asked now, in order.</summary>
    public static IReadOnlyList<TalkQuestion> Asked(this TalkSoFar so) =>
        [.. so.Possible().Where(question => question.Follows(so))];

    /// <summary>A question that is asked now, or null.</summary>
    public static TalkQuestion? Question(this TalkSoFar so, string key) =>
        so.Asked().FirstOrDefault(question => string.Equals(question.Key, key, StringComparison.Ordinal));

    /// <summary>The questions that can be prepared at home, in order: open ones, answered in words.</summary>
    public static IReadOnlyList<QuestionRow> AtHome { get; } =
    [.. QuestionRow.Table.Where(row => row.Home is not null).OrderBy(row => row.Home)];

    /// <summary>Those of them that are asked of somebody of this age.</summary>
    public static IReadOnlyList<QuestionRow> AskedAtHome(this PersonRecord person, DateOnly today) =>
        [.. AtHome.Where(row => row.IsAskedAt(person.Age(today)?.AtMost, IsInFlanders(person)))];

    /// <summary>Whether this question is asked of somebody of this age.</summary>
    public static bool IsOldEnoughFor(this PersonRecord person, string question, DateOnly today) =>
        QuestionRow.Of(question).IsAskedAt(person.Age(today)?.AtMost, IsInFlanders(person));

    private static bool IsInFlanders(PersonRecord person) => person.CountryOfCare() is CareCountry.Belgium;

    /// <summary>All that could be asked of this person in this country, whatever was answered so far.</summary>
    internal static IReadOnlyList<TalkQuestion> Possible(this TalkSoFar so)
    {
        var age = so.Person.Age(so.Today)?.AtMost;
        return
        [
            .. QuestionRow
                .Table.Where(row => row.IsAskedAt(age, so.Variant is TalkVariant.Flemish))
                .SelectMany(row => OfRow(row, so))
                .Where(question => question.OrderIn(so.Variant) < int.MaxValue)
                .OrderBy(question => question.OrderIn(so.Variant)),
        ];
    }

    private static IEnumerable<TalkQuestion> OfRow(QuestionRow row, TalkSoFar so) =>
        row.Question switch
        {
            "capacity" => [new AskAboutCapacity(row)],
            "what-matters" => [new AskWhatMatters(row)],
            "representative" => [new AskAboutRepresentative(row)],
            "goal" => [new AskAboutGoal(row)],
            "other-limit" => [.. KnownLimits(row, so), new AskAboutTreatment(row, TreatmentKind.Other)],
            "other-limit-more" => [new AskAboutTreatment(row, TreatmentKind.Other)],
            "icd" => [new AskAboutIcd(row)],
            "icd-off" => [new AskAboutTreatment(row, TreatmentKind.IcdDeactivation)],
            "wishes" => [new AskAboutWishes(row)],
            "place-of-death" => [new AskAboutPlaceOfDeath(row)],
            "euthanasia" => [new AskAboutEuthanasia(row)],
            "donation" => [new AskAboutDonation(row)],
            "what-else" => [new AskWhatElseMatters(row)],
            "declarations" =>
            [
                new AskAboutDeclarations(row),
                .. AskAboutDeclarations.Kinds(so).Select(kind => new AskAboutDeclaration(row, kind)),
            ],
            "earlier" => [new AskAboutEarlier(row)],
            "earlier-otherwise" => [new AskWhetherEarlierDiffers(row)],
            "relatives" => [new AskAboutRelatives(row)],
            "sharing" => [new AskAboutSharing(row)],
            var treatment => [new AskAboutTreatment(row, KindOf(treatment))],
        };

    private static TreatmentKind KindOf(string question) =>
        question switch
        {
            "resuscitation" => TreatmentKind.Resuscitation,
            "ventilation" => TreatmentKind.Ventilation,
            "intensive-care" => TreatmentKind.IntensiveCare,
            "hospital-admission" => TreatmentKind.HospitalAdmission,
            "antibiotics" => TreatmentKind.Antibiotics,
            "blood-products" => TreatmentKind.BloodProducts,
            _ => throw new InvalidOperationException($"questions.tsv names {question}, which nobody asks."),
        };

    /// <summary>Other treatments that were agreed about before, each asked again by its name.</summary>
    private static IEnumerable<TalkQuestion> KnownLimits(QuestionRow row, TalkSoFar so) =>
        from decision in so.Decisions
        where decision is { HasEnded: false, Treatment: { Kind: TreatmentKind.Other, Name: not null } }
        let named = decision.InForce.Concat(decision.Earlier).SelectMany(said => said.Entries)
        select new AskAboutTreatment(row, TreatmentKind.Other)
        {
            Known = decision.Treatment,
            FirstNamed = named.MinBy(entry => entry.Version)!.Id,
        };
}
