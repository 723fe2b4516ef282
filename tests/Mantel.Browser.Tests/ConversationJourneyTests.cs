using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;

namespace Mantel.Browser.Tests;

/// <summary>
/// From a volunteer's signal to a plan that hangs in the kitchen: given, answered, prepared at home, talked about on a
/// tablet, interrupted, taken up elsewhere, read back, confirmed; and what night and paper say meanwhile.
/// </summary>
[Xunit.Collection(InTheBrowser.Name)]
public sealed class ConversationJourneyTests(Browsers browsers)
{
    private const string AtHome = "Aan het raam zitten, met de duiven.";
    private const string Hospital = "Niet weer die zaal.";
    private const string Silent = "Dit werd getypt toen de lijn weg was.";
    private const string Send = "main form.form .utrecht-button--primary-action";

    [Xunit.Theory]
    [Xunit.InlineData("nl-NL", "Adriana Gesprek", "03-04-1939")]
    [Xunit.InlineData("nl-BE", "Godelieve Gesprek", "05-06-1941")]
    [Xunit.InlineData("en", "Winifred Gesprek", "07-08-1943")]
    public async Task TheWholeWay(string language, string name, string birthDate)
    {
        var phone = View.Phone with { Language = language };
        var desktop = View.Desktop with { Language = language, Dark = true };
        await using var nurse = await browsers.VisitAsync(desktop, "nurse");
        var person = await ReceiveAsync(nurse, name, birthDate);

        await SignalAsync(nurse, phone, person);
        var code = await HangUpAsync(nurse, person);
        var current = await SheetSaysAsync(phone, code);
        await PrepareAsync(nurse, phone, person);

        var talk = await HoldAndBreakOffAsync(phone, person);
        await AtNightAsync(
            phone,
            name,
            birthDate,
            async night =>
            {
                (await night.Page.Locator(".talk-open").CountAsync()).ShouldBe(1);
                (await night.Page.ContentAsync()).ShouldNotContain(Hospital);
            }
        );
        (await SheetSaysAsync(phone, code)).ShouldBe(current);

        await ResumeAndReadBackAsync(nurse, person, talk);
        var unconfirmed = await AtNightAsync(phone, name, birthDate, Reads);
        (await SheetSaysAsync(phone, code)).ShouldContain(DateTime.Now.Year.ToString(CultureInfo.InvariantCulture));

        await ConfirmAsync(desktop, person);
        var confirmed = await AtNightAsync(phone, name, birthDate, Reads);
        confirmed.ShouldNotBe(unconfirmed);
        confirmed.ShouldContain("dr. S. Hoekstra");

        async Task Reads(Visit night)
        {
            var decisions = await night.Page.Locator(".night__decisions").TextContentAsync();
            decisions!.ShouldContain(Hospital);
            (await night.Page.Locator(".talk-open").CountAsync()).ShouldBe(0);
        }
    }

    /// <summary>Somebody of one's own with a team, who agrees to share: no other test sees what is done.</summary>
    private static async Task<string> ReceiveAsync(Visit nurse, string name, string birthDate)
    {
        await nurse.OpenAsync("/people/new");
        var (given, family) = (name.Split(' ')[0], name.Split(' ')[1]);
        var parts = birthDate.Split('-');
        await nurse.SendAsync([
            ("given", given),
            ("family", family),
            ("birthDate.day", parts[0]),
            ("birthDate.month", parts[1]),
            ("birthDate.year", parts[2]),
        ]);
        var person = new Uri(nurse.Page.Url).AbsolutePath;
        foreach (
            var (account, who) in new[] { ("Piet Sinke", "Volunteer"), ("dr. S. Hoekstra", "GeneralPractitioner") }
        )
        {
            await nurse.OpenAsync(person + "/team/add");
            await nurse.Page.SelectOptionAsync("[name=discipline]", new SelectOptionValue { Value = who });
            await nurse.SendAsync([("account", account)]);
        }
        await nurse.OpenAsync(person + "/consent");
        await nurse.SendAsync([("consent", "Given")]);
        return person;
    }

