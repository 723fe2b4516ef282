using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Storage;

namespace Mantel.Demo.Telling;

internal sealed partial class Story
{
    /// <summary>A conversation about future care, with all that came of it.</summary>
    /// <param name="withoutPerson">True: the person could not be there.</param>
    public Story Talks(
        IReadOnlyList<Party> with,
        string? note,
        Action<Talk> talk,
        bool withoutPerson = false,
        Source? source = null
    )
    {
        var leader = Me.Party(key);
        var parties = withoutPerson ? (IReadOnlyList<Party>)[leader, .. with] : [Self, leader, .. with];
        var told = new Talk(Day, parties);
        talk(told);
        var id = FixedIdentifiers.Id($"{key}/talk/{Nth}");
        return Does(
            new HoldConversation(
                id,
                Day,
                leader,
                !withoutPerson,
                parties,
                note is null ? null : Text.Flow(note),
                told.CameOfIt
            )
            {
                EvenSo = true,
            },
            source
        );
    }

    public Story Consents(string? words = null) => Answers(SharingConsent.Given, words);

    public Story Refuses(string words) => Answers(SharingConsent.Refused, words);

    public Story Answers(SharingConsent consent, string? words) =>
        Does(new RecordSharingConsent(consent, words is null ? null : Text.Flow(words), Day));

    public Story SaysNow(string words, string? toldTo = null) =>
        Does(new SayDifferently(Text.Flow(words), toldTo, Day));

    public Story TalksThrough(string outcome)
    {
        var day = Day;
        return Does(person => new TalkThrough(Entry<SaysDifferentlyNow>(person, _ => true), Text.Flow(outcome), day));
    }

    /// <param name="again">They were asked before.</param>
    public Story WillNotTalkAbout(TalkTopic topic, bool onlyNow, string words, bool? again = null) =>
        Does(new DeclineTalk(topic, onlyNow, Text.Flow(words), Day, again));

    /// <summary>A message of another system says something about a treatment that nobody can read.</summary>
    public Story SendsUnclear(string system, string message, TreatmentKind about, string said) =>
        Does(
            new SendUnclear(
                new ToAskAboutReceived(AskReason.WordUnclear, message, [new Treatment(about)], null, [said])
            ),
            new Source(system, [])
        );

    /// <summary>A physician confirms what is in force about a treatment.</summary>
    public Story Confirms(TreatmentKind kind, string? whichHolds = null)
    {
        var physician = Me.Name;
        return Does(person => new ConfirmTreatmentDirective(
            Entry<TreatmentDirectiveAgreed>(person, agreed => agreed.Treatment.Kind == kind),
            physician,
            whichHolds
        )
        {
            EvenSo = true,
        });
    }

    /// <summary>The person's own declaration, with the paper itself.</summary>
    public Story Declares(
        AdvanceDirectiveKind kind,
        PartialDate dated,
        string? explanation = null,
        Party? representative = null,
        IReadOnlyList<DirectiveClause>? decides = null,
        string? paper = null
    )
    {
        var document = paper is null ? null : Paper.Of(FixedIdentifiers.Id($"{key}/paper/{Nth}"), Text.Flow(paper));
        var act = new RecordAdvanceDirective(
            kind,
            null,
            explanation is null ? null : Text.Flow(explanation),
            representative,
            decides ?? [],
            dated,
            Undated: false,
            document?.Id,
            document?.FileName
        )
        {
            EvenSo = true,
        };
        return document is null ? Does(act) : DoesWith(act, document);
    }

    public Story GivesDnrCode(
        DnrCode code,
        string setting,
        PartialDate stayStarted,
        string ownerText,
        params IReadOnlyList<DirectiveClause> decides
    ) =>
        Does(
            new GiveDnrCode(code, setting, Day, stayStarted, null, Text.Flow(ownerText), decides)
            {
                Basis = DnrBasis.Discussed,
            }
        );

    /// <summary>A physician works out with those concerned what the newest declaration means.</summary>
    public Story WorksOut(string words, params IReadOnlyList<DirectiveClause> decides)
    {
        var (physician, day) = (Me.Name, Day);
        return Does(person => new WorkOutDeclaration(
            Entry<AdvanceDirectiveRecorded>(person, _ => true),
            physician,
            decides,
            Text.Flow(words),
            day
        ));
    }

    public Story EndsDnrStay()
    {
        var day = Day;
        return Does(person => new EndDnrStay(Entry<DnrCodeGiven>(person, _ => true), day));
    }

    /// <summary>The newest entry of this kind was a mistake; nothing rests on it.</summary>
    public Story StrikesOut<TFact>(Func<TFact, bool> that, string reason)
        where TFact : Fact
    {
        var by = Who.Author;
        return Does(person => new StrikeOutEntry(Entry(person, that), Text.Flow(reason), [], [], by));
    }

    /// <summary>Without recorded consent, with a reason.</summary>
    public Story BreaksGlass(string reason, bool vitalEmergency = false) =>
        Does(new BreakGlass(Me.Account, Text.Flow(reason), vitalEmergency));

    public Story ReadsOfBrokenGlass()
    {
        var reader = Who.Account;
        return Does(person => new ReadBrokenGlass(reader, Entry<GlassBroken>(person, _ => true)));
    }
}
