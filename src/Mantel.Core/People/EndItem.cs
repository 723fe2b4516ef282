using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>
/// Says that a diagnosis, an allergy, a device, medication at home or a part of the background no longer holds.
/// </summary>
[Needs(AccessAction.RecordHealth)]
public sealed record EndItem(Guid Entry, PartialDate? On = null, string? Reason = null)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var reason = found.Line("reason", Reason);
        found.NotInFuture("on", On, now);
        if (record.Find(Entry) is not { } entry || !record.Stands(Entry) || !CanEnd(entry.Fact))
            found.Break("entry", "rule.nothing-to-end");
        else if (record.IsEnded(Entry))
            return Outcome.Yield();
        else if (On is { } on && entry.Effective is { } since && on.IsBefore(since))
            found.Break("on", "rule.ends-before-it-began");
        return found.Or([new NewFact(new ItemEnded(Entry, reason), On, RestsOn: [Entry])]);
    }

    public bool IsAbout(Fact fact) => fact is ItemEnded ended && ended.Entry == Entry;

    /// <summary>What can end without a mistake having been made.</summary>
    public static bool CanEnd(Fact fact) =>
        fact
            is DiagnosisRecorded
                or AllergyRecorded
                or ImplantedDeviceRecorded
                or MedicationAtHomeRecorded
                or BackgroundRecorded
                or WhatMattersTold
                or ToAskAboutReceived;
}
