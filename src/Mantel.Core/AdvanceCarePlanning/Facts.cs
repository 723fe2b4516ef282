using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// A conversation about future care was held (PZP-gesprek, VZP-gesprek); effective on its day. Facts of the plan that
/// came from it rest on it.
/// </summary>
/// <param name="PersonPresent">Null: not recorded.</param>
[FactKind("acp.conversation-held")]
public sealed record ConversationHeld(Party? LedBy, bool? PersonPresent, IReadOnlyList<Party> Present, string? Note)
    : Fact
{
    /// <summary>Everybody who was there, the person first and who led it last, nobody twice.</summary>
    public IReadOnlyList<Party> Everybody(PersonRecord person) =>
        [
            .. new[] { PersonPresent is true ? new Party(PartyKind.Person, person.Name().Full()) : null }
                .Concat(Present)
                .Append(LedBy)
                .OfType<Party>()
                .DistinctBy(party => Chronology.Sameness(party.Name), StringComparer.Ordinal),
        ];
}

/// <summary>
/// Whether the person can decide about medical treatment (wilsbekwaamheid); null: in doubt or not known.
/// </summary>
/// <param name="About">The matters that it was judged for; null: all of treatment.</param>
[FactKind("acp.legal-capacity-judged")]
public sealed record LegalCapacityJudged(bool? Capable, string? Explanation, string? About = null) : Fact;

/// <summary>The main goal of treatment that was agreed (belangrijkste doel van behandeling).</summary>
[FactKind("acp.treatment-goal-agreed")]
public sealed record TreatmentGoalAgreed(TreatmentGoal Goal, string? Explanation) : Fact;

/// <summary>
/// What was agreed about one treatment (behandelaanwijzing, behandelgrens); effective on the day it was discussed, or
/// undated when the source gives none.
/// </summary>
/// <param name="Otherwise">The condition, when the decision is <see cref="Decision.Otherwise"/> (specificatie
/// anders).</param>
/// <param name="Explanation">Why, in words (toelichting); not part of the decision.</param>
/// <param name="Parties">Who agreed it; the standard asks for at least two.</param>
[FactKind("acp.treatment-directive-agreed")]
public sealed record TreatmentDirectiveAgreed(
    Treatment Treatment,
    Decision Decision,
    string? Otherwise,
    string? Explanation,
    IReadOnlyList<Party> Parties
) : Fact;

/// <summary>A directive was ended (beëindigd); effective on that day. It revives nothing.</summary>
[FactKind("acp.treatment-directive-ended")]
public sealed record TreatmentDirectiveEnded(Guid Directive, string? Reason) : Fact;

/// <summary>A physician confirmed what was agreed (door arts bevestigd).</summary>
/// <param name="WhichHolds">
/// Where it contradicts another decision of the plan or the goal: which of them holds, in the physician's words.
/// </param>
[FactKind("acp.treatment-directive-confirmed")]
public sealed record TreatmentDirectiveConfirmed(Guid Directive, string Physician, string? WhichHolds = null) : Fact;

/// <summary>
/// A declaration of the person's own (wilsverklaring; in Belgium one of the legal kinds); effective on its own date.
/// </summary>
/// <param name="Decides">
/// What its text names, treatment by treatment. A no-resuscitation declaration names resuscitation by its kind.
/// </param>
/// <param name="Document">The document itself, an attachment of this record.</param>
[FactKind("acp.advance-directive-recorded")]
public sealed record AdvanceDirectiveRecorded(
    AdvanceDirectiveKind Kind,
    string? KindInWords,
    string? Explanation,
    Party? Representative,
    IReadOnlyList<DirectiveClause> Decides,
    Guid? Document,
    string? DocumentName
) : Fact;

/// <summary>
/// A physician worked out with the people concerned what a declaration means that names no treatment (uitwerken van een
/// weigering in algemene woorden); effective on the day of that talk. The declaration keeps its own date and words.
/// </summary>
/// <param name="Decides">What it means, treatment by treatment: from then on these rows say so.</param>
/// <param name="Words">What was said of it.</param>
[FactKind("acp.declaration-worked-out")]
public sealed record DeclarationWorkedOut(
    Guid Declaration,
    string Physician,
    IReadOnlyList<DirectiveClause> Decides,
    string? Words
) : Fact;

/// <summary>The person took a declaration back (ingetrokken), or it expired; effective on that day.</summary>
[FactKind("acp.advance-directive-ended")]
public sealed record AdvanceDirectiveEnded(Guid Directive, string? Reason) : Fact;

