using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Demo.Telling;

/// <summary>What came of one conversation, answer by answer, each with the words that were spoken.</summary>
internal sealed class Talk(PartialDate on, IReadOnlyList<Party> parties) : IAnswering
{
    private readonly List<CameOfTalk> _came = [];

    public IReadOnlyList<CameOfTalk> CameOfIt => _came;

    public Talk Yes(TreatmentKind kind, string? why = null) => Agree(kind, Decision.Perform, null, why);

    public Talk No(TreatmentKind kind, string? why = null) => Agree(kind, Decision.Withhold, null, why);

    public Talk Only(TreatmentKind kind, string condition, string? why = null) =>
        Agree(kind, Decision.Otherwise, condition, why);

    /// <summary>Asked; no answer yet.</summary>
    public Talk NotKnown(TreatmentKind kind, string? why = null) => Agree(kind, Decision.Unknown, null, why);

    public Talk NotDiscussed(TreatmentKind kind) => Agree(kind, Decision.NotDiscussed, null, null);

    public Talk NoOther(string treatment, string? why = null) =>
        Agree(TreatmentKind.Other, Decision.Withhold, null, why, treatment);

    public Talk OnlyOther(string treatment, string condition, string? why = null) =>
        Agree(TreatmentKind.Other, Decision.Otherwise, condition, why, treatment);

    public Talk Goal(TreatmentGoal goal, string? why = null) => Add("goal", new AgreeTreatmentGoal(goal, Say(why), on));

    public Talk Wishes(string words) => Add("wishes", new TellCareWishes(Say(words), on));

    public Talk ElseMatters(string words) => Add("elseMatters", new TellWhatElseMatters(Say(words), on));

    public Talk DiesAt(PlaceOfDeath place, string? why = null, bool? isHere = null) =>
        Add("placeOfDeath", new TellPreferredPlaceOfDeath(Answer.Given, place, Say(why), on, isHere));

    public Talk DoesNotKnowWhere(string? why = null) =>
        Add("placeOfDeath", new TellPreferredPlaceOfDeath(Answer.Unknown, null, Say(why), on));

    public Talk Euthanasia(EuthanasiaPosition position, string? why = null) =>
        Add("euthanasia", new TellEuthanasiaPosition(position, Say(why), on));

    public Talk Donor(YesNoUnknown registered, string? why = null) =>
        Add("donor", new TellDonorRegistration(registered, Say(why), on));

    public Talk Earlier(YesNoUnknown exist, string? why = null, YesNoUnknown? otherwise = null) =>
        Add("earlier", new TellEarlierAgreements(exist, Say(why), otherwise, on));

    public Talk CanDecide(string? why = null) => Judge(Capacity.Capable, why);

    public Talk CannotDecide(string why) => Judge(Capacity.NotCapable, why);

    public Talk MayBeUnableToDecide(string why) => Judge(Capacity.InDoubt, why);

    public Talk WillTell(params IReadOnlyList<DemoCloseOne> relatives) =>
        Add("relatives", new AdviseInformingRelatives(true, [.. relatives.Select(near => near.Party)], on));

    public void Agrees(TreatmentKind treatment, Decision decision, string? condition = null, string? why = null) =>
        Agree(treatment, decision, condition, why);

    public void Aims(TreatmentGoal goal) => Goal(goal);

    public void WouldDieAt(PlaceOfDeath? place, string? why, bool isHere = false) =>
        _ = place is { } there ? DiesAt(there, why, isHere ? true : null) : DoesNotKnowWhere(why);

    public void ThinksOfEuthanasia(EuthanasiaPosition position) => Euthanasia(position);

    public void IsDonor(YesNoUnknown registered) => Donor(registered);

    private Talk Judge(Capacity capacity, string? why) =>
        Add("capacity", new JudgeLegalCapacity(capacity, Say(why), on));

    private Talk Agree(TreatmentKind kind, Decision decision, string? condition, string? why, string? name = null)
    {
        var act = new AgreeTreatmentDirective(kind, name, false, decision, Say(condition), Say(why), on, parties);
        return Add(name is null ? kind.ToString() : $"{kind}-{name}", act);
    }

    private Talk Add(string field, IAct<PersonRecord> act)
    {
        _came.Add(new CameOfTalk(field, act));
        return this;
    }

    private static string? Say(string? words) => words is null ? null : Text.Flow(words);
}
