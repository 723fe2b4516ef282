using System.Collections.Frozen;

namespace Mantel.Fhir.R4;

/// <summary>The sentences of everything that can be wrong with a message, in English and in Dutch.</summary>
public static class IssueSentences
{
    private static readonly FrozenDictionary<string, (string En, string Nl)> Sentences = new Dictionary<
        string,
        (string En, string Nl)
    >(StringComparer.Ordinal)
    {
        ["fhir.empty-file"] = ("The file is empty.", "Het bestand is leeg."),
        ["fhir.file-too-large"] = ("The file is larger than {0} MB.", "Het bestand is groter dan {0} MB."),
        ["fhir.too-many-values"] = (
            "The file holds more than {0} values; send it in parts.",
            "Het bestand bevat meer dan {0} waarden; stuur het in delen."
        ),
        ["fhir.not-xml"] = (
            "This is not XML as FHIR writes it: it stops making sense at line {0}, place {1}.",
            "Dit is geen XML zoals FHIR die schrijft: het is niet te lezen vanaf regel {0}, plaats {1}."
        ),
        ["fhir.xml-dtd"] = (
            "The XML brings its own definitions (DTD); that is not read.",
            "De XML brengt eigen definities mee (DTD); dat wordt niet gelezen."
        ),
        ["fhir.not-utf8"] = ("The file is not written in UTF-8.", "Het bestand is niet in UTF-8 geschreven."),
        ["fhir.too-deep"] = (
            "Something is nested more than {0} levels deep.",
            "Er is iets meer dan {0} niveaus diep genest."
        ),
        ["fhir.not-json"] = (
            "This is not JSON: it stops making sense at line {0}, byte {1}.",
            "Dit is geen JSON: het is niet te lezen vanaf regel {0}, byte {1}."
        ),
        ["fhir.not-a-resource"] = (
            "This is not a FHIR resource: it has no resourceType.",
            "Dit is geen FHIR-resource: er staat geen resourceType in."
        ),
        ["fhir.unknown-resource"] = (
            "Mantel does not read resources of the type {0}.",
            "Mantel leest geen resources van het type {0}."
        ),
        ["fhir.bundle-type"] = (
            "Mantel does not read a Bundle of this type; it reads transaction, batch, collection and searchset.",
            "Mantel leest geen Bundle van dit type; wel transaction, batch, collection en searchset."
        ),
        ["fhir.bundle-in-bundle"] = (
            "A Bundle inside a Bundle is not read.",
            "Een Bundle binnen een Bundle wordt niet gelezen."
        ),
        ["fhir.not-a-delivery"] = (
            "The entry asks for {0}; an import only takes in what is sent.",
            "Dit onderdeel vraagt om {0}; een import neemt alleen op wat is gestuurd."
        ),
        ["fhir.entry-without-resource"] = ("The entry has no resource.", "Dit onderdeel bevat geen resource."),
        ["fhir.duplicate-property"] = ("{0} is there more than once.", "{0} staat er meer dan één keer."),
        ["fhir.unknown-element"] = (
            "{0} is not an element of {1} in FHIR R4.",
            "{0} is geen element van {1} in FHIR R4."
        ),
        ["fhir.wrong-type"] = ("{0} should be {1}.", "{0} zou {1} moeten zijn."),
        ["fhir.not-a-list"] = ("{0} should be a list.", "{0} zou een lijst moeten zijn."),
        ["fhir.is-a-list"] = ("{0} should be one, not a list.", "{0} zou er één moeten zijn, geen lijst."),
        ["fhir.empty"] = ("{0} is empty.", "{0} is leeg."),
        ["fhir.missing-element"] = ("{0} is missing.", "{0} ontbreekt."),
        ["fhir.two-of-a-choice"] = ("Only one form of {0} may be given.", "Er mag maar één vorm van {0} zijn."),
        ["fhir.bad-value"] = ("This is not a {0} as FHIR writes it.", "Dit is geen {0} zoals FHIR die schrijft."),
        ["fhir.impossible-date"] = ("This day does not exist.", "Deze dag bestaat niet."),
        ["fhir.control-character"] = (
            "The text holds a control character or half a character.",
            "De tekst bevat een stuurteken of een half teken."
        ),
        ["fhir.unknown-code"] = ("This code may not stand in {0}.", "Deze code mag niet in {0} staan."),
        ["fhir.too-much-wrong"] = ("More is wrong than is listed here.", "Er is meer mis dan hier staat."),
        ["fhir.must-understand"] = (
            "{0} can change the meaning of all the rest, and Mantel does not know it.",
            "{0} kan de betekenis van al het andere veranderen, en Mantel kent het niet."
        ),
        ["fhir.two-versions"] = (
            "{0} is in this set twice, with different content.",
            "{0} zit twee keer in deze set, met verschillende inhoud."
        ),
        ["fhir.reference-not-found"] = (
            "{0} points to something that is not in this set.",
            "{0} verwijst naar iets dat niet in deze set zit."
        ),
        ["fhir.no-patient"] = (
            "It is not clear which person this is about.",
            "Het is niet duidelijk over wie dit gaat."
        ),
        ["fhir.patient-refused"] = (
            "The person it is about was refused.",
            "De persoon over wie dit gaat, is geweigerd."
        ),
        ["fhir.nobody-recognisable"] = (
            "The person has neither a number nor a name with a birth date, so nobody can be recognised.",
            "De persoon heeft geen nummer en geen naam met geboortedatum; zo is niemand te herkennen."
        ),
        ["fhir.patient-replaced"] = (
            "This record of the person was replaced by another or is no longer in use there.",
            "Dit dossier van de persoon is daar vervangen of niet meer in gebruik."
        ),
        ["fhir.no-plan"] = (
            "Nothing here speaks the language of the palliative care plan (PZP).",
            "Hierin staat niets in de taal van de proactieve zorgplanning (PZP)."
        ),
        ["fhir.struck-out"] = (
            "The source struck this out as entered in error.",
            "De bron heeft dit doorgehaald als foutief ingevoerd."
        ),
        ["fhir.not-done"] = ("The source says that this was not done.", "De bron zegt dat dit niet is gebeurd."),
        ["fhir.talk-not-held"] = (
            "The source says that this conversation was not held or not finished.",
            "De bron zegt dat dit gesprek niet doorging of niet werd afgemaakt."
        ),
        ["fhir.device-replaced"] = (
            "Another device took the place of this one.",
            "Een ander hulpmiddel is hiervoor in de plaats gekomen."
        ),
        ["fhir.not-verified"] = (
            "The source says that this was not verified with the person.",
            "De bron zegt dat dit niet is nagegaan bij de persoon."
        ),
        ["fhir.other-form"] = (
            "The questions of this form are not known to be those of the form that Mantel reads.",
            "Van dit formulier is niet bekend of de vragen die zijn van het formulier dat Mantel leest."
        ),
        ["fhir.broken"] = (
            "It is not well formed; it is kept word for word.",
            "Het is niet goed opgebouwd; het is woord voor woord bewaard."
        ),
        ["fhir.older-version"] = (
            "A newer version of this was received before; nothing is done with this one.",
            "Hiervan is eerder een nieuwere versie ontvangen; met deze gebeurt niets."
        ),
        ["fhir.came-before"] = (
            "This very message came before a later one, and it does not say that it is newer; nothing is done with it.",
            "Ditzelfde bericht kwam eerder dan een later, en het zegt niet dat het nieuwer is; er gebeurt niets mee."
        ),
        ["fhir.one-number-two-people"] = (
            "Two people with different names or birth dates carry the same number.",
            "Twee mensen met een andere naam of geboortedatum hebben hetzelfde nummer."
        ),
        ["fhir.not-final"] = (
            "The source has not finished this (status {0}).",
            "De bron heeft dit nog niet afgerond (status {0})."
        ),
        ["fhir.not-understood"] = (
            "Mantel cannot tell what was decided: {0}.",
            "Mantel kan niet zien wat er is besloten: {0}."
        ),
        ["fhir.future-date"] = (
            "It says it was discussed or happened on a day that is still to come.",
            "Het zegt besproken of gebeurd te zijn op een dag die nog moet komen."
        ),
        ["fhir.message-too-large"] = ("The resource is larger than {0} MB.", "De resource is groter dan {0} MB."),
        ["fhir.birth-date-differs"] = (
            "The birth date differs from the one in the record; the record keeps its own.",
            "De geboortedatum is anders dan in het dossier; het dossier houdt de eigen datum."
        ),
        ["fhir.other-number"] = (
            "The record belongs to somebody with another number.",
            "Het dossier is van iemand met een ander nummer."
        ),
        ["fhir.other-birth-date"] = (
            "The record belongs to somebody with another birth date.",
            "Het dossier is van iemand met een andere geboortedatum."
        ),
        ["fhir.about-someone-else"] = (
            "It names another person than the one it is about.",
            "Er staat een andere persoon in dan over wie het gaat."
        ),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Rules => Sentences.Keys;

    internal static string Find(string rule, string language) =>
        Sentences.TryGetValue(rule, out var pair)
            ? language.StartsWith("nl", StringComparison.OrdinalIgnoreCase)
                ? pair.Nl
                : pair.En
            : rule;
}
