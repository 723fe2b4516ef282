using Mantel.Storage;
using Mantel.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using static Mantel.Tests.People.Pages.PeopleHouse;

namespace Mantel.Tests.Identification;

/// <summary>What the page where the day begins says of signals that reached the organisation.</summary>
public sealed partial class InboxPagesTests
{
    /// <summary>Words are told where the day begins to who may read them, with a look in the log.</summary>
    [Xunit.Fact]
    public async Task TheWordsStandWhereTheDayBeginsWithALookInTheLogAndForNobodyElse()
    {
        const string said = "Hij zat in het donker aan tafel.";
        await GiveAsync(await house.SignInAsync("volunteer"), "Meneer Donkersloot", said);
        var nurse = await house.SignInAsync("nurse");
        var way = await WayAsync(nurse, "Meneer Donkersloot");
        var signal = Guid.Parse(way.Split('/')[^1]);
        var looks = house.Mantel.Services.GetRequiredService<Archive>().Looks;
        var before = (await looks.ReadAsync(signal, 0, 100, default)).Count;

        var text = TextOf(await nurse.OpenAsync("/"));
        if (text.Contains("Meneer Donkersloot", StringComparison.Ordinal))
            text.ShouldContain(said);
        var after = await looks.ReadAsync(signal, 0, 100, default);
        after.Count.ShouldBe(text.Contains(said, StringComparison.Ordinal) ? before + 1 : before);

        foreach (var other in new[] { "gp", "physician-on-duty", "coordinator", "administrator", "close-one" })
            TextOf(await (await house.SignInAsync(other)).OpenAsync("/"))
                .ShouldNotContain(said, Shouldly.Case.Sensitive, other);
    }
}
