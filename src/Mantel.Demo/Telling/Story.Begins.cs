using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Support;

namespace Mantel.Demo.Telling;

internal sealed partial class Story
{
    /// <summary>The professional who tells judges that the palliative phase has begun.</summary>
    public Story Marks(string? words, params IReadOnlyList<MarkingReason> reasons) =>
        Does(new MarkPalliativePhase(Me.Party(key), reasons, words, Day));

    public Story MarksDying(string? words) =>
        Does(new MarkDyingPhase(Me.Party(key), [MarkingReason.SignsOfDying], words, Day));

    /// <summary>The newest marking is revised.</summary>
    public Story RevisesMarking(string why)
    {
        var (judge, day) = (Me.Party(key), Day);
        return Does(person => new ReviseMarking(person.Markings()[0].Entry.Id, judge, why, day));
    }

    /// <summary>Belgium: the general practitioner who tells asked for the palliatief forfait.</summary>
    public Story AsksForfait(ForfaitTurn turn) => Does(new RecordPalliativeForfait(turn, Me.Name, Day));

    /// <summary>The fund granted the newest forfait.</summary>
    public Story HearsForfaitGranted()
    {
        var day = Day;
        return Does(person => new RecordForfaitAnswer(person.Forfaits()[0].Id, ForfaitAnswer.Granted, null, day));
    }

    /// <summary>Would it surprise me if this person died within twelve months?</summary>
    public Story AsksThemselves(SurpriseAnswer answer, string? words = null) =>
        Does(new AnswerSurpriseQuestion(SurpriseQuestion.DiedWithinYear, answer, words, Day));

    /// <summary>And would it surprise me if they were still alive after that year?</summary>
    public Story AsksTheSecond(SurpriseAnswer answer) =>
        Does(new AnswerSurpriseQuestion(SurpriseQuestion.AliveAfterYear, answer, null, Day));

    public Story Signals(string noticed, string? since = null, string? wouldHelp = null) =>
        Does(new GiveSignal(FixedIdentifiers.Id($"{key}/signal/{Nth}"), Text.Flow(noticed), since, wouldHelp, Day));

    /// <summary>The newest signal that nobody answered yet.</summary>
    public Story AnswersSignal(string whatWasDone, string? toSender) =>
        Does(person => new AnswerSignal(person.OpenSignals()[^1].Id, whatWasDone, toSender));

    public Story EscalatesSignal(string why) => Does(person => new EscalateSignal(person.OpenSignals()[^1].Id, why));

    /// <summary>The first of the circle was asked how long they can keep it up.</summary>
    public Story HearsTheClosest(KeepingUp howLong, string words)
    {
        var day = Day;
        return Does(person => new TellKeepingUp(person.Circle()[0].Id, howLong, Text.Flow(words), null, day));
    }

    public Story Hears(DemoCloseOne near, KeepingUp howLong, string? words, string? hiddenFromPerson = null) =>
        Does(new TellKeepingUp(near.Id, howLong, words is null ? null : Text.Flow(words), hiddenFromPerson, Day));
}
