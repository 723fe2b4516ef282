using System.Net;
using System.Text.RegularExpressions;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Tests.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Access;

/// <summary>
/// Every address of the product with a person in it, asked for and sent to by who has nothing to do with them: about
/// somebody who is there and about nobody, the answer is the same to the letter. Also when what is sent is wrong.
/// </summary>
public sealed class AbsentAndForbiddenTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    private static readonly (string, string)[] Empty = [];

    private static readonly (string, string)[] Broken =
    [
        ("words", "a\u0001b"),
        ("reason", "a\u0001b"),
        ("role", "Nobody"),
        ("for", "Nobody"),
        ("on", "32-13-2020"),
        ("isInOrder", "yes"),
    ];

    [Theory]
    [InlineData(Role.Nurse)]
    [InlineData(Role.CloseOne)]
    [InlineData(Role.Administrator)]
    public async Task No_address_tells_a_stranger_who_has_a_record(Role role)
    {
        var (there, nobody) = (await house.PersonAsync(SharingConsent.Given), Guid.NewGuid());
        var other = await house.PersonAsync(SharingConsent.Given);
        var stranger = await house.SomebodyAsync(role, role is Role.CloseOne ? other : null);
        var proof = await ProofAsync(stranger.Visitor);
        List<string> told = [];

        foreach (var (method, pattern) in Addresses())
        {
            foreach (var fields in method == "GET" ? [Empty] : new[] { Empty, Broken })
            {
                var about = await AskAsync(stranger.Visitor, method, pattern, there, proof, fields);
                var absent = await AskAsync(stranger.Visitor, method, pattern, nobody, proof, fields);
                if (about != absent)
                    told.Add($"{method} {pattern} ({fields.Length}): {about.Status} beside {absent.Status}");
            }
        }

        told.ShouldBeEmpty();
    }

    private List<(string Method, string Pattern)> Addresses()
    {
        var all =
            from endpoint in house.House.Services.GetRequiredService<EndpointDataSource>().Endpoints
            where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            let pattern = ((RouteEndpoint)endpoint).RoutePattern.RawText!
            where Regex.IsMatch(pattern, @"\{(id|person|other)(:guid)?\}")
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            where method is "GET" or "POST"
            select (method, pattern);
        var found = all.Distinct().ToList();
        found.Count.ShouldBeGreaterThan(80);
        return found;
    }

    private static async Task<(HttpStatusCode Status, string Said)> AskAsync(
        Visitor visitor,
        string method,
        string pattern,
        Guid person,
        string proof,
        (string, string)[] fields
    )
    {
        var address = Regex.Replace(
            pattern,
            @"\{([a-zA-Z]+)(:[^}]*)?\}",
            part =>
                part.Groups[1].Value is "id" or "person" or "other" ? person.ToString()
                : part.Groups[2].Value == ":guid" ? Guid.Empty.ToString()
                : "1"
        );
        using var answer =
            method == "GET"
                ? await visitor.Client.GetAsync(address)
                : await visitor.Client.PostAsync(
                    address,
                    Visitor.Fields([("__RequestVerificationToken", proof), .. fields])
                );
        var said = await answer.Content.ReadAsStringAsync();
        var plain = Regex.Replace(said, "name=\"(__RequestVerificationToken|made-for|act)\" value=\"[^\"]*\"", "");
        return (
            answer.StatusCode,
            $"{answer.Headers.Location}\n{plain}".Replace(person.ToString(), "person", StringComparison.Ordinal)
        );
    }

    private static async Task<string> ProofAsync(Visitor visitor) =>
        (await visitor.OpenAsync("/account"))
            .QuerySelector("input[name='__RequestVerificationToken']")!
            .GetAttribute("value")!;
}
