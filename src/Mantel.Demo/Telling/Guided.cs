using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.People;

namespace Mantel.Demo.Telling;

/// <summary>The answers of a guided conversation, in the order in which they were given.</summary>
internal sealed class Guided : IAnswering
{
    private readonly List<(string Question, TalkAnswer Answer)> _answers = [];

    public IReadOnlyList<(string Question, TalkAnswer Answer)> Answers => _answers;

    public void Agrees(TreatmentKind treatment, Decision decision, string? condition = null, string? why = null)
    {
        var question = treatment switch
        {
            TreatmentKind.Resuscitation => "resuscitation",
            TreatmentKind.Ventilation => "ventilation",
            TreatmentKind.IntensiveCare => "intensive-care",
            TreatmentKind.HospitalAdmission => "hospital-admission",
            TreatmentKind.Antibiotics => "antibiotics",
            TreatmentKind.BloodProducts => "blood-products",
            _ => throw new ArgumentOutOfRangeException(nameof(treatment), treatment, "Nobody asks this here."),
        };
        var answer =
            decision is Decision.NotDiscussed
                ? new TalkAnswer(TalkAnswerKind.NotDiscussed, [], null, null, null, null)
                : Said(Choices.Of(decision), why, condition);
        _answers.Add((question, answer));
    }

    public void Aims(TreatmentGoal goal) => _answers.Add(("goal", Said(Choices.Of(goal))));

    public void WouldDieAt(PlaceOfDeath? place, string? why, bool isHere = false) =>
        _answers.Add(
            (
                "place-of-death",
                Said(
                    isHere ? Choices.Of(HomeMeaning.Here)
                        : place is { } there ? Choices.Of(there)
                        : Choices.Of(Answer.Unknown),
                    why
                )
            )
        );

    public void ThinksOfEuthanasia(EuthanasiaPosition position) =>
        _answers.Add(("euthanasia", Said(Choices.Of(position))));

    public void IsDonor(YesNoUnknown registered) => _answers.Add(("donation", Said(Choices.Of(registered))));

    private static TalkAnswer Said(string choice, string? words = null, string? condition = null) =>
        new(TalkAnswerKind.Said, [choice], words, condition, null, null);
}
