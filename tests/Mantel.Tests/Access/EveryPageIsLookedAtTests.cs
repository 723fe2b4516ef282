using System.Text.RegularExpressions;
using Mantel.Browser.Tests;
using Mantel.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Access;

/// <summary>No page comes into the house that the browser tests do not look at.</summary>
public sealed partial class EveryPageIsLookedAtTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    /// <summary>What is opened, and is no page of ours: documents, and addresses that only lead on.</summary>
    private static readonly string[] NoPages =
    [
        "/people",
        "/people/{id:guid}/plan/documents/{document:guid}",
        "/people/{id:guid}/plan/bundle",
        "/people/{id:guid}/came-along/{entry:guid}", // word for word, as plain text
        "/network/{measure}/export",
        "/networks/{network}/{measure}/export",
        "/nation/{measure}/export",
        "/organisations/sheet/{part:regex(^(empty|all)$)}.{kind:regex(^(xlsx|csv)$)}",
        "/accounts/sheet/{part:regex(^(empty|all)$)}.{kind:regex(^(xlsx|csv)$)}",
        "/organisations/sheets/{taking:guid}", // comes of a sheet; SheetsInABrowserTests goes there
        "/accounts/sheets/{taking:guid}",
        "/live", // an open connection of the inbox; LivePagesTests listens there
        "/account/totp", // for accounts with a password; OwnAccountTests goes there
    ];

    [Fact]
    public void Every_page_stands_in_the_table_of_the_browser_tests() =>
        Unseen(house.House.Services.GetRequiredService<EndpointDataSource>().Endpoints).ShouldBeEmpty();

    [Fact]
    public async Task A_page_that_is_not_there_is_caught()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/people/{id:guid}/horoscope", () => "").WithMetadata(new NeedsWhat(default, ThroughDesk: true));
        app.MapGet("/people/{id:guid}/night", () => "").WithMetadata(new NeedsWhat(default, ThroughDesk: true));

        Unseen(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints))
            .ShouldBe(["/people/{id:guid}/horoscope"]);
    }

    private static List<string> Unseen(IEnumerable<Endpoint> endpoints) =>
        [
            .. endpoints
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<NeedsWhat>() is not null && IsOpened(endpoint))
                .Select(endpoint => endpoint.RoutePattern)
                .Where(pattern => !NoPages.Contains(pattern.RawText, StringComparer.Ordinal))
                .Where(pattern => !Addresses.Exists(address => Fits(pattern.RawText!, address)))
                .Select(pattern => pattern.RawText!),
        ];

    private static bool IsOpened(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true;

    /// <summary>The addresses of the table with an id in every open place.</summary>
    private static List<string> Addresses { get; } =
    [.. PageTable.All.Select(stop => Open().Replace(stop.Address, Guid.Empty.ToString()).Split('?')[0])];

    /// <summary>An address with a word of its own, such as team/add, does not fit the pattern of an id.</summary>
    private static bool Fits(string pattern, string address)
    {
        var values = new RouteValueDictionary();
        var template = TemplateParser.Parse(pattern);
        return new TemplateMatcher(template, values).TryMatch(address, values)
            && template.Parameters.All(parameter =>
                parameter.InlineConstraints.All(constraint =>
                    constraint.Constraint is not "guid" || Guid.TryParse(values[parameter.Name!] as string, out _)
                )
            );
    }

    [GeneratedRegex(@"\{[a-z-]+\}|\*")]
    private static partial Regex Open();
}
