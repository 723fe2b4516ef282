using System.CodeDom.Compiler;
using System.Reflection;
using Mantel.Tests.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Platform;

/// <summary>
/// What the framework does with a request is written when Mantel is built, for every endpoint, and takes from a request
/// what it would have taken had it been worked out at the start.
/// </summary>
public sealed class WrittenAtBuildTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    [Fact]
    public void Every_endpoint_of_ours_was_written_at_build()
    {
        Ours(Of(house.House.Services)).Count.ShouldBeGreaterThan(100);
        Ours(Of(house.House.Services)).Where(one => !IsWritten(one)).Select(NameOf).ShouldBeEmpty();
    }

    [Fact]
    public void Every_endpoint_takes_what_it_would_have_taken() =>
        Ours(Of(house.House.Services))
            .Where(one => TakenBy(one.Metadata) != WorkedOut(one, house.House.Services))
            .Select(NameOf)
            .ShouldBeEmpty();

    [Fact]
    public void No_endpoint_asks_for_more_than_a_form() =>
        Of(house.House.Services).Where(AsksForABody).Select(NameOf).ShouldBeEmpty();

    /// <summary>The acts at a signal of an inbox were once not found: each asked for a body of JSON.</summary>
    [Fact]
    public async Task An_endpoint_that_takes_something_else_is_caught()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapPost("/inbox/{signal:guid}/see", (Guid signal) => $"{signal}")
            .WithMetadata(new AcceptsMetadata(["application/json"]));
        var endpoint = ((IEndpointRouteBuilder)app).DataSources.Single().Endpoints.OfType<RouteEndpoint>().Single();

        IsWritten(endpoint).ShouldBeFalse();
        AsksForABody(endpoint).ShouldBeTrue();
        TakenBy(endpoint.Metadata).ShouldNotBe(WorkedOut(endpoint, app.Services));
    }

    private static List<RouteEndpoint> Of(IServiceProvider services) =>
        [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>Those that have a handler of ours; what the framework maps itself has none.</summary>
    private static List<RouteEndpoint> Ours(List<RouteEndpoint> endpoints) =>
        endpoints.FindAll(one => one.Metadata.GetMetadata<MethodInfo>() is not null);

    private static bool IsWritten(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<GeneratedCodeAttribute>()?.Tool?.Contains("RequestDelegateGenerator") == true;

    private static bool AsksForABody(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null;

    /// <summary>What the framework would take from a request, worked out from the handler as it runs.</summary>
    private static string WorkedOut(RouteEndpoint endpoint, IServiceProvider services)
    {
        var handler = endpoint.Metadata.GetRequiredMetadata<MethodInfo>();
        var builder = new RouteEndpointBuilder(null, endpoint.RoutePattern, 0) { ApplicationServices = services };
        var options = new RequestDelegateFactoryOptions
        {
            ServiceProvider = services,
            RouteParameterNames = endpoint.RoutePattern.Parameters.Select(one => one.Name),
            DisableInferBodyFromParameters = endpoint
                .Metadata.GetRequiredMetadata<IHttpMethodMetadata>()
                .HttpMethods.Contains(HttpMethods.Get),
            EndpointBuilder = builder,
        };
        return TakenBy(RequestDelegateFactory.InferMetadata(handler, options).EndpointMetadata);
    }

    private static string TakenBy(IEnumerable<object> metadata)
    {
        var all = metadata.ToList();
        return string.Join(
            '\n',
            [.. all.OfType<IParameterBindingMetadata>().Select(Say), .. all.OfType<IAcceptsMetadata>().Select(Say)]
        );
    }

    /// <summary>A text is taken as it stands; the two only do not call that reading by one name.</summary>
    private static string Say(IParameterBindingMetadata taken) =>
        $"{taken.Name} {taken.ParameterInfo.ParameterType}"
        + $" reads={taken.HasTryParse || taken.ParameterInfo.ParameterType == typeof(string)}"
        + $" binds={taken.HasBindAsync} optional={taken.IsOptional}";

    private static string Say(IAcceptsMetadata body) => string.Join(", ", body.ContentTypes);

    private static string NameOf(RouteEndpoint endpoint) =>
        $"{string.Join(' ', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])} "
        + endpoint.RoutePattern.RawText;
}
