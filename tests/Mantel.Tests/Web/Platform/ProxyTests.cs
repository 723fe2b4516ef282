using System.Net;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Tests.Web.Commands;
using Mantel.Web.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Platform;

/// <summary>
/// Security 10, 14, 15 and 16: what a proxy says counts where the operator named it and nowhere else; and what a
/// request says of its host is copied nowhere.
/// </summary>
public sealed class ProxyTests : IAsyncLifetime
{
    private const string Patient = "203.0.113.44";
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("mantel-test-");
    private RunningMantel? _mantel;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_mantel is not null)
            await _mantel.DisposeAsync();
    }

    [Fact]
    public async Task SecurityCase16_behind_a_named_proxy_cookies_are_secure_and_it_is_known_where_people_come_from()
    {
        var mantel = await OpenAsync(
            new Installation(_data, Port: 0) { TrustedProxies = [IPNetwork.Parse("127.0.0.0/8")] }
        );
        var nurse = await Enrolled.MakeAsync(mantel, Role.Nurse);
        await using var proxy = await Forwarding.StartAsync(mantel.Address, Patient);
        var visitor = new Visitor(proxy.Address);
        var door = await visitor.Client.GetAsync("/sign-in");
        door.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.Contains("secure"));
        door.Headers.GetValues("Strict-Transport-Security").Single().ShouldBe("max-age=31536000");
        await FailAsync(mantel, proxy.Address, nurse.Login);
        (await PlaceAsync(mantel, nurse.Id)).ShouldBe(Patient);
    }

    [Fact]
    public async Task SecurityCase10_a_made_up_address_counts_for_nothing_also_from_this_machine()
    {
        var mantel = await OpenAsync(new Installation(_data, Port: 0));
        var nurse = await Enrolled.MakeAsync(mantel, Role.Nurse);
        await using var proxy = await Forwarding.StartAsync(mantel.Address, Patient);
        var door = await new Visitor(proxy.Address).Client.GetAsync("/sign-in");
        door.Headers.GetValues("Set-Cookie").ShouldNotContain(cookie => cookie.Contains("secure"));
        for (var i = 0; i < 5; i++)
            (await FailAsync(mantel, proxy.Address, nurse.Login)).ShouldBe(HttpStatusCode.BadRequest);
        (await PlaceAsync(mantel, nurse.Id)).ShouldBe("127.0.0.1");
        (await FailAsync(mantel, mantel.Address, nurse.Login)).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    public async Task SecurityCase10_nobody_can_name_everybody_as_a_proxy(string everybody)
    {
        var (code, said) = await Operator.RunAsync(_data, "serve", "--port", "0", "--trusted-proxy", everybody);
        code.ShouldBe(1);
        said.ShouldContain("never everybody");
    }

    [Fact]
    public async Task SecurityCase16_where_people_come_by_https_every_cookie_is_bound_to_this_host_over_tls()
    {
        var mantel = await OpenAsync(new Installation(_data, Port: 0, Address: new Uri("https://mantel.example.org")));
        var door = await mantel.Visit().Client.GetAsync("/sign-in");
        var cookies = door.Headers.GetValues("Set-Cookie").ToList();
        cookies.ShouldNotBeEmpty();
        cookies.ShouldAllBe(cookie => cookie.StartsWith("__Host-mantel-"));
        cookies.ShouldAllBe(cookie => cookie.Contains("secure") && cookie.Contains("path=/"));
        cookies.ShouldAllBe(cookie => !cookie.Contains("domain"));
        door.Headers.Contains("Strict-Transport-Security").ShouldBeTrue();
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/people/search?name=x")]
    public async Task SecurityCase14_no_redirect_copies_the_host_of_the_request(string page)
    {
        var mantel = await OpenAsync(new Installation(_data, Port: 0));
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Host = "elsewhere.example";
        var answer = await mantel.Visit().Client.SendAsync(request);
        answer.Headers.Location!.OriginalString.ShouldBe($"/sign-in?back={Uri.EscapeDataString(page)}");
    }

    private async Task<RunningMantel> OpenAsync(Installation house) => _mantel = await RunningMantel.OpenAsync(house);

    /// <summary>Sends a wrong password the way a program does: with its own cookies, over whichever scheme.</summary>
    private static async Task<HttpStatusCode> FailAsync(RunningMantel mantel, Uri through, string login)
    {
        _ = mantel;
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = through,
        };
        var door = await client.GetAsync("/sign-in");
        var page = await Visitor.ReadAsync(door);
        var proof = page.QuerySelector("form[action='/sign-in'] input[name='__RequestVerificationToken']")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in");
        request.Headers.Add("Cookie", door.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        request.Content = Visitor.Fields(
            ("__RequestVerificationToken", proof.GetAttribute("value")!),
            ("login", login),
            ("password", "niet het wachtwoord")
        );
        return (await client.SendAsync(request)).StatusCode;
    }

    private static async Task<string?> PlaceAsync(RunningMantel mantel, Guid account)
    {
        var log = mantel.Services.GetRequiredService<SignInStore>().Accounts;
        return (await log.ReadAsync(account, 0, 1, default)).ShouldHaveSingleItem().Place;
    }

    /// <summary>A proxy as an operator puts in front, with TLS ended before it: it passes on and says so.</summary>
    private sealed class Forwarding(WebApplication app) : IAsyncDisposable
    {
        public Uri Address => new(app.Urls.First());

        public static async Task<Forwarding> StartAsync(Uri to, string from)
        {
            var app = WebApplication.CreateSlimBuilder().Build();
            app.Urls.Add("http://127.0.0.1:0");
            var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
            {
                BaseAddress = to,
            };
            app.Run(http => PassOnAsync(http, client, from));
            app.Lifetime.ApplicationStopped.Register(client.Dispose);
            await app.StartAsync();
            return new(app);
        }

        public async ValueTask DisposeAsync() => await app.DisposeAsync();

        private static async Task PassOnAsync(HttpContext http, HttpClient client, string from)
        {
            using var request = new HttpRequestMessage(
                new HttpMethod(http.Request.Method),
                http.Request.Path + http.Request.QueryString
            );
            if (http.Request.ContentLength > 0)
            {
                request.Content = new StreamContent(http.Request.Body);
                request.Content.Headers.TryAddWithoutValidation("Content-Type", http.Request.ContentType);
            }
            request.Headers.TryAddWithoutValidation("Cookie", http.Request.Headers.Cookie.ToArray());
            request.Headers.Add("X-Forwarded-For", from);
            request.Headers.Add("X-Forwarded-Proto", "https");
            using var answer = await client.SendAsync(request);
            http.Response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.Where(header => header.Key != "Transfer-Encoding"))
                http.Response.Headers[name] = values.ToArray();
            http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await answer.Content.CopyToAsync(http.Response.Body);
        }
    }
}
