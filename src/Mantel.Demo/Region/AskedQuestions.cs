using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.Questions;
using Mantel.Demo.Telling;
using Mantel.Storage;
using static Mantel.Core.Questions.QuestionFrom;
using static Mantel.Core.Questions.QuestionOutcome;
using static Mantel.Core.Questions.QuestionSubject;
using static Mantel.Demo.Region.WhoWorksOnWalcheren;

namespace Mantel.Demo.Region;

/// <summary>
/// A year of questions by telephone and mail on Walcheren, about nobody who has a record: at the home care
/// organisation, the palliative team and the network. The last two wait for an answer.
/// </summary>
internal static class AskedQuestions
{
    private const int DaysOfTheYear = 360;

    private static readonly Professional[] Writers = [Azouzi, Wisse, Sanderse];
    private static readonly string[] Places = ["Middelburg", "Vlissingen", "Veere"];

    /// <summary>What is asked, by whom, how often in a year, and what came of it.</summary>
    private static readonly Asked[] All =
    [
        new(WhatThereIs, CloseOne, 15, "Mijn man wil thuis blijven. Welke hulp is er in de nacht?", Answered),
        new(WhatThereIs, Citizen, 12, "Waar kan ik terecht met vragen over de laatste fase?", Answered),
        new(WhatThereIs, Nurse, 12, "Wie komt er aan huis voor een gesprek over zingeving?", SentOn),
        new(QuestionSubject.Volunteers, CloseOne, 15, "Is er een vrijwilliger die een middag kan waken?", SentOn),
        new(QuestionSubject.Volunteers, QuestionFrom.Volunteer, 9, "Ik wil wel waken. Waar meld ik mij?", Answered),
        new(QuestionSubject.Volunteers, Nurse, 12, "Wie kan er vannacht blijven zitten?", NoAnswer),
        new(Room, GeneralPractitioner, 18, "Is er dit weekend plek in een hospice?", NoAnswer),
        new(Room, CloseOne, 15, "Wat kost een verblijf in een hospice?", Answered),
        new(Symptoms, OtherProfessional, 12, "Wie geeft advies over benauwdheid bij hartfalen?", SentOn),
        new(PlanningAhead, Citizen, 15, "Hoe begin ik thuis over wat ik wel en niet wil?", Answered),
        new(Mourning, CloseOne, 9, "Is er een groep voor mensen onder de veertig na een verlies?", NoAnswer),
        new(RulesAndPayment, CloseOne, 12, "Heb ik recht op verlof om voor mijn moeder te zorgen?", Answered),
        new(Learning, Nurse, 9, "Wanneer is de volgende scholing over pijn?", Answered),
    ];

    private static readonly AskQuestion[] Waiting =
    [
        new(
            FixedIdentifiers.Id("question/waiting/1"),
            CloseOne,
            QuestionWay.Telephone,
            WhatThereIs,
            "Veere",
            "Haar vader kan niet meer alleen zijn in de nacht. Wie is er, en wat kost het?",
            CallBack: "dochter, na zes uur, 06 0055 0192"
        ),
        new(
            FixedIdentifiers.Id("question/waiting/2"),
            Nurse,
            QuestionWay.Mail,
            QuestionSubject.Volunteers,
            "Middelburg",
            "Is er een vrijwilliger die Arabisch spreekt?"
        ),
    ];

    public static async Task TellAsync(Desk desk, DateOnly today, CancellationToken ct)
    {
        var days = new Days(today);
        var questions = desk.Of(new QuestionRelations());
        var moments = All.SelectMany((asked, i) => Enumerable.Range(0, asked.Times).Select(nth => (asked, i, nth)))
            .Select(one => Once(one.asked, new SeededChance($"question/{one.i}/{one.nth}"), days));
        foreach (var (act, who, at) in moments)
            await KeepAsync(act, who, at);
        for (var i = 0; i < Waiting.Length; i++)
            await KeepAsync(Waiting[i], Azouzi, days.WorkdayAgo(i + 1, "11:20"));

        async Task KeepAsync(AskQuestion act, Professional who, Moment at) =>
            Teller.Demand(
                await questions.DoAsync(who.At.Id, act, who.Actor, new Submission(act.Question), at, ct),
                act.Words!
            );
    }

    private static (AskQuestion Act, Professional Who, Moment At) Once(Asked asked, SeededChance chance, Days days)
    {
        var act = new AskQuestion(
            FixedIdentifiers.Id($"question/{chance.Of("id").Share()}"),
            asked.From,
            chance.Of("way").Happens(0.7) ? QuestionWay.Telephone : QuestionWay.Mail,
            asked.Subject,
            chance.Of("said").Happens(0.85) ? chance.Of("place").One(Places) : null,
            asked.Words,
            Outcome: asked.Outcome,
            Answer: asked.Outcome is NoAnswer ? "Bij niemand in het netwerk gevonden." : null
        );
        var at = days.WorkdayAgo(chance.Of("day").Between(3, DaysOfTheYear), chance.Of("hour").One(Hours));
        return (act, chance.Of("who").One(Writers), at);
    }

    private static readonly string[] Hours = ["09:15", "10:40", "13:30", "15:05"];

    /// <param name="Times">How often in the year.</param>
    private sealed record Asked(
        QuestionSubject Subject,
        QuestionFrom From,
        int Times,
        string Words,
        QuestionOutcome Outcome
    );
}
