using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Import;

/// <summary>
/// Observation: wishes, preferred place of death, position on euthanasia, donor registration, what else matters.
/// </summary>
internal static class MapObservation
{
    public static void Map(ResourceTaken take)
    {
        var code = take.Node.Concept("code")!.In(CodeSystems.Snomed);
        if (!take.HasStatus("status", "final", "amended", "corrected"))
        {
            if (IsOfThePlan(code) && take.Node.PeekText("status") is "registered" or "preliminary")
                take.Ask(AskReason.NotFinished, [], null);
            return;
        }
        var value = ValueOf(take.Node);
        var absent = take.Node.Concept("dataAbsentReason")?.In(CodeSystems.DataAbsent);
        var notes = take.Node.Notes();
        Fact? fact = code switch
        {
            "153851000146100" => Told(value.Words) is { } words ? new CareWishesTold(words) : null,
            "247751003" => Told(value.Words) is { } words ? new WhatElseMattersTold(words) : null,
            "395091006" => AtHome(Place(value, absent, notes)),
            "340171000146104" => Euthanasia(value, absent, notes),
            "570801000146104" => Codes.YesNo.Find(value.Code ?? Unknown(absent)) is { } answer
                ? new DonorRegistrationTold(answer, notes)
                : null,
            _ => null,
        };
        if (fact is null && !IsOfThePlan(code))
        {
            take.Keep("fhir.no-plan");
            return;
        }
        if (fact is null || Differ(fact, value.Words))
        {
            take.Ask(
                fact is null ? AskReason.WordUnclear : AskReason.CodeAndWordsDiffer,
                [],
                null,
                value.Words ?? value.Code,
                notes
            );
            return;
        }
        take.Node.Skip("identifier", "method", "category");
        take.Person.Find(take, take.Node["subject"]);
        foreach (var performer in take.Node.All("performer"))
            take.Person.Find(take, performer);
        var (rests, talk) = MapConversation.ConversationOf(take, take.Node["encounter"]);
        take.Say(fact, DayOf(take) ?? talk, rests is { } key ? [key] : null);
    }

    /// <summary>The code says one answer and the words beside it are the very name of another.</summary>
    public static bool Differ(Fact fact, string? words) =>
        fact switch
        {
            PreferredPlaceOfDeathTold { Place: { } place and not PlaceOfDeath.Elsewhere } => Codes.Place.NamesAnother(
                words,
                place
            ),
            EuthanasiaPositionTold told => Codes.Euthanasia.NamesAnother(words, told.Position),
            DonorRegistrationTold told => Codes.YesNo.NamesAnother(words, told.Registered),
            _ => false,
        };

    private static PreferredPlaceOfDeathTold? AtHome(PreferredPlaceOfDeathTold? told) =>
        told is { Place: PlaceOfDeath.Home }
        && OwnSentences.Without(told.Explanation, OwnSentences.HomeIsHere) is (var rest, true)
            ? told with
            {
                Explanation = rest,
                HomeIsHere = true,
            }
            : told;

    public static PreferredPlaceOfDeathTold? Place(
        (string? Code, string? Words) value,
        string? absent,
        string? notes
    ) =>
        (value.Code, absent) switch
        {
            ("UNK", _) or (null, "asked-unknown" or "unknown") => new PreferredPlaceOfDeathTold(
                Answer.Unknown,
                null,
                notes
            ),
            (null, "not-asked") => new PreferredPlaceOfDeathTold(Answer.NotDiscussed, null, notes),
            ("OTH", _) when SameWords.Plain(value.Words) == SameWords.Plain(Codes.PalliativeUnit) =>
                new PreferredPlaceOfDeathTold(Answer.Given, PlaceOfDeath.PalliativeUnit, notes),
            ({ } code, _) when Codes.Place.Find(code) is { } place => new PreferredPlaceOfDeathTold(
                Answer.Given,
                place,
                place is PlaceOfDeath.Elsewhere ? notes ?? value.Words : notes
            ),
            (_, null) when value.Words is not null => new PreferredPlaceOfDeathTold(
                Answer.Given,
                PlaceOfDeath.Elsewhere,
                string.Join('\n', new[] { value.Words, notes }.OfType<string>())
            ),
            _ => null,
        };

    public static EuthanasiaPositionTold? Euthanasia(
        (string? Code, string? Words) value,
        string? absent,
        string? notes
    ) =>
        (value.Code, absent) switch
        {
            (null, "not-asked") => new EuthanasiaPositionTold(EuthanasiaPosition.NotDiscussed, notes),
            _ when Codes.Euthanasia.Find(value.Code ?? Unknown(absent)) is { } position => new EuthanasiaPositionTold(
                position,
                notes
            ),
            _ => null,
        };

    private static string? Unknown(string? absent) => absent is "asked-unknown" or "unknown" ? "UNK" : null;

    private static string? Told(string? words) => Reading.Plain(words);

    private static bool IsOfThePlan(string? code) =>
        code is "153851000146100" or "247751003" or "395091006" or "340171000146104" or "570801000146104";

    private static (string? Code, string? Words) ValueOf(TrackedElement node)
    {
        var value = node["value"];
        if (value?.Name == "valueString")
            return (null, value.Read());
        if (value?.Name != "valueCodeableConcept")
            return (null, null);
        var concept = value.AsConcept();
        return (concept.In(CodeSystems.Snomed) ?? concept.In(CodeSystems.NullFlavor), concept.Words);
    }

    private static PartialDate? DayOf(ResourceTaken take)
    {
        if (take.Node["effective"] is not { } effective)
            return null;
        if (effective.Name == "effectivePeriod")
            return effective.Day("start", take.Person.Zone);
        return effective.Name == "effectiveTiming" ? null : take.Node.Day("effective", take.Person.Zone);
    }
}
