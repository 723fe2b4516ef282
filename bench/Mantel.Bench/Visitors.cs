using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Mantel.Bench;

/// <summary>
/// Visitors who are signed in and ask for one page after the other, each as soon as the last one came.
/// </summary>
internal sealed partial class Visitors(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = new CookieContainer(),
            MaxConnectionsPerServer = 64,
        }
    )
    {
        BaseAddress = address,
    };

    private string _token = "";

    /// <summary>Through the door, with the password and a code.</summary>
    public async Task SignInAsync(Installed house)
    {
        await TakeTokenAsync("/sign-in");
        await PostAsync("/sign-in", Fields(("login", LargeHouse.Login), ("password", house.Password)));
        await TakeTokenAsync("/sign-in/code");
        await PostAsync("/sign-in/code", Fields(("code", house.NextCode())));
    }

    /// <summary>The length of the page.</summary>
    /// <exception cref="InvalidOperationException">It is not there.</exception>
    public async Task<int> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        if (answer.StatusCode is not HttpStatusCode.OK)
            throw new InvalidOperationException($"{path} was answered with {(int)answer.StatusCode}.");
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    /// <summary>Sends a form, with what keeps others from sending it.</summary>
    /// <exception cref="InvalidOperationException">It was not done.</exception>
    public async Task PostAsync(string path, IReadOnlyDictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", _token)));
        using var answer = await _http.PostAsync(path, form);
        if (answer.StatusCode is not HttpStatusCode.SeeOther)
            throw new InvalidOperationException($"{path} was answered with {(int)answer.StatusCode}.");
    }

    /// <summary>Opens a page with a form, and keeps what its forms are sent with.</summary>
    public async Task TakeTokenAsync(string path)
    {
        var page = await _http.GetStringAsync(path);
        _token = WebUtility.HtmlDecode(Token().Match(page).Groups["token"].Value);
    }

    public Task<Written> LoadAsync(int connections, double seconds, Func<int, string> path) =>
        LoadAsync(connections, seconds, page => GetAsync(path(page)));

    /// <param name="visit">What a visitor does, by how manieth it is of all that are done at once.</param>
    public async Task<Written> LoadAsync(int connections, double seconds, Func<int, Task> visit)
    {
        var start = Stopwatch.GetTimestamp();
        var stop = start + (long)(seconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, connections)
                .Select(visitor => Task.Run(() => VisitAsync(visitor, connections, stop, visit)))
        );
        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var times = all.SelectMany(one => one).Order().ToList();
        return new(times.Count, times.Count / took, Middle.Of(times, 0.5), Middle.Of(times, 0.99))
        {
            P95 = Middle.Of(times, 0.95),
        };
    }

    public void Dispose() => _http.Dispose();

    private static async Task<List<double>> VisitAsync(int visitor, int visitors, long stop, Func<int, Task> visit)
    {
        var times = new List<double>();
        for (var page = visitor; Stopwatch.GetTimestamp() < stop; page += visitors)
        {
            var start = Stopwatch.GetTimestamp();
            await visit(page);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return times;
    }

    private static Dictionary<string, string> Fields(params IReadOnlyList<(string Name, string Value)> fields) =>
        fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);

    [GeneratedRegex("__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
