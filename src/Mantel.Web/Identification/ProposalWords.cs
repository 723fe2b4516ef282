using Mantel.Core.Identification;
using Mantel.Web.People;
using Mantel.Web.Platform;

namespace Mantel.Web.Identification;

/// <summary>The sentence that says why a conversation or a marking may be due.</summary>
internal static class ProposalWords
{
    public static string Of(Proposal proposal, Words words)
    {
        var (key, on) = (
            $"proposal.{Words.Kebab(proposal.Reason.ToString())}",
            Telling.Day(proposal.Entry.Effective ?? proposal.On, words)
        );
        return proposal.Reason switch
        {
            ProposalReason.DoubleSurprise or ProposalReason.SurpriseNo => words[key, proposal.Entry.Author.Name, on],
            ProposalReason.RepeatedAdmissions or ProposalReason.SeveralSignals => words[key, proposal.Times, on],
            ProposalReason.DiagnosisAfterTalk => words[key, proposal.What, on],
            ProposalReason.MarkedWithoutTalk
            or ProposalReason.DeterioratedWithoutTalk
            or ProposalReason.MovedToNursingHome => words[key, on],
        };
    }
}
