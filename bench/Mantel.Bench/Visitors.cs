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

    public async Task SignInAsync(string password)
    {
        var page = await _http.GetStringAsync("/sign-in");
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["login"] = LargeHouse.Login,
                ["password"] = password,
                ["__RequestVerificationToken"] = WebUtility.HtmlDecode(Token().Match(page).Groups["token"].Value),
            }
        );
        using var answer = await _http.PostAsync("/sign-in", form);
        if (answer.StatusCode is not HttpStatusCode.SeeOther)
            throw new InvalidOperationException($"Signing in was answered with {(int)answer.StatusCode}.");
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

    public async Task<Written> LoadAsync(int connections, double seconds, Func<int, string> path)
    {
        var start = Stopwatch.GetTimestamp();
        var stop = start + (long)(seconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, connections)
                .Select(visitor => Task.Run(() => VisitAsync(visitor, connections, stop, path)))
        );
        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var times = all.SelectMany(one => one).Order().ToList();
        return new(times.Count, times.Count / took, Middle.Of(times, 0.5), Middle.Of(times, 0.99));
    }

    public void Dispose() => _http.Dispose();

    private async Task<List<double>> VisitAsync(int visitor, int visitors, long stop, Func<int, string> path)
    {
        var times = new List<double>();
        for (var page = visitor; Stopwatch.GetTimestamp() < stop; page += visitors)
        {
            var start = Stopwatch.GetTimestamp();
            await GetAsync(path(page));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return times;
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
