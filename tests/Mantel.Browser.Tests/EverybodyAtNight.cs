using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo;
using Mantel.Demo.Courses;
using Mantel.Demo.Networks;
using Mantel.Storage;
using Mantel.Tests.Demo;
using Mantel.Web.AdvanceCarePlanning.Night;
using Mantel.Web.Platform;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mantel.Browser.Tests;

/// <summary>
/// The night page of everybody of the demo region, drawn by the component of the product without a house around it: the
/// thirty of the cast and the 2,740 of the ten networks.
/// </summary>
internal static class EverybodyAtNight
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Moment Now = Moment.At(
        new DateTimeOffset(Today, new TimeOnly(2, 12), TimeSpan.Zero),
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")
    );

    private static readonly Author Doctor = new(Guid.NewGuid(), "dr. R. Kant", Role.PhysicianOnDuty, null, null);

    /// <summary>Who it is, and their page.</summary>
    public static async Task<IReadOnlyList<string[]>> DrawAsync(string language)
    {
        var records = DemoPeople
            .Tell(Today)
            .Concat(
                TenNetworks.All.SelectMany(network => Nth(network).Select(nth => CourseStory.Tell(network, nth, Today)))
            )
            .AsParallel()
            .AsOrdered()
            .Select(Replayed.Of);
        return await Task.WhenAll(records.Select(record => DrawAsync(record, language)));
    }

    private static IEnumerable<int> Nth(Network network) => Enumerable.Range(0, network.People);

    private static async Task<string[]> DrawAsync(PersonRecord record, string language)
    {
        var sight = new Sight(record, new Actor(Doctor), Verdict.No(AccessAction.ReadNight), Now, [])
        {
            Version = record.Version,
            Records = [record.Id],
            May = _ => true,
        };
        await using var services = new ServiceCollection()
            .AddSingleton(Words.Of(language))
            .AddSingleton(TimeProvider.System)
            .AddCascadingValue<HttpContext>(all => new DefaultHttpContext { RequestServices = all })
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<NightArticle>(
                    ParameterView.FromDictionary(new Dictionary<string, object?> { ["Sight"] = sight })
                )
            ).ToHtmlString()
        );
        return [record.Name().Full(), html];
    }
}
