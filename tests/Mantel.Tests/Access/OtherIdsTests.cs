using System.Net;
using System.Text.RegularExpressions;
using Mantel.Demo;
using Mantel.Tests.People.Pages;
using Mantel.Tests.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Access;

/// <summary>
/// Addresses with the id of an account, an organisation or a signal, asked for and sent to by who has nothing to do
/// with them: with ids that exist and with ids of nothing the answer is the same to the letter.
/// </summary>
public sealed class OtherIdsTests(PeopleHouse house) : IClassFixture<PeopleHouse>
{
    private static readonly string[] OfPeople = ["id", "person", "other"];

    [Theory]
    [InlineData("gp-ghent")]
    [InlineData("chaplain")]
    [InlineData("person")]
    [InlineData("coordinator")]
    [InlineData("administrator")]
    public async Task No_address_tells_a_stranger_what_there_is(string role)
    {
        var ids = await IdsThatExistAsync();
        var stranger = await house.SignInAsync(role);
        var proof = (await stranger.OpenAsync("/account"))
            .QuerySelector("input[name='__RequestVerificationToken']")!
            .GetAttribute("value")!;
        List<string> told = [];
        foreach (var (method, pattern) in Addresses(role))
        {
            var there = await AskAsync(stranger, method, pattern, ids, proof);
            var absent = await AskAsync(stranger, method, pattern, Absent(ids), proof);
            if (there != absent)
                told.Add($"{method} {pattern}: {there.Status} beside {absent.Status}");
        }
        told.ShouldBeEmpty();
    }

    /// <summary>An administrator may know every account and organisation, but no signal.</summary>
    private List<(string Method, string Pattern)> Addresses(string role)
    {
        var all =
            from endpoint in house.Mantel.Services.GetRequiredService<EndpointDataSource>().Endpoints
            where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            let pattern = ((RouteEndpoint)endpoint).RoutePattern.RawText!
            let names = Regex.Matches(pattern, @"\{([a-zA-Z]+):guid\}").Select(part => part.Groups[1].Value).ToList()
            where names.Count > 0 && !names.Exists(OfPeople.Contains)
            where role != "administrator" || names.Contains("signal")
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            where method is "GET" or "POST"
            select (method, pattern);
        var found = all.Distinct().ToList();
        found.Count.ShouldBeGreaterThan(role == "administrator" ? 5 : 15, string.Join('\n', found));
        return found;
    }

    /// <summary>A signal that waits at an organisation, with the account of the nurse who works there.</summary>
    private async Task<Dictionary<string, string>> IdsThatExistAsync()
    {
        var inbox = await (await house.SignInAsync("nurse")).OpenAsync("/inbox");
        var way = inbox
            .QuerySelectorAll("main a[href^='/inbox/']")
            .Select(link => link.GetAttribute("href")!.Split('/'))
            .First(parts => parts.Length == 4);
        var nurse = DemoRegion.Accounts().Single(account => account.Key == "nurse");
        return new()
        {
            ["organisation"] = way[2],
            ["signal"] = way[3],
            ["account"] = nurse.Id.ToString(),
        };
    }

    private static Dictionary<string, string> Absent(Dictionary<string, string> ids) =>
        ids.ToDictionary(one => one.Key, _ => Guid.NewGuid().ToString());

    private static async Task<(HttpStatusCode Status, string Said)> AskAsync(
        Visitor visitor,
        string method,
        string pattern,
        Dictionary<string, string> ids,
        string proof
    )
    {
        var address = Regex.Replace(
            pattern,
            @"\{([a-zA-Z]+)(:[^}]*)?\}",
            part => ids.GetValueOrDefault(part.Groups[1].Value, Guid.Empty.ToString())
        );
        using var answer =
            method == "GET"
                ? await visitor.Client.GetAsync(address)
                : await visitor.Client.PostAsync(address, Visitor.Fields(("__RequestVerificationToken", proof)));
        var said = $"{answer.Headers.Location}\n{await answer.Content.ReadAsStringAsync()}";
        foreach (var (name, id) in ids)
            said = said.Replace(id, name, StringComparison.Ordinal);
        return (
            answer.StatusCode,
            Regex.Replace(said, "name=\"(__RequestVerificationToken|made-for|act)\" value=\"[^\"]*\"", "")
        );
    }
}