/// <summary>
/// A Belgian DNR code as its hospital or home gave it. The meaning always stands beside it; it holds for the stay it
/// was given for and fills no row that its owner's text does not name.
/// </summary>
/// <param name="Setting">Who gave it and where: the hospital or home.</param>
/// <param name="StayEnded">The last day of the stay; null while it lasts.</param>
/// <param name="OwnerText">What the owner of the code wrote with it.</param>
/// <param name="OwnerTextDecides">The treatments that this text names.</param>
[FactKind("acp.dnr-code-given", 2)]
public sealed record DnrCodeGiven(
    DnrCode Code,
    string Setting,
    PartialDate? StayStarted,
    PartialDate? StayEnded,
    string? OwnerText,
    IReadOnlyList<DirectiveClause> OwnerTextDecides
) : Fact
{
    /// <summary>
    /// Discussed with the person or representative, or decided by a physician and told to them: so what the day of the
    /// code is the day of. Null: not recorded.
    /// </summary>
    public DnrBasis? Basis { get; init; }

    /// <summary>Whom the decision was told, in words; null: not recorded.</summary>
    public string? ToldTo { get; init; }
}

/// <summary>The stay that a DNR code was given for has ended on this day; the code is not in force after it.</summary>
[FactKind("acp.dnr-stay-ended")]
public sealed record DnrStayEnded(Guid DnrCode) : Fact;

/// <summary>
/// On this day somebody said that the stay of a DNR code still lasts, where the record leaves it open (opname duurt
/// nog). It is an answer for some days, and none to what came after it (safety rule 19).
/// </summary>
[FactKind("acp.dnr-stay-lasts")]
public sealed record DnrStayLasts(Guid DnrCode) : Fact;

/// <summary>What professionals should know to give good care, in the person's words (specifieke wensen).</summary>
[FactKind("acp.care-wishes-told")]
public sealed record CareWishesTold(string Words) : Fact;

/// <summary>Where the person wishes to die (gewenste plek van overlijden).</summary>
/// <param name="HomeIsHere">
/// They said that they are at home where they live now, also when that is a nursing home; null: not told.
/// </param>
[FactKind("acp.preferred-place-of-death-told")]
public sealed record PreferredPlaceOfDeathTold(
    Answer Answer,
    PlaceOfDeath? Place,
    string? Explanation,
    bool? HomeIsHere = null
) : Fact;

/// <summary>The person's position on euthanasia (standpunt euthanasie).</summary>
[FactKind("acp.euthanasia-position-told")]
public sealed record EuthanasiaPositionTold(EuthanasiaPosition Position, string? Explanation) : Fact;

/// <summary>Whether a choice is in the donor register (donorregistratie), as the person says.</summary>
[FactKind("acp.donor-registration-told")]
public sealed record DonorRegistrationTold(YesNoUnknown Registered, string? Explanation) : Fact;

/// <summary>What else matters (wat verder nog belangrijk is).</summary>
[FactKind("acp.what-else-matters-told")]
public sealed record WhatElseMattersTold(string Words) : Fact;

/// <summary>Whether there are earlier agreements elsewhere and whether they say otherwise.</summary>
[FactKind("acp.earlier-agreements-told")]
public sealed record EarlierAgreementsTold(YesNoUnknown Exist, string? Explanation, YesNoUnknown? SayOtherwise) : Fact;

/// <summary>
/// Whether the person was told that it is theirs to inform their close ones (informeren van naasten).
/// </summary>
[FactKind("acp.informing-relatives-advised")]
public sealed record InformingRelativesAdvised(bool Advised, IReadOnlyList<Party> Relatives) : Fact;

/// <summary>
/// Whether the person agrees that the plan is shared with who cares for them (toestemming om te delen).
/// </summary>
[FactKind("acp.sharing-consent-recorded")]
public sealed record SharingConsentRecorded(SharingConsent Consent, string? Explanation) : Fact;

/// <summary>
/// The person does not want to talk about this, now or at all: a respected answer with its own status.
/// </summary>
/// <param name="AskedMoreThanOnce">Whether it is told that they were asked more than once; null: not told.</param>
[FactKind("acp.talk-declined")]
public sealed record TalkDeclined(TalkTopic Topic, bool OnlyNow, string? Words, bool? AskedMoreThanOnce = null) : Fact;

/// <summary>"Zegt nu anders": what the person says now, in words, recorded by anyone at the bedside.</summary>
[FactKind("acp.says-differently-now")]
public sealed record SaysDifferentlyNow(string Words, string? ToldTo) : Fact;

/// <summary>A professional talked through what the person said differently; what was agreed is in the plan.</summary>
[FactKind("acp.talked-through")]
public sealed record TalkedThrough(Guid SaidDifferently, string Outcome) : Fact;

/// <summary>Which treatment (behandeling).</summary>
/// <param name="Name">Only for <see cref="TreatmentKind.Other"/>; null there: not named by the source.</param>
public sealed record Treatment(TreatmentKind Kind, string? Name = null);

/// <summary>The treatments that have a fixed place on the night page, and any other.</summary>
public enum TreatmentKind
{
    Resuscitation,
    Ventilation,
    IntensiveCare,
    HospitalAdmission,
    Antibiotics,
    BloodProducts,

    /// <summary>Switching off an ICD: <see cref="Decision.Perform"/> means switch it off.</summary>
    IcdDeactivation,
    Other,
}

/// <summary>The words of a decision (behandelbesluit). That nothing is recorded is never a decision.</summary>
public enum Decision
{
    /// <summary>Wel.</summary>
    Perform,

