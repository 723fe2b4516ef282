using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.CareTeam;

/// <summary>
/// Who of an organisation is told of every broken glass of its people and reviews it (beoordelaar van noodtoegang).
/// </summary>
/// <param name="Account">Null: nobody of the organisation; then the administrators do.</param>
[FactKind("care-team.privacy-reviewer-named")]
public sealed record PrivacyReviewerNamed(Guid Organisation, Guid? Account, string? Name) : Fact;

/// <summary>Names the privacy reviewer of an organisation.</summary>
[Needs(AccessAction.ManageOrganisations)]
public sealed record NamePrivacyReviewer(Guid Organisation, Guid? Account, string? Name)
    : IAct<DirectoryRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(DirectoryRecord record, Moment now)
    {
        var found = new Findings();
        var name = found.Line("reviewer", Name);
        if (record.Organisation(Organisation) is null || record.IsClosed(Organisation))
            found.Break("", "rule.organisation-unknown");
        return record.ReviewerOf(Organisation) == Account
            ? found.Or()
            : found.Or(new PrivacyReviewerNamed(Organisation, Account, name), PartialDate.Of(now.Today));
    }

    public bool IsAbout(Fact fact) => fact is PrivacyReviewerNamed named && named.Organisation == Organisation;
}

/// <summary>Who reviews the broken glasses of an organisation.</summary>
public static class PrivacyReviewers
{
    /// <summary>The account that was named last; null when nobody is.</summary>
    public static Guid? ReviewerOf(this DirectoryRecord directory, Guid organisation) =>
        directory
            .All<PrivacyReviewerNamed>()
            .LastOrDefault(named => named.Fact.Organisation == organisation)
            .Fact?.Account;
}
