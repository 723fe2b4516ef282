using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.People;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Sayings;

/// <summary>What is said and noted in conversations about what is to come.</summary>
internal static class OfTheTalk
{
    public static string Note(SeededChance chance) => chance.One(Notes);

    public static string NotNow(SeededChance chance) => chance.One(Declines);

    public static string? Why(TreatmentKind kind, Decision decision, SeededChance chance) =>
        !chance.Happens(0.45) ? null
        : decision is not Decision.Withhold ? null
        : kind switch
        {
            TreatmentKind.Resuscitation => chance.One(NoResuscitation),
            TreatmentKind.IntensiveCare or TreatmentKind.Ventilation => chance.One(NoIntensiveCare),
            TreatmentKind.HospitalAdmission => chance.One(NoHospital),
            _ => null,
        };

    /// <summary>Under what condition to hospital.</summary>
    public static string Admission(SeededChance chance) => chance.One(Admissions);

    public static string Antibiotics(SeededChance chance) => chance.One(Pills);

    public static string? Where(PlaceOfDeath place, SeededChance chance) =>
        chance.Happens(0.5)
            ? null
            : place switch
            {
                PlaceOfDeath.Home => chance.One(AtHome),
                PlaceOfDeath.Hospital => chance.One(InHospital),
                PlaceOfDeath.Hospice => "Dan hoeft niemand thuis te kiezen.",
                PlaceOfDeath.NursingHome => "Hier ken ik ze.",
                _ => null,
            };

    private static readonly IReadOnlyList<string> Notes = Text.Lines(
        """
        Aan de keukentafel, met de televisie uit. Dat was al bijzonder.
        Begon er zelf over, nog voor de jas aan de kapstok hing.
        Eerst een half uur over de kleinkinderen. Daarna ging het vanzelf.
        Er is gehuild en er is gelachen, in die volgorde.
        Had alles opgeschreven op de achterkant van een envelop.
        Kort. Wist het al lang.
        Twee keer gestopt en twee keer verdergegaan.
        Luisterde vooral, en zei aan het eind precies waar het om ging.
        De dochter schreef mee.
        Op de rand van het bed, met de gordijnen dicht.
        Zat er rechtop bij, in het goede overhemd.
        Niet alles besproken; volgende keer verder.
        Wilde eerst weten wat het een ander kost.
        """
    );

    private static readonly IReadOnlyList<string> Declines = Text.Lines(
        """
        Nee. Daar hebben wij het thuis niet over.
        Als ik erover praat, komt het.
        Eerst de zomer.
        Dat regelt God, daar hoef ik niets van te vinden.
        Ik wil het niet weten, en u hoeft het mij niet te vertellen.
        Vraag het mijn zoon, ik praat er niet over.
        Nu niet. Misschien later, misschien nooit.
        Wij praten over beter worden.
        """
    );

    private static readonly IReadOnlyList<string> NoResuscitation = Text.Lines(
        """
        Als mijn hart stopt, heeft het daar zijn reden voor.
        Eén keer sterven is genoeg.
        Ik heb het bij mijn vader gezien. Niet doen.
        Dan kom ik er slechter uit dan ik erin ging.
        Laat mij dan gaan.
        """
    );

    private static readonly IReadOnlyList<string> NoIntensiveCare = Text.Lines(
        """
        Niet aan de machines.
        Daar wil ik niet wakker worden.
        Dat is uitstel, geen leven.
        """
    );

    private static readonly IReadOnlyList<string> NoHospital = Text.Lines(
        """
        Wat ze daar kunnen, hoeft voor mij niet meer.
        Daar raak ik mezelf kwijt.
        Ik ga hier het huis niet meer uit.
        """
    );

    private static readonly IReadOnlyList<string> Admissions = Text.Lines(
        """
        Voor een gebroken bot wel, voor de rest niet.
        Alleen als het thuis echt niet gaat, en na overleg met de eigen arts.
        Alleen als ik er beter uit kom dan ik erin ga.
        Als thuis niemand meer kan.
        """
    );

    private static readonly IReadOnlyList<string> Pills = Text.Lines(
        """
        Als pil. Niet via een infuus.
        Als het klachten weghaalt, niet om tijd te winnen.
        Eén kuur, daarna niet meer.
        """
    );

    private static readonly IReadOnlyList<string> AtHome = Text.Lines(
        """
        Thuis, met zicht op de tuin.
        In mijn eigen bed.
        Thuis, als zij het redden.
        Hier. Waar anders?
        """
    );

    private static readonly IReadOnlyList<string> InHospital = Text.Lines(
        """
        Waar iemand op de knop hoort.
        Liever daar dan dat zij thuis die kamer overhouden.
        """
    );
}