    private async Task SignalAsync(Visit nurse, View phone, string person)
    {
        await using var volunteer = await browsers.VisitAsync(phone, "volunteer");
        await volunteer.OpenAsync(person + "/signals/give");
        await volunteer.ShouldBeSoundAsync();
        await volunteer.TypeAsync("noticed", "Ze eet bijna niet meer.");
        await volunteer.TypeAsync("since", "Sinds zondag.");
        await volunteer.PressAsync(Send);

        await nurse.OpenAsync("/");
        await Assertions.Expect(nurse.Page.Locator($"main a[href^='{person}/signals']").First).ToBeVisibleAsync();
        await nurse.OpenAsync(person + "/signals");
        await nurse.ShouldBeSoundAsync();
        await nurse.PressAsync("main a.utrecht-button--primary-action");
        await nurse.TypeAsync("whatWasDone", "Bij haar geweest.");
        await nurse.TypeAsync("wordsToSender", "Dank je, we praten vrijdag.");
        await nurse.PressAsync(Send);

        await volunteer.OpenAsync(person);
        await Assertions.Expect(volunteer.Page.GetByText("Dank je, we praten vrijdag.")).ToBeVisibleAsync();
        (await volunteer.Page.ContentAsync()).ShouldNotContain("Bij haar geweest.");
        await volunteer.ShouldBeSoundAsync();
    }

