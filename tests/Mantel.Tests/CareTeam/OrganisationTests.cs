using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Shouldly;
using Xunit;

namespace Mantel.Tests.CareTeam;

public class OrganisationTests
{
    private readonly List<Entry> _entries = [];

    private DirectoryRecord Directory => new(StreamId.Directory, _entries);

    [Fact]
    public void An_organisation_is_recorded_corrected_and_closed()
    {
        var id = Guid.NewGuid();
        Do(new RecordOrganisation(id, "Praktijk Zuid", OrganisationKind.GeneralPractice, "Middelburg", "nl"));
        Do(new RecordOrganisation(id, "Praktijk Zuid-West", OrganisationKind.GeneralPractice, "Middelburg", "nl"));
        Directory.Organisations().ShouldHaveSingleItem().Name.ShouldBe("Praktijk Zuid-West");
        Directory.Organisation(id)!.Country.ShouldBe("NL");
        Do(new CloseOrganisation(id, "Gestopt."));
        Directory.Organisations().ShouldBeEmpty();
        Directory.Organisation(id).ShouldNotBeNull();
        Refused(new RecordOrganisation(id, "X", OrganisationKind.Other)).ShouldBe(["rule.organisation-closed"]);
    }

    [Fact]
    public void Two_organisations_of_one_name_and_place_are_one()
    {
        Do(new RecordOrganisation(Guid.NewGuid(), "De Meander", OrganisationKind.Hospice, "Vlissingen"));
        Refused(new RecordOrganisation(Guid.NewGuid(), "de meander", OrganisationKind.Hospice, "Vlissingen"))
            .ShouldBe(["rule.organisation-known"]);
        Refused(new CloseOrganisation(Guid.NewGuid())).ShouldBe(["rule.organisation-unknown"]);
        Refused(new RecordOrganisation(Guid.NewGuid(), " ", OrganisationKind.Hospice)).ShouldBe(["rule.missing"]);
    }

    private void Do(IAct<DirectoryRecord> act)
    {
        foreach (var fact in act.Decide(Directory, Acts.Now).ShouldBeOfType<Outcome.Yielded>().Facts)
            _entries.Add(Entry(fact));
    }

    private Entry Entry(NewFact fact) =>
        new(
            Guid.NewGuid(),
            StreamId.Directory,
            _entries.Count + 1,
            fact.Fact,
            fact.Effective,
            Acts.Now.Instant,
            Tell.Nurse,
            Source.Mantel,
            Guid.NewGuid(),
            []
        );

    private IEnumerable<string> Refused(IAct<DirectoryRecord> act) =>
        act.Decide(Directory, Acts.Now).ShouldBeOfType<Outcome.Refused>().Problems.Select(problem => problem.Rule);
}