    /// <summary>Niet.</summary>
    Withhold,

    /// <summary>Anders, with the words.</summary>
    Otherwise,

    /// <summary>Onbekend: asked, no answer or no decision yet.</summary>
    Unknown,

    /// <summary>Niet besproken.</summary>
    NotDiscussed,
}

/// <summary>One treatment that a declaration names, and what it says of it.</summary>
public sealed record DirectiveClause(Treatment Treatment, Decision Decision, string? Otherwise);

/// <summary>Somebody who took part (afspraakpartij): the person, a close one, a professional.</summary>
/// <param name="Role">Their role or relation in words, as the source calls it.</param>
/// <param name="Reference">The related person or team member of this record, where known.</param>
/// <param name="Discipline">The discipline of a professional, where known: it tells whether a physician took
/// part.</param>
public sealed record Party(
    PartyKind Kind,
    string Name,
    string? Role = null,
    Guid? Reference = null,
    Discipline? Discipline = null
);

/// <summary>What somebody who took part is to the person.</summary>
public enum PartyKind
{
    Person,
    RelatedPerson,
    Professional,
}

/// <summary>The main goal of treatment.</summary>
public enum TreatmentGoal
{
    /// <summary>Curative or active treatment of the disease; SNOMED CT 385987000.</summary>
    Curative,

    /// <summary>Palliative: prolonging life and relieving symptoms; SNOMED CT 1351964001.</summary>
    LifeProlonging,

    /// <summary>
    /// Palliative: relieving symptoms, life need not be prolonged; SNOMED CT 713148004 (the form: 225353007).
    /// </summary>
    SymptomRelief,

    /// <summary>Asked, not known.</summary>
    Unknown,
}

/// <summary>Kinds of declaration: Dutch (Wilsverklaring type) and Belgian (patientwill codes).</summary>
public enum AdvanceDirectiveKind
{
    /// <summary>NR: niet-reanimerenverklaring.</summary>
    DoNotResuscitate,

    /// <summary>VOL: volmacht.</summary>
    Proxy,

    /// <summary>VERB: behandelverbod.</summary>
    TreatmentRefusal,

    /// <summary>VERBVL: behandelverbod voltooid leven.</summary>
    TreatmentRefusalCompletedLife,

    /// <summary>MON: mondelinge afspraak.</summary>
    OralAgreement,

    /// <summary>EU: euthanasieverzoek.</summary>
    EuthanasiaRequest,

    /// <summary>EUD: euthanasieverzoek bij dementie.</summary>
    EuthanasiaRequestDementia,

    /// <summary>LW: levenswensverklaring.</summary>
    LifeWish,

    /// <summary>DO: donorschap.</summary>
    Donation,

    /// <summary>ZB: zelfbindingsverklaring.</summary>
    SelfBinding,

    /// <summary>Belgium: negatieve wilsverklaring (negativedeclaration).</summary>
    BelgianNegativeDeclaration,

    /// <summary>Belgium: voorafgaande wilsverklaring inzake euthanasie.</summary>
    BelgianEuthanasiaDeclaration,

    /// <summary>Belgium: orgaandonatie.</summary>
    BelgianOrganDonation,

    /// <summary>Belgium: laatste wilsbeschikking over de wijze van lijkbezorging.</summary>
    BelgianLastWill,

    /// <summary>Belgium: lichaam voor de wetenschap.</summary>
    BelgianBodyDonation,

    /// <summary>Belgium: aanwijzing van een vertegenwoordiger.</summary>
    BelgianRepresentative,

    /// <summary>OTH: another kind, in words.</summary>
    Other,
}

/// <summary>Belgian DNR codes; what they mean differs per hospital and always stands beside them.</summary>
public enum DnrCode
{
    Dnr0,
    Dnr1,
    Dnr2,
    Dnr3,
}

/// <summary>How a DNR code came about.</summary>
public enum DnrBasis
{
    /// <summary>Discussed with the person or representative; the day is that of the talk.</summary>
    Discussed,

    /// <summary>Decided by a physician and told (meegedeeld); the day is that of the decision, there was no
    /// talk.</summary>
    Communicated,
}

/// <summary>How a question was answered.</summary>
public enum Answer
{
    Given,

    /// <summary>Asked, not known yet.</summary>
    Unknown,

    /// <summary>Not discussed.</summary>
    NotDiscussed,
}

/// <summary>The person's position on euthanasia.</summary>
public enum EuthanasiaPosition
{
    HasDeclaration,
    WantsNone,
    NoDeclarationMightRequest,

    /// <summary>Asked, not known yet.</summary>
    Unknown,
    NotDiscussed,
}

/// <summary>Yes, no, or asked and not known.</summary>
public enum YesNoUnknown
{
    Yes,
    No,
    Unknown,
}

/// <summary>Consent to share the plan with who cares for the person.</summary>
public enum SharingConsent
{
    Given,
    Refused,

    /// <summary>Asked, not known yet.</summary>
    Unknown,
}
