using Mantel.Core.CareTeam;
using Mantel.Storage;
using Mantel.Tests.People.Pages;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Identification;

/// <summary>To whom a signal about somebody without a page can be given, and in which order.</summary>
public sealed class InboxOrganisationsTests(PeopleHouse house) : IClassFixture<PeopleHouse>
{
    [Theory]
    [InlineData("nurse-ghent", "BE")]
    [InlineData("nurse", "NL")]
    public async Task OrganisationsOfTheOwnCountryAreOfferedFirst(string who, string country)
    {
        var visitor = await house.SignInAsync(who);
        var directory = await house.Mantel.Services.GetRequiredService<Desk>().DirectoryAsync(CancellationToken.None);
        var own = (await visitor.OpenAsync("/signals/new"))
            .QuerySelectorAll("select[name=organisation] option")
            .Select(option => option.GetAttribute("value"))
            .Where(id => Guid.TryParse(id, out _))
            .Select(id => directory.Organisation(Guid.Parse(id!))!.Country == country)
            .ToList();
        own.ShouldContain(false);
        own.ShouldBe([.. own.OrderByDescending(here => here)]);
    }
}
