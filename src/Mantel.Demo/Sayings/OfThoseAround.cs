using Mantel.Core.Support;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Sayings;

/// <summary>What those around somebody notice, and how they say that they can or cannot keep it up.</summary>
internal static class OfThoseAround
{
    public static (string Noticed, string? Since, string? WouldHelp) Signal(SeededChance chance) =>
        (
            chance.One(Noticed),
            chance.Happens(0.7) ? chance.One(Since) : null,
            chance.Happens(0.6) ? chance.One(WouldHelp) : null
        );

    public static string Done(SeededChance chance) => chance.One(WhatWasDone);

    public static string ToSender(SeededChance chance) => chance.One(Thanks);

    public static string KeepsUp(KeepingUp howLong, SeededChance chance) =>
        chance.One(
            howLong switch
            {
                KeepingUp.AsLongAsNeeded or KeepingUp.Months => Long,
                KeepingUp.Unknown => Unknown,
                KeepingUp.Weeks => Weeks,
                _ => Short,
            }
        );

    private static readonly IReadOnlyList<string> Noticed = Text.Lines(
        """
        De post ligt er van een week en het brood is beschimmeld.
        Ze zei dat ze het niet meer ziet zitten, tussen twee zinnen door.
        Hij is veel magerder dan vorige maand. De broek hangt.
        De trap wordt op de billen genomen, ik heb het zelf gezien.
        Er staat elke keer meer medicatie op tafel en niemand weet wat waarvoor is.
        Hij vroeg of ik wist hoe dat gaat, doodgaan.
        De buren horen 's nachts roepen.
        Zij slaapt in de stoel en hij ook, uit solidariteit zegt hij.
        Ze lachte niet meer om de hond.
        De dochter viel tegen mij uit en begon toen te huilen.
        Hij herhaalt dat hij niemand tot last wil zijn.
        Het eten van gisteren stond er nog. Dat van eergisteren ook.
        """
    );

    private static readonly IReadOnlyList<string> Since = Text.Lines(
        """
        Sinds een week of twee.
        Sinds het ziekenhuis.
        Het ging vorige maand nog goed.
        Langzaam, maar nu valt het op.
        Sinds zij alleen is.
        """
    );

    private static readonly IReadOnlyList<string> WouldHelp = Text.Lines(
        """
        Dat er iemand komt praten, niet weer iemand met een formulier.
        Een nacht slapen voor degene die zorgt.
        Dat de huisarts een keer ongevraagd langsgaat.
        Ik kan vaker komen, als iemand zegt dat het mag.
        Eten dat niet op gas hoeft.
        """
    );

    private static readonly IReadOnlyList<string> WhatWasDone = Text.Lines(
        """
        Langsgegaan. Er komt nu elke ochtend iemand, en de huisarts gaat deze week.
        Gebeld met de dochter; vrijdag een gesprek aan huis.
        Besproken in het overleg. De medicatie is opgeruimd met de apotheek erbij.
        Opgezocht en lang gezeten. Wil nu wel praten, met de wijkverpleegkundige.
        Nachtzorg geregeld voor drie nachten in de week.
        """
    );

    private static readonly IReadOnlyList<string> Thanks = Text.Lines(
        """
        Dank. Er is iemand langs geweest, en er komt meer hulp.
        Goed dat u belde. We zijn ermee bezig.
        We hebben het besproken. Blijf komen, dat helpt.
        """
    );

    private static readonly IReadOnlyList<string> Long = Text.Lines(
        """
        Het gaat. Ik doe het graag, meestal.
        Zolang ik mag slapen kan ik het.
        Ik heb mijn zus erbij, dat scheelt.
        """
    );

    private static readonly IReadOnlyList<string> Weeks = Text.Lines(
        """
        Nog een paar weken, als er niets bij komt.
        Ik tel van zondag tot zondag.
        De nachten breken mij op.
        """
    );

    private static readonly IReadOnlyList<string> Short = Text.Lines(
        """
        Ik ben op. Ik durf het bijna niet te zeggen.
        Nog een paar dagen. Dan moet er iets.
        Ik sta te trillen als de bel gaat.
        """
    );

    private static readonly IReadOnlyList<string> Unknown = Text.Lines(
        """
        Dat weet ik pas als het zover is.
        Vraag het mij morgen nog eens.
        """
    );
}
