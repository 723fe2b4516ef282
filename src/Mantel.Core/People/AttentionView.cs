using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.Support;

namespace Mantel.Core.People;

/// <summary>What of a person's record asks for somebody to act.</summary>
public static class AttentionView
{
    /// <param name="termMonths">After how many months the region asks to look again; null: no term was set.</param>
    /// <param name="terms">After how many days other things ask; null: the usual ones.</param>
    public static IReadOnlyList<Attention> Attention(
        this PersonRecord person,
        DateOnly today,
        int? termMonths = null,
        AttentionTerms? terms = null
    ) =>
        person.Death() is null
            ? [.. Living(person, today, termMonths, terms ?? AttentionTerms.Usual).OrderBy(one => one.Reason)]
            : [.. Signalled(person).Concat(Broken(person))];

    private static IEnumerable<Attention> Living(
        PersonRecord person,
        DateOnly today,
        int? termMonths,
        AttentionTerms terms
    )
    {
        var decisions = person.DecisionsOn(today);
        return Differently(person)
            .Concat(decisions.SelectMany(Tasks).Distinct())
            .Concat(Unworked(person, today))
            .Concat(Stays(person, today))
            .Concat(Asking(person))
            .Concat(NotByWhoCould(decisions))
            .Concat(Confirmable(decisions))
            .Concat(person.ReviewDue(today, termMonths).Take(1).Select(due => Due(person, due)))
            .Concat(NeverTalked(person, today, terms))
            .Concat(Unfinished(person))
            .Concat(Prepared(person, today))
            .Concat(Broken(person))
            .Concat(Uncoordinated(person, today))
            .Concat(Signalled(person))
            .Concat(KeepingItUp(person, today, terms))
            .Concat(Unread(person, today, terms));
    }

    private static IEnumerable<Attention> Signalled(PersonRecord person) =>
        person
            .OpenSignals()
            .Select(signal => new Attention(
                signal.Escalated is null ? AttentionReason.OpenSignal : AttentionReason.UrgentSignal,
                signal.Given.Entry.Id,
                signal.Escalated?.Entry.Day() ?? signal.Given.Effective,
                Who: signal.Sender.Name,
                About: signal.Id,
                Words: Said(signal.Given.Fact.Noticed, signal.Given.Fact.Since)
            ));

    /// <summary>At their limit, or asked so long ago that the answer may be another by now.</summary>
    private static IEnumerable<Attention> KeepingItUp(PersonRecord person, DateOnly today, AttentionTerms terms)
    {
        foreach (var close in person.Circle())
        {
            if (person.KeepingUp(close.Id) is not { } told)
                continue;
            AttentionReason? reason =
                terms.AskAgainAfter(told.Fact.HowLong) is not { } days ? AttentionReason.CloseOneAtLimit
                : told.Entry.Day().Last.AddDays(days) <= today ? AttentionReason.AskKeepingUpAgain
                : null;
            if (reason is { } asks)
                yield return new(
                    asks,
                    told.Entry.Id,
                    told.Effective,
                    Who: close.Fact.Name.Full(),
                    HowLong: told.Fact.HowLong,
                    About: close.Id,
                    Words: told.Fact.Words
                );
        }
    }

    private static IEnumerable<Attention> Differently(PersonRecord person) =>
        person
            .SaysDifferently()
            .Select(said => new Attention(
                AttentionReason.SaysDifferentlyNow,
                said.Entry.Id,
                said.Entry.Day(),
                Words: said.Fact.Words
            ));

    private static string Said(params IEnumerable<string?> words) => string.Join(" – ", words.OfType<string>());

    private static IEnumerable<Attention> Asking(PersonRecord person) =>
        person
            .ToAskAbout()
            .Select(one => new Attention(
                AttentionReason.ToAskAbout,
                one.Entry.Id,
                one.Entry.Day(),
                Who: one.Entry.Source.System
            ))
            .Concat(AskingAboutIcd(person));

    private static IEnumerable<Attention> AskingAboutIcd(PersonRecord person)
    {
        if (!person.IsIcdToAskAbout())
            yield break;
        var said = person.SaidOfIcd();
        yield return new Attention(
            AttentionReason.ToAskAbout,
            said[^1].Entry.Id,
            said[^1].Entry.Day(),
            new Treatment(TreatmentKind.IcdDeactivation),
            string.Join(", ", said.Select(one => one.Entry.Source.System).Distinct(StringComparer.Ordinal))
        );
    }

    private static IEnumerable<Attention> Tasks(DecisionInForce decision) =>
        from task in PlanTasks.Of(decision)
        let reason = ReasonOf(task.Kind)
        where reason is not null
        select new Attention(
            reason.Value,
            On: decision.DiscussedOn
                ?? (task.Kind is PlanTaskKind.DiscussRevived ? decision.EndedCode?.Ended?.On : null),
            Treatment: task.Treatment,
            Who: task.Kind is PlanTaskKind.DiscussRevived ? decision.EndedCode?.Code.Fact.Setting : null
        );

    private static IEnumerable<Attention> Unworked(PersonRecord person, DateOnly today) =>
        from words in person.WordsWithoutRow(today)
        where words.AsksToBeWorkedOut
        let entry = words.Declaration.Entry
        select new Attention(AttentionReason.RefusalToWorkOut, entry.Id, entry.Effective, About: entry.Id);

    private static IEnumerable<Attention> Stays(PersonRecord person, DateOnly today) =>
        from code in person.DnrCodes(today)
        where code.IsAsked
        let entry = code.Recorded.Entry
        select new Attention(
            AttentionReason.StayToEnd,
            entry.Id,
            entry.Effective,
            Who: code.Recorded.Fact.Setting,
            About: entry.Id
        );

