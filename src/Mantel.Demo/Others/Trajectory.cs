using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Others;

/// <summary>Tells a life along the usual course of its illness; chance, from a seed, only moves the days.</summary>
internal static class Trajectory
{
    public static Story Tell(UsualLife life, DateOnly today, int seed)
    {
        var story = new Story(life.Key, today);
        var chance = new Random(seed);
        Begins(story, life, chance);
        FirstTalk(story, life, chance);
        Turns(story, life, chance);
        SecondTalk(story, life, chance);
        life.After?.Invoke(story);
        return story;
    }

    private static void Begins(Story story, UsualLife life, Random chance)
    {
        var illness = life.Illness;
        story
            .On(chance.Next(490, 546), "10:20")
            .Registers(life.Gp, life.Name, life.Born, life.Number, life.Gender, life.Address, life.Language)
            .Has(life.Diagnosis ?? illness.Diagnosis, illness.Snomed, Since(story, illness, chance));
        if (illness.Also.Count > 0)
        {
            var (name, snomed) = illness.Also[chance.Next(illness.Also.Count)];
            story.AlsoHas(name, snomed, story.Days.YearsAgo(chance.Next(2, 6)));
        }
        if (life.Allergy is { } allergy)
            story.AllergicTo(allergy.Substance, allergy.Reaction);
        else
            story.NoAllergies();
        story.Around(life.Near);
        foreach (var (aspect, words) in life.Background)
            story.Tells(aspect, words);
        story.WhatMatters(life.Words);
        if (life.Nurse != life.Gp)
            story.On(chance.Next(430, 480), "09:45").By(life.Gp).Joins(life.Nurse);
    }

    private static void FirstTalk(Story story, UsualLife life, Random chance)
    {
        story.On(chance.Next(330, 400), "14:15").By(life.Gp);
        if (life.Consent is { } consent)
            story.Answers(consent, life.ConsentWords);
        if (life.First is { } talk)
            story.Talks(WhoIsThere(life), life.FirstNote, talk);
    }

    private static void Turns(Story story, UsualLife life, Random chance)
    {
        life.Between?.Invoke(story);
        var illness = life.Illness;
        var day = chance.Next(180, 240);
        var goesToHospital = illness.Turn == CourseChange.AdmittedToHospital;
        story
            .On(day, "11:40")
            .By(life.Gp)
            .Course(
                illness.Turn,
                goesToHospital ? Illness.HospitalOf(life.Gp).Name : null,
                illness.TurnWords[chance.Next(illness.TurnWords.Count)]
            );
        if (illness.Back is { } stay)
            story.On(day - stay, "15:00").By(life.Gp).Course(CourseChange.CameHome, null, "Weer thuis.");
    }

    private static void SecondTalk(Story story, UsualLife life, Random chance)
    {
        if (life.Second is not { } talk)
            return;
        story.On(chance.Next(90, 150), "15:20").By(life.Gp).Talks(WhoIsThere(life), life.SecondNote, talk);
        story.On(chance.Next(60, 85), "10:05").By(life.Nurse);
        foreach (var (medication, why) in life.Illness.Medication)
            story.MedicationLies(medication, why, "rode tas in de gangkast", life.Nurse.Title + ", huisarts");
    }

    private static IReadOnlyList<Party> WhoIsThere(UsualLife life) => [.. life.Near.Take(1).Select(near => near.Party)];

    private static PartialDate Since(Story story, Illness illness, Random chance) =>
        illness.Years.Most <= 2
            ? story.Days.MonthsAgo(chance.Next(19, 24))
            : story.Days.YearsAgo(chance.Next(illness.Years.Least, illness.Years.Most + 1));
}
