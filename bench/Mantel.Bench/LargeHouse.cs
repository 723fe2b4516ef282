using System.Diagnostics;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace Mantel.Bench;

/// <summary>An installation with very many people, all cared for by one nurse who can sign in.</summary>
internal static class LargeHouse
{
    public const string Name = "make-large-house";
    public const string Login = "bench";
    private const int FactsEach = 30;

    /// <summary>How often the nurse can sign in: a code works once.</summary>
    private const int SignIns = 40;

    /// <summary>The first few have enough for a full page of their timeline.</summary>
    public const int WithLongTimeline = 64;
    private const int LongTimeline = 60;

    public sealed record Question(string Directory, int People, bool WithTalks = false);

    public static async Task<Installed> MakeAsync(Scratch scratch, Run run)
    {
        var start = Stopwatch.GetTimestamp();
        Run.Say($"making a journal of {run.People} people");
        var installed = await Child.AskAsync<Installed>(Name, new Question(scratch.In("large"), run.People));
        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Run.Say($"  {Text.Whole(installed.Facts)} facts through the journal in {Text.Seconds(took)}");
        return installed;
    }

    /// <summary>The people of one nurse, with each of whom a conversation was begun.</summary>
    public static async Task<Installed> MakeSmallAsync(Scratch scratch, int people)
    {
        Run.Say($"making a journal of {people} people who ask for attention");
        return await Child.AskAsync<Installed>(Name, new Question(scratch.In("small"), people, WithTalks: true));
    }

    public static async Task<Installed> AnswerAsync(Question question)
    {
        var nurse = await MakeAccountAsync(new Installation(new(question.Directory), OffersDemo: false));
        var options = new StorageOptions(question.Directory);
        await SeededArchive.FillAsync(options, question.People, FactsEach, nurse.Account);
        await LengthenAsync(options);
        if (question.WithTalks)
            await BeginTalksAsync(options, question.People);
        var facts = (FactsEach * (long)question.People) + ((LongTimeline - FactsEach) * WithLongTimeline);
        return new(question.Directory, nurse.Password, nurse.Codes, facts);
    }

    private static async Task<(Guid Account, string Password, List<string> Codes)> MakeAccountAsync(Installation house)
    {
        await using var app = MantelServer.Build(house);
        await MantelServer.OpenAsync(app, ct: default);
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        var nurse = InventedPeople.Nurse;
        var wanted = new NewAccount(Login, nurse.Name, nurse.Role, nurse.Organisation, nurse.OrganisationName);
        var made = await accounts.CreateAsync(wanted);
        made.Account!.MustChangePassword = false;
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await users.UpdateAsync(made.Account);
        await users.ResetAuthenticatorKeyAsync(made.Account);
        await users.SetTwoFactorEnabledAsync(made.Account, enabled: true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(made.Account, SignIns);
        return (made.Account.Id, made.Password!, codes!.ToList());
    }

    private static async Task BeginTalksAsync(StorageOptions options, int people)
    {
        await using var archive = await Archive.OpenAsync(options, InventedPeople.Register, default);
        for (var number = 0; number < people; number++)
        {
            var talk = InventedPeople.Talk(number);
            var opened = new TalkOpened(talk, TalkVariant.Dutch, TalkPartner.Person, null, PersonPresent: true, []);
            var stream = StreamId.Person(InventedPeople.Id(number));
            var version = (await archive.Journal.ReadAsync(stream, 0, default)).Count;
            var fact = new NewFact(opened, PartialDate.Of(InventedPeople.Now.Today), Id: talk);
            await SeededArchive.AppendAsync(archive.Journal, stream, version, [fact]);
        }
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

/// <summary>Where the installation is, how the nurse gets in, and how many facts it holds.</summary>
internal sealed record Installed(string Directory, string Password, IReadOnlyList<string> Codes, long Facts)
{
    private int _used;

    /// <summary>A code of those on paper, for the door; each works once.</summary>
    public string NextCode() => Codes[_used++];
}