    private static AttentionReason? ReasonOf(PlanTaskKind task) =>
        task switch
        {
            PlanTaskKind.ResolveContradiction => AttentionReason.Contradiction,
            PlanTaskKind.DiscussRevived => AttentionReason.Revived,
            PlanTaskKind.AgreeDeclaration => AttentionReason.DeclarationToAgree,
            _ => null,
        };

    /// <summary>Said once for the whole plan, with the day of the oldest.</summary>
    private static IEnumerable<Attention> NotByWhoCould(IEnumerable<DecisionInForce> decisions)
    {
        var doubted = decisions
            .Where(one => PlanTasks.Of(one).Any(task => task.Kind is PlanTaskKind.AskWhoAgreed))
            .SelectMany(one => one.InForce.Where(said => said.Doubts.Count > 0))
            .ToList();
        if (doubted.Count > 0)
            yield return new(
                AttentionReason.AskWhoAgreed,
                On: doubted.Select(one => one.DiscussedOn).MinBy(day => day?.First)
            );
    }

    /// <summary>Said once for the whole plan, with the day of the oldest.</summary>
    private static IEnumerable<Attention> Confirmable(IEnumerable<DecisionInForce> decisions)
    {
        var waiting = decisions.Where(one => one.WaitsForPhysician).ToList();
        if (waiting.Count > 0)
            yield return new(
                AttentionReason.ToConfirm,
                On: waiting.Select(one => one.DiscussedOn).MinBy(day => day?.First)
            );
    }

    private static Attention Due(PersonRecord person, ReviewDue due) =>
        new(
            AttentionReason.ReviewDue,
            due.Entry,
            due.On,
            Review: due,
            Words: due.Entry is { } entry ? (person.Find(entry)?.Fact as CourseChanged)?.Words : null
        );

    /// <summary>
    /// As the review list proposes it: not of who does not want to talk, nor while somebody judged that it is not for
    /// now.
    /// </summary>
    private static IEnumerable<Attention> NeverTalked(PersonRecord person, DateOnly today, AttentionTerms terms) =>
        person
            .Proposals(today, terms)
            .Where(one => one.Reason is ProposalReason.DeterioratedWithoutTalk)
            .Select(one => new Attention(
                AttentionReason.WorseNeverTalked,
                one.Entry.Id,
                one.On,
                Words: (one.Entry.Fact as CourseChanged)?.Words
            ));

    /// <summary>Written at home and done with, or left since yesterday; a talk since then answers it.</summary>
    private static IEnumerable<Attention> Prepared(PersonRecord person, DateOnly today) =>
        from preparation in person.Preparations()
        where preparation.Told.Count > 0
        let last = preparation.Told.Values.MaxBy(told => told.Entry.Version)
        where preparation.IsClosed || last.Entry.Day().Last < today
        where !person.All<TalkOpened>().Any(talk => talk.Entry.Version > last.Entry.Version)
        where !person.WasTalkedAfter(last.Entry)
        select new Attention(
            AttentionReason.PreparationCameIn,
            last.Entry.Id,
            last.Entry.Day(),
            Who: last.Fact.WrittenBy,
            About: preparation.Id
        );

    private static IEnumerable<Attention> Unfinished(PersonRecord person) =>
        from talk in person.UnfinishedTalks()
        let opened = talk.Opened.Entry
        select new Attention(
            AttentionReason.UnfinishedTalk,
            opened.Id,
            opened.Day(),
            Who: opened.Author.Name,
            About: talk.Id
        );

    private static IEnumerable<Attention> Broken(PersonRecord person)
    {
        var read = person.All<BrokenGlassRead>().Select(reading => reading.Fact.GlassBroken).ToHashSet();
        return person
            .All<GlassBroken>()
            .Where(broken => !read.Contains(broken.Entry.Id))
            .Select(broken => new Attention(AttentionReason.GlassBroken, broken.Entry.Id, broken.Entry.Day()));
    }

    /// <summary>Since the last one left, or else since the first of the team came.</summary>
    private static IEnumerable<Attention> Uncoordinated(PersonRecord person, DateOnly today)
    {
        var team = person.TeamPeriods().Where(period => period.Until is null).ToList();
        var central = person.CentralCareProfessionals();
        if (team.Count == 0 || central.Any(period => period.Until is null))
            return [];
        var since = central.Count > 0 ? central[^1].Until : team.Select(member => member.From).MinBy(day => day?.First);
        return [new Attention(AttentionReason.NobodyCentral, On: since?.First <= today ? since : null)];
    }

    /// <summary>What was shared with somebody who is still here to read it, and was not read.</summary>
    private static IEnumerable<Attention> Unread(PersonRecord person, DateOnly today, AttentionTerms terms)
    {
        var shares = person.Shares().Where(share => share.Read is null).ToList();
        if (shares.Count == 0)
            yield break;
        var readers = person.AccountsThatRead(today);
        foreach (var (entry, fact) in shares.Select(share => share.Shared))
        {
            if (!readers.TryGetValue(fact.With, out var account))
                continue;
            var toRead = new Attention(
                AttentionReason.PlanToRead,
                entry.Id,
                entry.Day(),
                Who: entry.Author.Name,
                About: fact.With,
                Reader: account
            );
            yield return toRead;
            if (entry.Day().Last.AddDays(terms.SharedPlanUnread) <= today)
                yield return toRead with
                {
                    Reason = AttentionReason.SharedPlanUnread,
                    Who = fact.WithName,
                };
        }
    }
}
