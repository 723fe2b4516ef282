using System.CommandLine;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Import;
using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;
using Mantel.Storage;
using Mantel.Web.Look;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.Commands;

/// <summary>
/// <c>import</c>: takes in messages of the PZP standard, several files as one set. All of it or nothing: a plan that
/// comes in half may leave an older decision standing.
/// </summary>
internal static class ImportCommand
{
    private const int TakenIn = 0;
    private const int IsRefused = 2;
    private static readonly Argument<FileInfo[]> Files = new("FILE")
    {
        Description = "FHIR R4 bundles in JSON or XML; several files are read as one set, in any order",
        Arity = ArgumentArity.OneOrMore,
    };
    private static readonly Option<string?> By = new("--by")
    {
        Description =
            "The account that imports: its organisation receives the person (default: the first administrator)",
        HelpName = "ACCOUNT",
    };
    private static readonly Option<string> From = new("--from")
    {
        Description = "What the sending system is called where the messages do not say",
        DefaultValueFactory = _ => "PZP-bericht",
        HelpName = "NAME",
    };
    private static readonly Option<Guid?> Into = new("--person")
    {
        Description =
            "The record to add to, when the messages carry no number and somebody looks the same, or name nobody",
        HelpName = "ID",
    };
    private static readonly Option<bool> AsNew = new("--as-new")
    {
        Description = "It is somebody else than the one who looks the same: open a new record",
    };

    private static readonly Option<bool> Preview = new("--preview")
    {
        Description = "Show what would be taken in, and ask before it is done",
    };
    private static readonly Option<bool> Yes = new("--yes")
    {
        Description = "Do not ask: the preview was read, and what names nobody is about this person",
    };

