namespace Mantel.Bench;

/// <summary>Words for people who were made up for measuring.</summary>
internal static class InventedTexts
{
    public static readonly string[] Given =
    [
        "Jannetje",
        "Willem",
        "Adriana",
        "Cornelis",
        "Neeltje",
        "Pieter",
        "Maatje",
    ];

    public static readonly string[] Family = ["Geluk", "Bakker", "Dekker", "Boogaard", "Wisse", "Maas", "Francke"];

    public static readonly string[] Streets = ["Koudekerkseweg", "Badhuisstraat", "Paul Krugerstraat", "Noordweg"];

    public static readonly string[] Diagnoses =
    [
        "Longkanker, uitgezaaid naar de botten",
        "Hartfalen, eindstadium",
        "COPD, GOLD 4",
        "Alvleesklierkanker met uitzaaiingen in de lever",
        "Dementie bij de ziekte van Alzheimer, gevorderd",
    ];

    public static readonly string[] Medication =
    [
        "morfine 10 mg/ml, zes ampullen",
        "midazolam neusspray 5 mg/ml",
        "haloperidol druppels 2 mg/ml",
    ];

    public static readonly string[] Short =
    [
        "Alleen als het niet anders kan.",
        "Zo heeft zij het zelf gezegd, in bijzijn van haar dochter.",
        "Weet zelf goed wat hij wil en kan dat uitleggen.",
        "Bij een longontsteking eerst overleggen met de huisarts.",
        "Huiduitslag over de armen, na de tweede dosis.",
    ];

    public static readonly string[] Long =
    [
        "Wil zo veel mogelijk thuis zijn, bij het raam dat op de tuin uitkijkt. De kinderen komen om de beurt en "
            + "dat moet vooral zo blijven. Geen gesleep meer naar het ziekenhuis als het niets oplevert.",
        "We hebben rustig de tijd genomen. Ze begrijpt dat de behandeling niet meer aanslaat en is vooral bang om "
            + "benauwd te worden; daarover hebben we afgesproken wat er klaarligt en wie er dan komt, ook ’s nachts.",
        "Is zijn hele leven visserman geweest en houdt niet van drukte om zich heen. Een grapje mag, medelijden niet.",
        "Sinds vanmiddag suffer en drinkt nog maar slokjes. Pijn lijkt onder controle, ademhaling rustig. Met de "
            + "familie besproken dat dit het begin van het stervensproces kan zijn.",
        "Bidt voor het eten en wil dat graag blijven doen, ook als het eten zelf niet meer lukt. De dominee mag "
            + "gebeld worden, dag en nacht. Wil na het overlijden door haar zus gewassen worden.",
    ];
}
