using Mantel.Demo.Folk;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Sayings;

/// <summary>What people say of themselves and of what matters, put together from sentences of our own.</summary>
internal static class WhoTheyAre
{
    /// <summary>What matters to them, in two or three sentences.</summary>
    public static string WhatMatters(InventedPerson somebody)
    {
        var chance = somebody.Ask("what-matters");
        if (somebody.IsChild)
            return $"{chance.One(OfAChild)} {chance.One(ForAChild)}";
        var (was, wants) = somebody.Network.IsBelgian ? (WasInFlanders, WantsInFlanders) : (Was, Wants);
        var last = chance.Happens(0.6) ? " " + chance.One(somebody.Network.IsBelgian ? LastInFlanders : Last) : "";
        return $"{chance.One(somebody.IsWoman ? [.. was, .. WasAsAWoman] : was)} {chance.One(wants)}{last}";
    }

    public static string? Faith(InventedPerson somebody)
    {
        var chance = somebody.Ask("faith");
        return !chance.Happens(0.4) ? null
            : somebody.Stock.Languages.Any(one => one.What is "tr" or "ary") ? chance.One(Muslim)
            : somebody.Network.Key is "walcheren" or "zeeuws-vlaanderen" or "groningen" ? chance.One(Protestant)
            : chance.One(Catholic);
    }

    private static readonly IReadOnlyList<string> Was = Text.Lines(
        """
        Ik heb veertig jaar op de vrachtwagen gezeten, ik kan tegen stil.
        Ik was schooljuf; ik hoor nog wie er achterin praat.
        Wij hadden een melkveebedrijf. Om vijf uur ben ik wakker, ook nu.
        Ik heb bij de post gesorteerd, duizend brieven in een uur.
        Ik ben kapper geweest, iedereen heeft mij alles verteld.
        Ik heb huizen gebouwd waar ik nu zelf niet meer in kan.
        Ik stond achter de kaas op de markt, in alle weer.
        Ik was boekhouder. Ik wil weten waar ik aan toe ben, ook als het rood is.
        Ik heb treinen gereden en ben nooit te laat geweest door mijn schuld.
        Ik heb zes kinderen grootgebracht en één begraven.
        Ik was timmerman; wat scheef hangt zie ik vanuit bed.
        Ik heb mijn leven in een kas gestaan, tussen de tomaten.
        Ik was verpleger. Ik weet wat jullie onder elkaar zeggen.
        Ik heb orgel gespeeld in drie kerken en geloofde in geen van de drie preken.
        Ik heb een winkel gehad in garen en band. Alles lag op kleur.
        Ik heb bij Philips aan de band gestaan en er de liefde van mijn leven gevonden.
        Ik was conciërge. Van mij hadden ze allemaal een sleutel nodig.
        Ik heb gevaren tot mijn knieën het niet meer deden.
        Ik kwam hier met één koffer en heb er nu vier op zolder.
        Ik heb bomen gekapt en bomen geplant; die laatste zijn nu groter dan het huis.
        Ik was kok op een kantoor. Driehonderd man, en niemand zei iets als het lekker was.
        Ik heb bloemen gebonden, voor bruiloften en voor de rest.
        Ik heb vijftig jaar gekaart met dezelfde drie mensen. Ik ben de laatste.
        Ik heb altijd voor een ander gezorgd en ben daar beter in dan hierin.
        """
    );

    private static readonly IReadOnlyList<string> WasAsAWoman = Text.Lines(
        """
        Ik was telefoniste, ik ken stemmen.
        Ik heb naaiwerk aan huis gedaan; de halve straat is in mijn jurk getrouwd.
        Ik was wijkzuster, op de brommer, met de tas voorop.
        Ik moest stoppen met werken toen ik trouwde. Dat zou ik nu niet meer doen.
        """
    );

    private static readonly IReadOnlyList<string> Wants = Text.Lines(
        """
        Ik wil in mijn eigen bed, met het raam open.
        Ik wil de kleinkinderen zien zolang ze niet bang voor me zijn.
        Laat mij de krant, ook als ik hem niet meer uitlees.
        Ik wil geen pijn. De rest is onderhandelbaar.
        Ik wil de moestuin nog één keer omgespit zien, al is het door een ander.
        Ik wil niet dat er over mij vergaderd wordt zonder mij.
        Zet de stoel bij het raam, dan zie ik wie er langskomt.
        Ik wil weten wat er gaat gebeuren, stap voor stap, en daarna wil ik het er niet meer over hebben.
        Geen ziekenhuis als het niet hoeft. Daar slaap ik niet.
        Ik wil de hond bij me op bed.
        Ik wil helder blijven, liever wat pijn dan dat ik wegzak.
        Ik wil vooral dat ze het thuis redden als ik er niet meer ben.
        Ik wil nog naar de trouwerij in het voorjaar, in welke toestand ook.
        Rust. Geen drie verschillende gezichten op een ochtend.
        Ik wil het huis niet uit voor ik er zelf klaar mee ben.
        Ik wil dat iemand mij voorleest, maakt niet uit wat.
        Ik wil gewassen worden voor de koffie, niet erna.
        Ik wil mijn broer nog spreken. Dat is lang geleden en dat is mijn schuld.
        Geen medelijden, wel op tijd iets tegen de pijn.
        Ik wil muziek aan. Niet zacht, gewoon aan.
        Ik wil thuis zijn met de feestdagen.
        Ik wil er geen strijd van maken. Ik heb geen hekel aan mijn lichaam.
        """
    );