    public static Command Command()
    {
        var command = new Command("import", "Take in messages of the PZP standard (FHIR R4). All of a set, or nothing.")
        {
            Files,
            By,
            From,
            Into,
            AsNew,
            Preview,
            Yes,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var house = CommandLine.HouseOf(parsed);
        var now = Moment.At(TimeProvider.System.GetUtcNow(), Days.Zone);
        var set = PzpSet.Read(await ReadAsync(parsed.GetRequiredValue(Files), ct));
        var result = ImportPeople.Import(
            set,
            new ImportOptions(
                parsed.GetRequiredValue(From),
                Days.Zone,
                now.Today,
                AboutOne: parsed.GetValue(Into) is not null
            )
        );
        using var progress = new ConsoleProgress();
        house.MakeFolder();
        await using var archive = await KeptStorage.OpenAsync(house, ct, progress);
        var author = await AuthorAsync(house, parsed.GetValue(By), ct);
        var taking = new TakeInPeople(archive, author, now);
        var plans = await taking.PlanAsync(result.People, parsed.GetValue(Into), parsed.GetValue(AsNew), ct);
        progress.Finish();
        var refused = Report(result, plans);
        if (refused > 0)
        {
            await Console.Error.WriteLineAsync($"{refused} refused, so nothing was taken in.");
            return IsRefused;
        }
        if (!parsed.GetValue(Yes) && !IsAgreed(plans, parsed.GetValue(Preview)))
            return IsRefused;
        foreach (var plan in plans)
            await taking.TakeInAsync(plan, ct);
        SayWhere(plans, author);
        return TakenIn;
    }

    /// <summary>
    /// What names nobody is taken in only by somebody who saw the preview that says so (safety rule 8).
    /// </summary>
    private static bool IsAgreed(IReadOnlyList<PersonTakenIn> plans, bool wantsPreview)
    {
        var assumed = plans.SelectMany(plan => plan.Incoming.Assumed).ToList();
        if (assumed.Count == 0 && !wantsPreview)
            return true;
        foreach (var plan in plans)
            Console.WriteLine($"This is a preview: all of the above would be taken in for {Whom(plan)}.");
        foreach (var name in assumed)
            Console.WriteLine($"{name} names nobody of this set; it would be taken to be about this person.");
        if (Console.IsInputRedirected)
        {
            Console.Error.WriteLine("Nothing was taken in. Say --yes when it is right.");
            return false;
        }
        Console.Write("Take it in? (yes/no) ");
        var answer = Console.ReadLine()?.Trim();
        var agreed =
            string.Equals(answer, "yes", StringComparison.OrdinalIgnoreCase)
            || string.Equals(answer, "ja", StringComparison.OrdinalIgnoreCase);
        if (!agreed)
            Console.Error.WriteLine("Nothing was taken in.");
        return agreed;
    }

    /// <summary>The id of a new record is made when it is taken in: a preview has none to tell.</summary>
    private static string Whom(PersonTakenIn plan) => plan.Version == 0 ? "a new record" : $"person {plan.Person}";

    private static async Task<IReadOnlyList<IncomingFile>> ReadAsync(FileInfo[] files, CancellationToken ct)
    {
        List<IncomingFile> read = [];
        foreach (var file in files)
        {
            if (!file.Exists)
                throw new CommandRefused($"There is no file {file}.", IsRefused);
            if (file.Length > MostBytes)
                throw new CommandRefused($"{file.Name} is larger than {MostBytes >> 20} MB.", IsRefused);
            read.Add(new IncomingFile(file.Name, await File.ReadAllBytesAsync(file.FullName, ct)));
        }
        return read;
    }

    private const long MostBytes = 64L << 20;

    private static async Task<Author> AuthorAsync(Installation house, string? by, CancellationToken ct)
    {
        await using var services = AccountsSetup.Alone(house);
        await services.GetRequiredService<AccountsFile>().OpenAsync(ct);
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        var account = by is not null
            ? await CommandLine.FindAccountAsync(accounts, by, ct)
            : (await accounts.ListAsync(ct)).FirstOrDefault(one =>
                one is { Role: Role.Administrator, IsDisabled: false }
            );
        return account is null
            ? new Author(Guid.Empty, "Import", Role.System, null, null)
            : new Author(account.Id, account.Name, account.Role, account.Organisation, account.OrganisationName);
    }

    /// <summary>One line for every message; returns how many were refused.</summary>
    private static int Report(ImportResult result, IReadOnlyList<PersonTakenIn> plans)
    {
        var lines = plans.SelectMany(plan => plan.Plan.Report).ToList();
        foreach (var line in lines)
        {
            Console.WriteLine($"{line.File}  {line.Resource}  {Words.Kebab(line.Fate.ToString())}  {Detail(line)}");
            foreach (var issue in line.Issues)
                Console.WriteLine($"    {issue}");
        }
        foreach (var repeated in result.Repeated)
            Console.WriteLine($"{repeated.File}  {repeated.Name}  repeated");
        foreach (var left in result.LeftOut)
        {
            Console.WriteLine($"{left.File}  {left.Name}  left out");
            foreach (var issue in left.Issues)
                Console.WriteLine($"    {issue}");
        }
        var planned = lines
            .Where(line => line.Fate is MessageOutcome.Refused)
            .Select(line => (line.File, line.Resource))
            .ToHashSet();
        foreach (var refused in result.Refused.Where(one => !planned.Contains((one.File, one.Name))))
        {
            Console.WriteLine($"{refused.File}  {refused.Name}  refused");
            foreach (var issue in refused.Issues)
                Console.WriteLine($"    {issue}");
        }
        return result.Refused.Select(one => (one.File, one.Name)).Union(planned).Count();
    }

    private static string Detail(ImportReportLine line) =>
        string.Join(
            "; ",
            new[]
            {
                string.Join(", ", line.Facts),
                line.Unmapped.Count > 0 ? $"word for word: {string.Join(", ", line.Unmapped)}" : "",
            }.Where(part => part.Length > 0)
        );

    private static void SayWhere(IReadOnlyList<PersonTakenIn> plans, Author author)
    {
        foreach (var plan in plans)
        {
            Console.WriteLine(
                plan.Plan.ChangesNothing ? $"person {plan.Person}: nothing new." : $"person {plan.Person}: taken in."
            );
        }
        if (author.Organisation is null && plans.Count > 0)
            Console.WriteLine("No organisation received them: import with --by an account that belongs to one.");
    }
}
