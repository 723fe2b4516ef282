using System.Net;
using System.Text.RegularExpressions;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Tests.Web;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning.Living;

/// <summary>The address on a printed sheet, as somebody with bad intentions tries it.</summary>
public sealed class AskingAfterASheetTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    private static readonly string Unknown = SheetCode.Of([.. Enumerable.Repeat((byte)7, SheetCode.Bytes)]);

    public static TheoryData<string> Guesses { get; } =
        new()
        {
            Unknown,
            "0",
            new string('0', 26),
            new string('z', 4000),
            "sheet:" + Unknown,
            "bsn:123456782",
            "%27%20OR%201=1--",
            "%00",
            "..%2f..%2fpeople",
            "%F0%9F%8C%BF",
            "{0}",
        };

    [Fact]
    public async Task Every_code_gets_the_same_answer_but_for_one_sentence()
    {
        var (code, person) = await PrintedAsync();
        var current = await AskAsync(code);
        var unknown = await AskAsync(Unknown);
        await house.AgreeAsync(person, TreatmentKind.Resuscitation, Decision.Perform, "2025-06-03");
        var replaced = await AskAsync(code);

        foreach (var other in new[] { unknown, replaced })
        {
            other.Status.ShouldBe(HttpStatusCode.OK);
            other.Headers.ShouldBe(current.Headers);
            ShapeOf(other.Body).ShouldBe(ShapeOf(current.Body));
        }
        current.Body.ShouldContain("Dit blad is actueel");
        replaced.Body.ShouldContain("Dit blad is vervangen op");
        unknown.Body.ShouldContain("Dit blad is hier niet (meer) bekend");
    }

    [Fact]
    public async Task The_answer_names_nobody_and_is_kept_nowhere()
    {
        var (code, person) = await PrintedAsync();
        var (_, headers, body) = await AskAsync(code);

        body.ShouldNotContain("Leida");
        body.ShouldNotContain("Vos");
        body.ShouldNotContain("1944");
        body.ShouldNotContain(person.ToString());
        body.ShouldNotContain(code);
        headers["Referrer-Policy"].ShouldBe("no-referrer");
        headers["X-Robots-Tag"].ShouldContain("noindex");
        headers["Cache-Control"].ShouldBe("no-store");
        headers.ShouldNotContainKey("Set-Cookie");
    }

    [Theory]
    [MemberData(nameof(Guesses))]
    public async Task A_guess_is_not_known_here(string guess)
    {
        var (status, _, body) = await AskAsync(guess);

        // What the server itself cannot read as an address never reaches us.
        if (status is HttpStatusCode.BadRequest && guess == "%00")
            return;
        status.ShouldBe(HttpStatusCode.OK, guess);
        body.ShouldContain("Dit blad is hier niet (meer) bekend");
    }

    [Fact]
    public async Task Signed_in_one_hears_the_same()
    {
        var (code, _) = await PrintedAsync();
        var nurse = await house.VisitAsync("nurse");

        var body = await nurse.Client.GetStringAsync($"/sheet/{code}");

        body.ShouldContain("Dit blad is actueel");
        body.ShouldNotContain(house.Of("nurse").Name);
    }

    [Fact]
    public async Task Whoever_keeps_guessing_is_stopped()
    {
        await using var mantel = await RunningMantel.StartAsync();
        var client = mantel.Visit().Client;
        var answers = new List<HttpStatusCode>();
        foreach (var batch in Enumerable.Range(0, 36).Chunk(9))
            answers.AddRange(
                await Task.WhenAll(batch.Select(async _ => (await client.GetAsync($"/sheet/{Unknown}")).StatusCode))
            );

        answers.Count(status => status is HttpStatusCode.TooManyRequests).ShouldBeGreaterThan(0);
        answers[0].ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(string Code, Guid Person)> PrintedAsync()
    {
        var person = await house.RegisterLeidaAsync();
        await house.AgreeAsync(person, TreatmentKind.Resuscitation, Decision.Withhold, "2025-05-03");
        var code = SheetCode.Of(Guid.NewGuid().ToByteArray());
        await house.DoAsync(person, new PrintPlanSheet(code));
        return (code, person);
    }

    private async Task<(HttpStatusCode Status, Dictionary<string, string> Headers, string Body)> AskAsync(string code)
    {
        var answer = await house.Mantel.Visit().Client.GetAsync(new Uri($"/sheet/{code}", UriKind.Relative));
        var headers = answer
            .Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key is not "Date")
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.Ordinal);
        return (answer.StatusCode, headers, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The page without what it says.</summary>
    private static string ShapeOf(string body) =>
        Regex.Replace(Regex.Replace(body, "<svg.*?</svg>", "", RegexOptions.Singleline), ">[^<]+<", "><");
}
