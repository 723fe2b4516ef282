using System.Collections.Concurrent;
using Mantel.Core.Journal;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Storage;

/// <summary>Whoever follows a record hears of it, whoever wrote it; nobody hears of another.</summary>
public sealed class ChangesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_is_followed_is_heard_of_until_one_leaves(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var archive = await place.OpenAsync();
        var (followed, other) = (Told.Someone(), Told.Someone());
        using var heard = new Hearing();
        var following = archive.Changes.Follow([followed], heard.Add);
        await archive.TellAsync(other, "somebody else");
        await archive.TellAsync(followed, "hello");
        heard.Times.ShouldBe(1);

        following.Dispose();
        await archive.TellAsync(followed, "again");
        heard.Times.ShouldBe(1);
        archive.Changes.Followers.ShouldBe(0);
    }

    [Theory, OnPostgreSql]
    public async Task What_another_process_writes_is_heard_of(On on)
    {
        await using var place = await Place.MakeAsync(on);
        var (one, another) = (await place.OpenAsync(), await place.OpenAsync());
        var (followed, other) = (Told.Someone(), Told.Someone());
        await one.TellAsync(followed, "before");
        await one.TellAsync(other, "before");
        using var heard = new Hearing();
        using var following = one.Changes.Follow([followed], heard.Add);
        await TellUntilAsync(another, followed, heard);
        var times = heard.Times;

        await another.TellAsync(other, "of somebody else");
        await another.TellAsync(followed, "once more");
        await heard.UntilAsync(times + 1);
        heard.Times.ShouldBe(times + 1);
    }

    /// <summary>Listening begins a moment after the first who follows: what is told before that is not heard.</summary>
    private static async Task TellUntilAsync(Mantel.Storage.Archive archive, StreamId stream, Hearing heard)
    {
        for (var nth = 0; nth < 100 && heard.Times == 0; nth++)
        {
            await archive.TellAsync(stream, $"{nth}");
            await Task.Delay(100);
        }
        heard.Times.ShouldBeGreaterThan(0);
    }

    private sealed class Hearing : IDisposable
    {
        private readonly ConcurrentQueue<int> _heard = new();
        private readonly SemaphoreSlim _one = new(0);

        public int Times => _heard.Count;

        public void Add()
        {
            _heard.Enqueue(1);
            _one.Release();
        }

        public async Task UntilAsync(int times)
        {
            while (Times < times)
                (await _one.WaitAsync(Patience)).ShouldBeTrue("nothing was heard in time");
        }

        public void Dispose() => _one.Dispose();
    }
}
