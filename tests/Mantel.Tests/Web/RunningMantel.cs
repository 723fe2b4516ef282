using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Mantel.Web.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Accounts = Mantel.Web.Platform.SigningIn.Accounts;

namespace Mantel.Tests.Web;

/// <summary>The product, running on a free port of this machine with a folder of its own; ask it over HTTP.</summary>
public sealed class RunningMantel : IAsyncDisposable
{
    private readonly DirectoryInfo _data;
    private readonly WebApplication _app;

    private RunningMantel(DirectoryInfo data, WebApplication app) => (_data, _app) = (data, app);

    public Uri Address => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    public static async Task<RunningMantel> StartAsync(
        bool demo = true,
        string? database = null,
        int? reviewTermMonths = null
    )
    {
        var data = Directory.CreateTempSubdirectory("mantel-test-");
        if (database is null)
            database = demo ? await DemoFolder.CopyToAsync(data) : await RunsOn.DatabaseAsync();
        return await OpenAsync(data, demo, database, reviewTermMonths);
    }

    /// <summary>Opens a folder that may hold something already.</summary>
    internal static async Task<RunningMantel> OpenAsync(
        DirectoryInfo data,
        bool demo,
        string? database = null,
        int? reviewTermMonths = null
    )
    {
        var house = new Installation(data, database, Port: 0, OffersDemo: demo) { ReviewTermMonths = reviewTermMonths };
        return await OpenAsync(house);
    }

    /// <summary>Opens a house as its operator set it up.</summary>
    internal static async Task<RunningMantel> OpenAsync(Installation house)
    {
        var app = MantelServer.Build(house);
        await MantelServer.OpenAsync(app, CancellationToken.None);
        await app.StartAsync();
        return new RunningMantel(house.Data, app);
    }

    /// <summary>A browser without scripts: keeps cookies, follows nothing by itself.</summary>
    public Visitor Visit() => new(Address);

    public async Task<Visitor> SignInAsync(string role)
    {
        var visitor = Visit();
        var answer = await visitor.Client.PostAsync("/sign-in/demo", Visitor.Fields(("as", role)));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return visitor;
    }

    /// <summary>Breaks something of what is kept, as a full disk or a careless hand does.</summary>
    internal async Task BreakAsync(string file, string statement)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(_data.FullName, file)};Pooling=False"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    internal async Task WithAccountsAsync(Func<Accounts, Task> act)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<Accounts>());
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _data.Delete(recursive: true);
    }

    /// <summary>Stops the product; what it kept stays.</summary>
    internal async Task CloseAsync()
    {
        var database = _app.Services.GetRequiredService<Installation>().Database;
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (database is not null)
            Npgsql.NpgsqlConnection.ClearPool(new Npgsql.NpgsqlConnection(database));
        SqliteConnection.ClearAllPools();
    }
}

/// <summary>One browser without scripts.</summary>
public sealed class Visitor(Uri address)
{
    private readonly CookieContainer _cookies = new();
    private HttpClient? _client;

    public HttpClient Client =>
        _client ??= new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies })
        {
            BaseAddress = address,
        };

    /// <summary>Somebody else, with a copy of the cookies of this browser as they are now.</summary>
    public Visitor Copy()
    {
        var copy = new Visitor(address);
        copy._cookies.Add(_cookies.GetCookies(address));
        return copy;
    }

    public static FormUrlEncodedContent Fields(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        var answer = await Client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await ReadAsync(answer);
    }

    /// <summary>
    /// Opens a page, fills in its form to that action and sends it: as a browser does, hidden fields and all.
    /// </summary>
    public async Task<HttpResponseMessage> SendAsync(
        string page,
        string action,
        params (string Name, string Value)[] fields
    )
    {
        var form = (await OpenAsync(page)).Forms.Single(one => one.GetAttribute("action") == action);
        var hidden = form.QuerySelectorAll("input[type=hidden]")
            .OfType<IHtmlInputElement>()
            .Where(input => input.Name is not null)
            .Select(input => (input.Name!, input.Value));
        return await Client.PostAsync(action, Fields([.. hidden, .. fields]));
    }
}
