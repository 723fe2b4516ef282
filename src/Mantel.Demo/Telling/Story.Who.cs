using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;

namespace Mantel.Demo.Telling;

internal sealed partial class Story
{
    public Story Joins(Professional who, CareRelation relation = CareRelation.CareTeam) =>
        Does(new JoinCareTeam(who.MemberOf(key), who.Member(relation), Day));

    public Story Leaves(Professional who, string reason) => Does(new LeaveCareTeam(who.MemberOf(key), Day, reason));

    public Story NamesCentral(Professional who) => Does(new NameCentralCareProfessional(who.MemberOf(key), Day));

    public Story Around(params IReadOnlyList<DemoCloseOne> near)
    {
        foreach (var one in near)
            Does(one.Record(Day));
        return this;
    }

    public Story MovesTo(Address address) => Does(new RecordAddress(address, Day));

    public Story Reach(string value, string? when = null, ContactPointKind kind = ContactPointKind.Phone) =>
        Does(new RecordReach([new ContactPoint(kind, value, when, null)]));

    public Story Speaks(string language, bool? interpreter, string? how = null, string? keyPerson = null) =>
        Does(new RecordLanguage(language, interpreter, how, keyPerson));

    public Story Lives(bool alone) => Does(new RecordHousehold(alone));

    public Story Tells(BackgroundAspect aspect, string words) =>
        Does(new RecordBackground(aspect, Text.Flow(words), Day));

    public Story WhatMatters(string words) => Does(new TellWhatMatters(Text.Flow(words), Day));

    public Story Has(string diagnosis, string? snomed, PartialDate since, bool main = true, Source? source = null) =>
        Does(new RecordDiagnosis(diagnosis, main, snomed, since), source);

    public Story AlsoHas(string diagnosis, string? snomed, PartialDate since, Source? source = null) =>
        Has(diagnosis, snomed, since, main: false, source);

    public Story NoAllergies() => Does(new RecordAllergy(null, NoneKnown: true));

    public Story AllergicTo(string substance, string reaction, Source? source = null) =>
        Does(new RecordAllergy(substance, reaction), source);

    public Story MedicationLies(string medication, string why, string where, string who, bool? request = true) =>
        Does(new RecordMedicationAtHome(medication, why, where, who, request, Day));

    public Story Course(CourseChange change, string? where, string words) =>
        Does(new RecordCourseChange(change, Day, where, Text.Flow(words)));

    /// <summary>What lay at home and is no longer needed is taken away.</summary>
    public Story Ends<TFact>(Func<TFact, bool> that, string reason)
        where TFact : Fact
    {
        var day = Day;
        return Does(person => new EndItem(Entry(person, that), day, reason));
    }

    private static Guid Entry<TFact>(PersonRecord person, Func<TFact, bool> that)
        where TFact : Fact => person.All<TFact>().Last(recorded => that(recorded.Fact)).Entry.Id;
}