    private static readonly IReadOnlyList<string> Last = Text.Lines(
        """
        En zeg het gewoon als er iets is.
        Meer hoeft het niet te zijn.
        Vraag het mij eerst, en dan pas de kinderen.
        Dat is alles, en dat is genoeg.
        En graag iemand die blijft zitten.
        De rest regelen ze maar.
        En lach een beetje, het is hier geen kerkhof.
        Daar mag iedereen mij aan houden.
        """
    );

    private static readonly IReadOnlyList<string> WasInFlanders = Text.Lines(
        """
        Ik heb dertig jaar in de textiel gestaan, tussen het lawaai. Stilte ben ik niet gewoon.
        Ik was onderwijzer in het vierde. Breuken kan ik nog altijd uitleggen.
        Wij hadden een café op den hoek. Ik weet wie er betaalde en wie niet.
        Ik heb bij de spoorwegen gewerkt, dertig jaar in ploegen.
        Ik heb gebold, gevist en gekaart, in die volgorde.
        Ik heb een boerderij gehad met twintig koeien, die hadden allemaal een naam.
        Ik was poetsvrouw bij de notaris. Ik heb meer gezien dan hij.
        Ik heb veertig jaar gemetst. Mijn rug weet het nog.
        Ik heb in de harmonie gespeeld, bugel, tot mijn lippen niet meer wilden.
        Ik heb de kinderen alleen grootgebracht en ze zijn alle drie goed.
        Ik was slager. Ge moogt mij de dingen gewoon zeggen.
        Ik heb op zee gevaren en ben toch thuis geraakt.
        Ik heb in de put gewerkt tot hij toe ging.
        Ik was naaister; aan uw zoom zie ik wie ge zijt.
        Ik heb dertig jaar voor den trein gestaan, weer of geen weer.
        Ik ben van hier en ik ben nooit weggeweest.
        """
    );

    private static readonly IReadOnlyList<string> WantsInFlanders = Text.Lines(
        """
        Ik wil thuis blijven, in de zetel aan het venster.
        Laat mij mijn pintje op zondag, zolang het smaakt.
        Geen gedoe met buizekes. Als het op is, is het op.
        Ik wil de kleinkinderen horen, ook als ze lawaai maken.
        Ik wil weten hoe het zit, en dan praten we over iets anders.
        Ik wil niet afzien. Voor de rest ben ik gemakkelijk.
        Zet de radio op, dan weet ik hoe laat het is.
        Ik wil de pastoor niet voor het nodig is, en dan wel op tijd.
        Ik wil niet meer naar de kliniek, tenzij voor iets dat rap te repareren valt.
        Ik wil dat de kinderen overeenkomen, ook daarna.
        Laat de hond binnen. Die weet meer dan den dokter.
        Ik wil nog één keer naar de zee, al is het in de auto op den dijk.
        Ik wil mijn verstand bijhouden tot het laatst.
        Ik wil in mijn eigen kleren liggen.
        Een tas koffie en iemand die niet rechtstaat, daarmee ben ik content.
        """
    );

    private static readonly IReadOnlyList<string> LastInFlanders = Text.Lines(
        """
        Meer moet dat niet zijn.
        Zeg mij gewoon waar het op staat.
        Het is goed geweest.
        En vraag het eerst aan mij, ik ben er nog.
        De rest trek ik mij niet meer aan.
        Da's al.
        """
    );

    private static readonly IReadOnlyList<string> OfAChild = Text.Lines(
        """
        Zij zegt met haar ogen ja en met haar vuisten nee.
        Hij lacht als zijn zus danst, anders niet hardop.
        Zij wil bij alles weten hoe het heet.
        Hij houdt van water, van warm water het meest.
        Zij tekent wat ze niet zegt. Kijk dus naar de tekeningen.
        Hij telt alles. Tel met hem mee.
        """
    );

    private static readonly IReadOnlyList<string> ForAChild = Text.Lines(
        """
        Niet prikken zonder dat wij het eerst zeggen.
        De knuffel gaat mee, ook naar de operatiekamer.
        Wij willen thuis zijn, alle vier, ook als het moeilijk wordt.
        Praat tegen ons kind, niet over ons heen.
        Naar school zolang het kan, al is het een uur.
        """
    );

    private static readonly IReadOnlyList<string> Protestant = Text.Lines(
        """
        Hervormd. De dominee komt om de week.
        Gereformeerd; zondags wordt er niet gebeld, behalve als het moet.
        Van huis uit kerks, nu vooral van de psalmen.
        Gelooft niet, en wil daar ook niet van teruggehaald worden.
        """
    );

    private static readonly IReadOnlyList<string> Catholic = Text.Lines(
        """
        Katholiek, meer van de kaarsen dan van de preek.
        Wil de ziekenzalving, op tijd.
        Niet gelovig, wel een kruisje boven het bed. Dat mag blijven hangen.
        Katholiek opgevoed. Wil geen pastoor.
        """
    );

    private static readonly IReadOnlyList<string> Muslim = Text.Lines(
        """
        Moslim. Bidt op bed als het op de grond niet gaat.
        Moslim. Wie verzorgt is liefst van hetzelfde geslacht.
        Moslim. Na het overlijden wast de familie, zeg dat tegen de uitvaart.
        """
    );
}
