using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.Journal;
using Mantel.Core.People;
using static Mantel.Tests.AdvanceCarePlanning.Outcomes;

namespace Mantel.Tests.AdvanceCarePlanning.Talks;

/// <summary>Leads a guided conversation with Leida in a test: begins it, notes answers, reads it back.</summary>
internal sealed class Talking
{
    public static readonly Guid Id = new("10000000-0000-4000-8000-0000000000b1");
    public static readonly Guid Conversation = new("10000000-0000-4000-8000-0000000000b2");

    public Talking(
        Tell? tell = null,
        TalkVariant variant = TalkVariant.Dutch,
        Capacity? capacity = null,
        TalkPartner with = TalkPartner.Person
    )
    {
        Tell = tell ?? new Tell();
        Tell.Fact(new NameRecorded(new PersonName("Leida", null, null, null, "Vos", null, null, NameUse.Own)));
        Tell.Do(new OpenTalk(Id, variant, with, Fatima, true, [Marijke], capacity, "Soms in de war.")).ShouldYieldAll();
    }

    public Tell Tell { get; }

    public PersonRecord Person => Tell.Person;

    public GuidedTalk Talk => Person.Talk(Id)!;

    public TalkSoFar SoFar => new(Person, Talk, Tell.Today);

    public IEnumerable<string> Asked => SoFar.Asked().Select(question => question.Key);

    public ReadingBack Reading => ReadingBack.Of(Person, Talk, PartialDate.Of(Tell.Today), Tell.Today);

    public static TalkAnswer Answer<TWord>(TWord word, string? words = null, string? condition = null)
        where TWord : struct, Enum => new(TalkAnswerKind.Said, [Choices.Of(word)], words, condition, null, null);

    public static TalkAnswer Words(string words) => new(TalkAnswerKind.Said, [], words, null, null, null);

    public static TalkAnswer Not(TalkAnswerKind how, string? words = null) => new(how, [], words, null, null, null);

    public static TalkAnswer StillSo(string? words = null) => Not(TalkAnswerKind.Unchanged, words);

    /// <summary>Notes an answer over the one that stands.</summary>
    public Outcome Note(string question, TalkAnswer answer) => NoteOver(question, answer, Over(question));

    public Outcome NoteOver(string question, TalkAnswer answer, Guid? over) =>
        Tell.Do(new NoteAnswer(Id, question, answer, over));

    public Guid? Over(string question) => Talk.Answers.TryGetValue(question, out var noted) ? noted.Entry.Id : null;

    public Talking Say(string question, TalkAnswer answer)
    {
        Note(question, answer).ShouldYieldAll();
        return this;
    }

    public ReadBackTalk ReadBack() =>
        new(
            Id,
            Conversation,
            Reading.Until,
            PartialDate.Of(Tell.Today),
            Fatima,
            true,
            [Marijke],
            null,
            [],
            [],
            Confirmed: true
        );
}
