using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning.Forms;

/// <summary>Reads the form of a conversation: each thing that was answered becomes an act of that day.</summary>
internal sealed class ConversationForm
{
    private readonly TypedForm _typed;
    private readonly PartialDate? _day;
    private readonly IReadOnlyList<Party> _parties;
    private readonly List<CameOfTalk> _came = [];

    private ConversationForm(TypedForm typed, PartialDate? day, IReadOnlyList<Party> parties) =>
        (_typed, _day, _parties) = (typed, day, parties);

    public static HoldConversation Read(SubmittedForm filled)
    {
        var (typed, sight) = (filled.Typed, filled.Sight);
        var day = typed.Date("heldOn");
        var ledBy = PossibleParticipants.ReadOne(typed, "ledBy", PartyKind.Professional, sight);
        var present = PossibleParticipants.Read(typed, "present", sight);
        bool? personPresent = typed["personPresent"] is { } was ? was == "yes" : null;
        var form = new ConversationForm(typed, day, AllWhoTookPart(sight, ledBy, personPresent, present));
        form.ReadTreatments();
        form.ReadTopics();
        form.ReadDeclined();
        return new(Guid.NewGuid(), day, ledBy, personPresent, present, typed["note"], form._came)
        {
            EvenSo = typed.IsTicked("evenSo"),
        };
    }

    private static IReadOnlyList<Party> AllWhoTookPart(
        Sight sight,
        Party? ledBy,
        bool? personPresent,
        IReadOnlyList<Party> present
    )
    {
        var person = personPresent is true ? PossibleParticipants.Of("person", sight) : null;
        return
        [
            .. new[] { person, ledBy }
                .OfType<Party>()
                .Concat(present)
                .DistinctBy(party => (party.Kind, party.Reference, party.Name.ToUpperInvariant())),
        ];
    }

    private void ReadTreatments()
    {
        foreach (var kind in Enum.GetValues<TreatmentKind>())
        {
            var decision = _typed.Choice<Decision>($"{kind}.decision");
            var (name, otherwise, why) = (_typed[$"{kind}.name"], Of(kind, "otherwise"), Of(kind, "explanation"));
            if (decision is null && (name ?? otherwise ?? why) is null)
                continue;
            if (decision is null)
                _typed.Wrong($"{kind}.decision", "rule.plan-choose");
            Add(
                kind.ToString(),
                new AgreeTreatmentDirective(kind, name, false, decision, otherwise, why, _day, _parties)
            );
        }
    }

    private string? Of(TreatmentKind kind, string field) => _typed[$"{kind}.{field}"];

    private void ReadTopics()
    {
        if (IsAnswered("goal", "goal"))
            Add("goal", new AgreeTreatmentGoal(_typed.Choice<TreatmentGoal>("goal.goal"), Why("goal"), _day));
        if (_typed["wishes.words"] is { } wishes)
            Add("wishes", new TellCareWishes(wishes, _day));
        if (_typed["else.words"] is { } matters)
            Add("else", new TellWhatElseMatters(matters, _day));
        if (IsAnswered("place", "answer"))
        {
            var (answer, place, isHere) = Places.Read(_typed, "place.answer");
            Add("place", new TellPreferredPlaceOfDeath(answer, place, Why("place"), _day, isHere));
        }
        if (IsAnswered("euthanasia", "position"))
        {
            var position = _typed.Choice<EuthanasiaPosition>("euthanasia.position");
            Add("euthanasia", new TellEuthanasiaPosition(position, Why("euthanasia"), _day));
        }
        if (_typed.Choice<YesNoUnknown>("donation.registered") is { } registered)
            Add("donation", new TellDonorRegistration(registered, null, _day));
        if (IsAnswered("capacity", "capacity"))
            Add(
                "capacity",
                new JudgeLegalCapacity(_typed.Choice<Capacity>("capacity.capacity"), Why("capacity"), _day)
            );
        ReadEarlierAgreements();
        if (_typed["relatives.advised"] is { } advised)
            Add("relatives", new AdviseInformingRelatives(advised == "yes", [], _day));
    }

    private void ReadEarlierAgreements()
    {
        var exist = _typed.Choice<YesNoUnknown>("earlier.exist");
        var differ = _typed.Choice<YesNoUnknown>("earlier.sayOtherwise");
        if (exist is not null || differ is not null || Why("earlier") is not null)
            Add("earlier", new TellEarlierAgreements(exist, Why("earlier"), differ, _day));
    }

    private void ReadDeclined()
    {
        bool? onlyNow = _typed["declined.onlyNow"] is { } howLong ? howLong == "now" : null;
        var words = _typed["declined.words"];
        bool? again = _typed.IsTicked("declined.again") ? true : null;
        var topics = _typed.All("declined.topic");
        if (topics.Count == 0 && (onlyNow is not null || words is not null))
            _typed.Wrong("declined.topic", "rule.plan-choose");
        foreach (var topic in topics)
        {
            if (Enum.TryParse<TalkTopic>(topic, out var known) && Enum.IsDefined(known))
                Add("declined", new DeclineTalk(known, onlyNow, words, _day, again));
            else
                _typed.Wrong("declined.topic", "rule.not-a-choice");
        }
    }

    /// <summary>Answered, or explained without an answer, which the act then refuses at its place.</summary>
    private bool IsAnswered(string topic, string question) =>
        _typed[$"{topic}.{question}"] is not null || Why(topic) is not null;

    private string? Why(string topic) => _typed[topic + ".explanation"];

    private void Add(string field, IAct<Core.People.PersonRecord> act) => _came.Add(new CameOfTalk(field, act));
}
