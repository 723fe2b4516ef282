using System.Diagnostics;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Bench;

/// <summary>An installation with very many people, all cared for by one nurse who can sign in.</summary>
internal static class LargeHouse
{
    public const string Name = "make-large-house";
    public const string DemoKey = "nurse";
    private const int FactsEach = 30;

    /// <summary>The first few have enough for a full page of their timeline.</summary>
    public const int WithLongTimeline = 64;
    private const int LongTimeline = 60;

    public sealed record Question(string Directory, int People);

    public static async Task<string> MakeAsync(Scratch scratch, Run run)
    {
        var start = Stopwatch.GetTimestamp();
        var directory = scratch.In("large");
        Run.Say($"making a journal of {run.People} people");
        var facts = await Child.AskAsync<long>(Name, new Question(directory, run.People));
        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Run.Say($"  {Text.Whole(facts)} facts through the journal in {Text.Seconds(took)}");
        return directory;
    }

    public static async Task<object> AnswerAsync(Question question)
    {
        var account = await MakeAccountAsync(new House(new(question.Directory), OffersDemo: false));
        var options = new StorageOptions(question.Directory);
        await SeededArchive.FillAsync(options, question.People, FactsEach, account);
        await LengthenAsync(options);
        return (FactsEach * (long)question.People) + ((LongTimeline - FactsEach) * WithLongTimeline);
    }

    private static async Task<Guid> MakeAccountAsync(House house)
    {
        await using var app = WebHouse.Build(house);
        await WebHouse.OpenAsync(app, default);
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        var nurse = InventedPeople.Nurse;
        var place = (nurse.Organisation!.Value, nurse.OrganisationName!);
        return (await accounts.CreateDemoAsync(DemoKey, nurse.Name, nurse.Role, place)).Id;
    }

    private static async Task LengthenAsync(StorageOptions options)
    {
        await using var archive = await Archive.OpenAsync(options, InventedPeople.Register, default);
        for (var number = 0; number < WithLongTimeline; number++)
        {
            var random = new Random(number);
            var more = Enumerable.Range(FactsEach, LongTimeline - FactsEach).Select(_ => InventedPeople.Next(random));
            var stream = StreamId.Person(InventedPeople.Id(number));
            await SeededArchive.AppendAsync(archive.Journal, stream, FactsEach, more.ToList());
        }
    }
}
