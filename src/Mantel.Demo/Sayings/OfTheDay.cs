using Mantel.Demo.Telling;

namespace Mantel.Demo.Sayings;

/// <summary>What is said and written down in between, on an ordinary day.</summary>
internal static class OfTheDay
{
    public static string Differently(SeededChance chance) => chance.One(SaysNow);

    public static string Through(SeededChance chance) => chance.One(TalkedThrough);

    public static string Mistake(SeededChance chance) => chance.One(Mistakes);

    private static readonly IReadOnlyList<string> SaysNow = Text.Lines(
        """
        Als het weer zo benauwd wordt wil ik tóch naar het ziekenhuis.
        Laat maar. Ik wil niet meer dat er iemand belt als het misgaat.
        Ik wil het toch nog een keer proberen, die kuur.
        Niet thuis. Zij houdt dit niet vol, dat zie ik ook wel.
        Ik wil nu wel slapen als het zover is, en niet meer wakker worden.
        """
    );

    private static readonly IReadOnlyList<string> TalkedThrough = Text.Lines(
        """
        Lang over gepraat. Het was angst, en de angst blijft; het plan ook.
        Het plan is aangepast zoals gevraagd.
        Besproken met de familie erbij. Nu weet iedereen hetzelfde.
        """
    );

    private static readonly IReadOnlyList<string> Mistakes = Text.Lines(
        """
        Hoort bij een naamgenoot, in het verkeerde dossier geschreven.
        Diagnose was een vermoeden en is niet bevestigd.
        Dubbel ingevoerd.
        """
    );
}
