using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Tests.Web;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning;

/// <summary>Every form of the plan over HTTP: done, refused, stale, sent twice, with strange text.</summary>
public sealed class PlanFormsTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    private const string Strange = "لا أريد المستشفى 🌿 <script>alert(1)</script> & “thuis”";

    /// <summary>A form, what one fills in, and what the plan then says.</summary>
    public static TheoryData<string, string, string> Forms { get; } =
        new()
        {
            { "goal", "goal=SymptomRelief;explanation=Rust;agreedOn=3-5-2025", "Klachten verlichten" },
            { "capacity", "capacity=NotCapable;explanation=Delier;judgedOn=3-5-2025", "Delier" },
            { "wishes", "words=De radio aan;toldOn=3-5-2025", "De radio aan" },
            { "what-else", "words=De meidoorn;toldOn=-5-2025", "De meidoorn" },
            { "place-of-death", "answer=Hospice;toldOn=3-5-2025", "Hospice" },
            { "place-of-death", "answer=Unknown;explanation=Weifelt;toldOn=3-5-2025", "Weifelt" },
            { "euthanasia", "position=WantsNone;toldOn=3-5-2025", "Wil geen euthanasie" },
            { "donation", "registered=No;explanation=Navragen;toldOn=--2025", "Navragen" },
            { "earlier-agreements", "exist=Yes;sayOtherwise=Yes;explanation=Bij AZ;toldOn=3-5-2025", "iets anders" },
            { "informing-relatives", "advised=yes;advisedOn=3-5-2025", "Ja, dat is gezegd" },
            { "review", "on.month=6;on.year=2030;words=Na de uitslag;agreedOn=3-5-2025", "Na de uitslag" },
            { "declined", "topic=Euthanasia;onlyNow=now;words=Nu even niet;declinedOn=3-5-2025", "Nu even niet" },
            { "treatments/antibiotics", Agreed("Antibiotics", "Perform"), "Wel" },
            { "treatments/other", Agreed("Other", "Withhold") + ";name=Dialyse", "Dialyse" },
            { "treatments/other", Agreed("Other", "Withhold") + ";notNamed=yes", "niet benoemd" },
            {
                "treatments/hospital-admission",
                Agreed("HospitalAdmission", "Otherwise") + ";otherwise=Alleen bij een breuk",
                "Alleen bij een breuk"
            },
            { "declarations", "kind=Proxy;datedOn=28-4-2025;representative.other=Kees Vos", "Kees Vos" },
            { "declarations", "kind=LifeWish;datedOn.unknown=yes", "Levenswensverklaring" },
            {
                "dnr-codes",
                "code=Dnr2;setting=AZ Verzonnen;basis=Discussed;givenOn=3-5-2025;ownerText=Niet reanimeren;"
                    + "ownerTextDecides.Resuscitation.decision=Withhold",
                "AZ Verzonnen"
            },
            {
                "conversation",
                "heldOn=3-5-2025;ledBy.other=Sietske Hoekstra;personPresent=yes;Ventilation.decision=Withhold;"
                    + "wishes.words=Veel licht;declined.topic=Donation;declined.onlyNow=at-all",
                "Veel licht"
            },
        };

    private static string Agreed(string kind, string decision) =>
        $"treatment={kind};decision={decision};discussedOn=3-5-2025;parties=person;parties.other0=Kees Vos";

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task What_is_filled_in_is_recorded_and_stands_in_the_plan(string form, string typed, string shown)
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.VisitAsync("nurse");
        var before = (await house.RecordAsync(person)).Version;
        var answer = await SendAsync(nurse, person, form, typed);
        await ShouldBeDone(answer, $"/people/{person}/plan");
        (await house.RecordAsync(person)).Version.ShouldBeGreaterThan(before);
        (await nurse.OpenAsync($"/people/{person}/plan")).Body!.TextContent.ShouldContain(shown);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Sent_twice_it_is_done_once(string form, string typed, string shown)
    {
        shown.ShouldNotBeEmpty();
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.VisitAsync("nurse");
        var fields = (("act", Guid.NewGuid().ToString()), Fields(typed));
        var token = await TokenAsync(nurse, person, form);
        for (var i = 0; i < 2; i++)
        {
            var all = Visitor.Fields([.. fields.Item2, fields.Item1, token]);
            (await nurse.Client.PostAsync($"/people/{person}/plan/{form}", all)).StatusCode.ShouldBe(
                HttpStatusCode.SeeOther
            );
        }
        var record = await house.RecordAsync(person);
        record
            .Entries.Select(entry => entry.Act)
            .Where(act => act == Guid.Parse(fields.Item1.Item2))
            .ShouldNotBeEmpty();
        record
            .Entries.GroupBy(entry => (entry.Act, FactCodec.Write(entry).Length, entry.Fact))
            .ShouldAllBe(g => g.Count() == 1);
    }

    [Theory]
    [InlineData("goal")]
    [InlineData("capacity")]
    [InlineData("wishes")]
    [InlineData("what-else")]
    [InlineData("place-of-death")]
    [InlineData("euthanasia")]
    [InlineData("donation")]
    [InlineData("earlier-agreements")]
    [InlineData("informing-relatives")]
    [InlineData("declined")]
    [InlineData("says-differently")]
    [InlineData("treatments/resuscitation")]
    [InlineData("treatments/other")]
    [InlineData("declarations")]
    [InlineData("dnr-codes")]
    [InlineData("conversation")]
    public async Task Sent_empty_it_says_what_is_missing_at_its_place(string form)
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.VisitAsync("nurse");
        var before = (await house.RecordAsync(person)).Version;
        var answer = await SendAsync(nurse, person, form, "");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await Visitor.ReadAsync(answer);
        var links = page.QuerySelectorAll(".errors a").OfType<IHtmlAnchorElement>().ToList();
        links.ShouldNotBeEmpty();
        links.ShouldAllBe(link => page.GetElementById(Fragment(link)) != null, form);
        (await house.RecordAsync(person)).Version.ShouldBe(before);
    }

    [Theory]
    [InlineData("wishes", "words", "toldOn")]
    [InlineData("what-else", "words", "toldOn")]
    [InlineData("says-differently", "words", "saidOn")]
    public async Task Strange_text_is_kept_as_it_is_and_shown_as_text(string form, string field, string day)
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.VisitAsync("nurse");
        var fields = $"{field}={Strange};{day}=3-5-2025";
        (await SendAsync(nurse, person, form, fields)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var page = await nurse.OpenAsync($"/people/{person}/plan");
        page.Body!.TextContent.ShouldContain(Strange);
        page.Scripts.ShouldAllBe(script => script.Source != null);
        page.QuerySelectorAll(".own")
            .Single(own => own.TextContent.Contains("🌿"))
            .GetAttribute("dir")
            .ShouldBe("auto");
    }

    [Theory]
    [InlineData("wishes", "words=Rust;toldOn=31-2-2025", "toldOn")]
    [InlineData("wishes", "words=Rust;toldOn=3--2025", "toldOn")]
    [InlineData("wishes", "words=Rust;toldOn=3-5-2999", "toldOn")]
    [InlineData("goal", "goal=Immortality;agreedOn=3-5-2025", "goal")]
    [InlineData("goal", "goal=1;agreedOn=3-5-2025", "goal")]
    [InlineData("treatments/antibiotics", "treatment=Antibiotics;decision=Otherwise;discussedOn=3-5-2025", "otherwise")]
    [InlineData("treatments/antibiotics", "treatment=Antibiotics;decision=Withhold;parties=person", "discussedOn")]
    [InlineData(
        "treatments/antibiotics",
        "treatment=Antibiotics;decision=Withhold;discussedOn=3-5-2025;parties=person",
        "parties"
    )]
    [InlineData("dnr-codes", "code=Dnr1;basis=Discussed;givenOn=3-5-2025;setting=AZ;stayStarted=4-5-2025", "givenOn")]
    [InlineData("declarations", "kind=Other;datedOn=3-5-2025", "kindInWords")]
    [InlineData("declarations", "kind=Proxy;datedOn=3-5-2025;decides.Other.name=Dialyse", "decides.Other.decision")]
    [InlineData("conversation", "heldOn=3-5-2025;Ventilation.explanation=Zwaar", "Ventilation.decision")]
    [InlineData("conversation", "heldOn=3-5-2025;Ventilation.decision=Withhold", "present")]
    [InlineData(
        "conversation",
        "heldOn=3-5-2025;Other.decision=Withhold;personPresent=yes;ledBy.other=S",
        "Other.name"
    )]
    public async Task Bad_input_is_refused_at_its_field_and_everything_typed_is_kept(
        string form,
        string typed,
        string wrong
    )
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.VisitAsync("nurse");
        var answer = await SendAsync(nurse, person, form, typed);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelectorAll(".errors a").Select(link => Fragment((IHtmlAnchorElement)link)).ShouldContain(wrong);
        foreach (
            var (name, value) in Fields(typed)
                .Where(field => !field.Name.EndsWith("treatment", StringComparison.Ordinal))
        )
            ValueOf(page, name, value).ShouldBeTrue($"{name} kept");
        var record = await house.RecordAsync(person);
        record.Entries.Any(entry => entry.Fact is CareWishesTold or DnrCodeGiven or ConversationHeld).ShouldBeFalse();
    }

    [Theory]
    [InlineData("a\u0007b", "ab")]
    [InlineData("\u202Egnb", "gnb")]
    public async Task Characters_that_no_text_may_hold_are_taken_out_and_said_at_the_field(string typed, string left)
    {
        var person = await house.RegisterLeidaAsync();
        var answer = await SendAsync(
            await house.VisitAsync("nurse"),
            person,
            "wishes",
            $"words={typed};toldOn=3-5-2025"
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelectorAll(".errors a").Select(link => Fragment((IHtmlAnchorElement)link)).ShouldContain("words");
        ValueOf(page, "words", left).ShouldBeTrue();
        (await house.RecordAsync(person)).All<CareWishesTold>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("3-5-25", HttpStatusCode.SeeOther)]
    [InlineData("3-5-1943", HttpStatusCode.Conflict)]
    public async Task A_day_is_read_as_people_write_it_and_one_before_the_birth_is_asked_about(
        string day,
        HttpStatusCode status
    )
    {
        var person = await house.RegisterLeidaAsync();
        var answer = await SendAsync(await house.VisitAsync("nurse"), person, "wishes", $"words=Rust;toldOn={day}");

        answer.StatusCode.ShouldBe(status);
        (await house.RecordAsync(person)).All<CareWishesTold>().Any().ShouldBe(status is HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Who_comes_second_sees_both_versions_before_anything_is_stored()
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.VisitAsync("nurse");
        var address = $"/people/{person}/plan/treatments/ventilation";
        var opened = await nurse.OpenAsync(address);
        await house.AgreeAsync(person, TreatmentKind.Ventilation, Decision.Perform, "2025-05-02", by: "gp");
        var typed = Fields(Agreed("Ventilation", "Withhold") + ";explanation=Te zwaar voor haar");
        var answer = await nurse.Client.PostAsync(address, Visitor.Fields([.. Hidden(opened, address), .. typed]));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector(".notice")!.TextContent.ShouldContain("Wel");
        page.QuerySelector("textarea[name=explanation]")!.TextContent.Trim().ShouldBe("Te zwaar voor haar");
        (await house.RecordAsync(person)).All<TreatmentDirectiveAgreed>().Count().ShouldBe(1);
        var again = Visitor.Fields([.. Hidden(page, address), .. typed]);
        (await nurse.Client.PostAsync(address, again)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory]
    [InlineData("volunteer")]
    [InlineData("administrator")]
    [InlineData("physician-on-duty")]
    public async Task Who_may_not_finds_nothing_there(string role)
    {
        var person = await house.RegisterLeidaAsync();
        var visitor = await house.VisitAsync(role);
        foreach (var form in new[] { "goal", "conversation", "declarations", "treatments/resuscitation" })
        {
            (await visitor.Client.GetAsync($"/people/{person}/plan/{form}")).StatusCode.ShouldBe(
                HttpStatusCode.NotFound
            );
            (await visitor.Client.GetAsync($"/people/{Guid.NewGuid()}/plan/{form}")).StatusCode.ShouldBe(
                HttpStatusCode.NotFound
            );
        }
    }

    internal static (string Name, string Value)[] Fields(string typed) =>
        [.. typed.Split(';', StringSplitOptions.RemoveEmptyEntries).SelectMany(Field)];

    /// <summary>A date is written 3-5-2025, with parts that may be empty; when a talk was held is one field.</summary>
    private static IEnumerable<(string, string)> Field(string typed)
    {
        var (name, value) = (typed[..typed.IndexOf('=')], typed[(typed.IndexOf('=') + 1)..]);
        var parts = value.Split('-');
        if (name is "heldOn" || parts.Length != 3)
            return [(name, value)];
        if (!name.EndsWith("On", StringComparison.Ordinal) && name is not ("stayStarted"))
            return [(name, value)];
        return new[] { ("day", parts[0]), ("month", parts[1]), ("year", parts[2]) }
            .Where(part => part.Item2.Length > 0)
            .Select(part => ($"{name}.{part.Item1}", part.Item2));
    }

    internal static async Task<HttpResponseMessage> SendAsync(Visitor visitor, Guid person, string form, string typed)
    {
        var address = $"/people/{person}/plan/{form}";
        var page = await visitor.OpenAsync(address);
        var fields = Fields(typed);
        var hidden = Hidden(page, address).Where(one => !fields.Any(field => field.Name == one.Name));
        return await visitor.Client.PostAsync(address, Visitor.Fields([.. hidden, .. fields]));
    }

    internal static IEnumerable<(string Name, string Value)> Hidden(IHtmlDocument page, string address) =>
        page
            .Forms.Single(form => form.GetAttribute("action") == address)
            .QuerySelectorAll("input[type=hidden]")
            .OfType<IHtmlInputElement>()
            .Select(input => (input.Name!, input.Value));

    private static async Task<(string, string)> TokenAsync(Visitor visitor, Guid person, string form)
    {
        var address = $"/people/{person}/plan/{form}";
        var hidden = Hidden(await visitor.OpenAsync(address), address);
        return hidden.First(field => field.Name.Contains("RequestVerification", StringComparison.Ordinal));
    }

    internal static async Task ShouldBeDone(HttpResponseMessage answer, string next)
    {
        var errors =
            answer.StatusCode is HttpStatusCode.SeeOther
                ? ""
                : string.Join(
                    "; ",
                    (await Visitor.ReadAsync(answer)).QuerySelectorAll(".errors li").Select(li => li.TextContent.Trim())
                );
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, errors);
        answer.Headers.Location!.ToString().ShouldBe(next);
    }

    private static string Fragment(IHtmlAnchorElement link) => link.Hash.TrimStart('#');

    private static bool ValueOf(IHtmlDocument page, string name, string value) =>
        page.QuerySelectorAll($"[name='{name}']")
            .Any(control =>
                control switch
                {
                    IHtmlInputElement { Type: "radio" or "checkbox" } box => box.Value != value || box.IsChecked,
                    IHtmlInputElement input => input.Value == value,
                    IHtmlTextAreaElement area => area.Value == value,
                    IHtmlSelectElement select => select.Value == value,
                    _ => false,
                }
            );
}