    /// <summary>The sheet for the kitchen, and the code on it.</summary>
    private static async Task<string> HangUpAsync(Visit nurse, string person)
    {
        await nurse.OpenAsync(person + "/plan/sheet");
        await nurse.PressAsync(Send);
        await nurse.Page.Locator(".a4").WaitForAsync();
        var paper = await nurse.Page.Locator(".a4").InnerTextAsync();
        return Regex.Match(paper, @"(?<=/sheet/)\w+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
    }

    /// <summary>What anyone reads who scans the code, without signing in.</summary>
    private async Task<string> SheetSaysAsync(View phone, string code)
    {
        code.ShouldNotBeEmpty();
        await using var visitor = await browsers.VisitAsync(phone);
        await visitor.OpenAsync("/sheet/" + code);
        await visitor.ShouldBeSoundAsync();
        return await visitor.Page.Locator("h1").InnerTextAsync();
    }

    /// <summary>At home, without an account, by a link that works once.</summary>
    private async Task PrepareAsync(Visit nurse, View phone, string person)
    {
        await nurse.OpenAsync(person + "/talk/prepare");
        await nurse.ShouldBeSoundAsync();
        await nurse.PressAsync(Send);
        var link = new Uri(await nurse.Page.Locator(".link-paper code").InnerTextAsync()).AbsolutePath;
        await using var atHome = await browsers.VisitAsync(phone with { Scripts = false });
        await atHome.OpenAsync(link);
        await atHome.TypeAsync("name", "Haar dochter");
        await atHome.PressAsync(Send);
        await atHome.TypeAsync("words", AtHome);
        await atHome.PressAsync("main form.form [name=go][value=next]:not(.talk-default)");
        await using var again = await browsers.VisitAsync(phone);
        await again.OpenAsync(link, 404);
        await again.ShouldBeSoundAsync();
    }

    /// <summary>Talked on a tablet, kept while one types; the line is lost and comes back; the tablet goes.</summary>
    private async Task<string> HoldAndBreakOffAsync(View phone, string person)
    {
        await using var tablet = await browsers.VisitAsync(View.Tablet with { Language = phone.Language }, "nurse");
        await tablet.OpenAsync(person + "/talk");
        await tablet.ShouldBeSoundAsync();
        await tablet.GoOnAsync(() => tablet.Page.Locator(Send).ClickAsync());
        var talk = new Uri(tablet.Page.Url).AbsolutePath.Split("/ask/")[0];

        await tablet.OpenAsync(talk + "/ask/what-matters");
        await Assertions.Expect(tablet.Page.Locator(".talk-home")).ToContainTextAsync(AtHome);
        await tablet.ShouldBeSoundAsync();
        await ShouldBeKeptAsync(tablet, () => tablet.Page.Locator(".talk-home button").ClickAsync());
        if (phone.Language == "nl-NL")
            await tablet.PictureAsync("talk-question-tablet-light");

        await tablet.OpenAsync(talk + "/ask/hospital-admission");
        await tablet.Page.Locator("[value='Decision.Withhold']").CheckAsync();
        await tablet.Page.Context.SetOfflineAsync(true);
        await tablet.Page.Locator("[name=words]").FillAsync(Silent);
        await Assertions.Expect(tablet.Page.Locator("[data-saved][data-state=failed]")).ToBeVisibleAsync();
        await ShouldStayAsync(tablet, Silent);
        await ShouldBeKeptAsync(tablet, () => tablet.Page.Context.SetOfflineAsync(false));
        await SignedOutAsync(tablet);
        await ShouldBeKeptAsync(tablet, () => tablet.Page.Locator("[name=words]").FillAsync(Hospital));
        await tablet.ShouldBeSoundAsync();
        return talk;
    }

    /// <summary>Whatever button is pressed, a page that cannot come takes nothing away.</summary>
    private static async Task ShouldStayAsync(Visit tablet, string words)
    {
        foreach (var button in new[] { "next", "not-now", "leave" })
        {
            if (button == "leave")
                await tablet.Page.Locator(".talk-aside summary").ClickAsync();
            await tablet.Page.Locator($"[name=go][value={button}]:not(.talk-default)").ClickAsync();
            await Assertions.Expect(tablet.Page.Locator("[data-saved][data-state=saving]")).ToHaveCountAsync(0);
            await Assertions.Expect(tablet.Page.Locator("[data-saved][data-state=failed]")).ToBeVisibleAsync();
        }
        (await tablet.Page.Locator("[name=words]").InputValueAsync()).ShouldBe(words);
    }

    /// <summary>Signed out behind one's back: the door gives back what was typed.</summary>
    private static async Task SignedOutAsync(Visit tablet)
    {
        var address = new Uri(tablet.Page.Url).AbsolutePath;
        await tablet.Page.Context.ClearCookiesAsync();
        await tablet.Page.Locator("[name=words]").FillAsync(Hospital + Silent);
        await tablet.GoOnAsync(() => NextAsync(tablet));
        await tablet.GoOnAsync(() => tablet.Page.Locator("[name=as][value=nurse]").ClickAsync());
        new Uri(tablet.Page.Url).AbsolutePath.ShouldBe(address);
        (await tablet.Page.Locator("[name=words]").InputValueAsync()).ShouldBe(Hospital + Silent);
        await tablet.GoOnAsync(() => NextAsync(tablet));
        new Uri(tablet.Page.Url).AbsolutePath.ShouldNotBe(address);
        await tablet.OpenAsync(address);
        (await tablet.Page.Locator("[name=words]").InputValueAsync()).ShouldBe(Hospital + Silent);
    }

    private static Task NextAsync(Visit tablet) =>
        tablet.Page.Locator("[name=go][value=next]:not(.talk-default)").ClickAsync();

    /// <summary>What was done is kept; who begins to wait only after it may have missed the answer.</summary>
    private static Task ShouldBeKeptAsync(Visit tablet, Func<Task> doing) =>
        tablet.Page.RunAndWaitForResponseAsync(doing, answer => answer.Status == 204, new() { Timeout = 15_000 });

    private static async Task ResumeAndReadBackAsync(Visit nurse, string person, string talk)
    {
        await nurse.OpenAsync(person + "/talk");
        await nurse.PressAsync("main .sheet a.utrecht-button--primary-action");
        await nurse.OpenAsync(talk + "/ask/hospital-admission");
        (await nurse.Page.Locator("[name=words]").InputValueAsync()).ShouldBe(Hospital);
        await nurse.OpenAsync(talk + "/ask/euthanasia");
        await nurse.GoOnAsync(() => nurse.Page.Locator("[name=go][value=not-at-all]").ClickAsync());
        await nurse.ShouldBeSoundAsync();
        await nurse.GoOnAsync(() => nurse.Page.Locator("[name=go][value='sure:not-at-all']").ClickAsync());
        await nurse.OpenAsync(talk + "/read-back");
        await nurse.ShouldBeSoundAsync();
        (await nurse.Page.Locator(".talk-back").InnerTextAsync()).ShouldContain(AtHome);
        await nurse.Page.Locator("[name=personPresent][value=yes]").CheckAsync();
        await nurse.TabToAsync("[name=confirmed]");
        await nurse.Page.Keyboard.PressAsync("Space");
        await nurse.PressAsync(Send);
        new Uri(nurse.Page.Url).AbsolutePath.ShouldBe(person + "/plan");
        await nurse.ShouldBeSoundAsync();
    }

    private async Task ConfirmAsync(View view, string person)
    {
        await using var physician = await browsers.VisitAsync(view, "gp");
        await physician.OpenAsync(person + "/plan/confirm");
        await physician.ShouldBeSoundAsync();
        await physician.TabToAsync("[name=directive]");
        if (!await physician.Page.Locator("[name=directive]").First.IsCheckedAsync())
            await physician.Page.Keyboard.PressAsync("Space");
        await physician.PressAsync(Send);
        await Assertions.Expect(physician.Page.Locator(".done")).ToBeVisibleAsync();
    }

    /// <summary>As the physician on duty finds them; what the decisions then say.</summary>
    private async Task<string> AtNightAsync(View phone, string name, string birthDate, Func<Visit, Task> reads)
    {
        await using var night = await browsers.VisitAsync(phone with { Dark = true }, "physician-on-duty");
        await night.OpenAsync("/people/search");
        await night.TypeAsync("name", $"{name} {birthDate}");
        await night.PressAsync(Send);
        await night.PressAsync(".person-row");
        new Uri(night.Page.Url).AbsolutePath.ShouldEndWith("/night");
        await night.ShouldBeSoundAsync();
        await reads(night);
        return (await night.Page.Locator(".night__decisions").TextContentAsync())!;
    }
}
