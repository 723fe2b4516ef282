using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.Commands;

/// <summary>
/// Something the operator must put right: one clear sentence, and the program ends with a non-zero code.
/// </summary>
internal sealed class CommandRefused(string sentence, int exitCode = 1) : Exception(sentence)
{
    public int ExitCode { get; } = exitCode;
}

/// <summary>The commands of Mantel, and what they have in common.</summary>
internal static class CommandLine
{
    /// <summary>The folder that holds everything; every command takes it.</summary>
    public static Option<DirectoryInfo> Data { get; } =
        new("--data")
        {
            Description = "Folder with everything that is kept",
            DefaultValueFactory = _ => new DirectoryInfo("./var"),
            HelpName = "DIR",
            Recursive = true,
        };

    public static async Task<int> RunAsync(string[] args, params IReadOnlyList<Command> commands)
    {
        var root = new RootCommand(
            "Mantel, the open platform on which a palliative care network works. Without a command it serves. "
                + "The variable MANTEL_DATABASE (a PostgreSQL connection string) replaces the embedded database."
        )
        {
            Data,
        };
        OwnersOnly.MakeEverything();
        foreach (var command in commands)
            root.Add(command);
        var parsed = root.Parse(args);
        if (IsAskingHow(args))
            return await InvokeAsync(parsed) + await InvokeAsync(root.Parse(["serve", "--help"]));
        if (parsed.CommandResult.Command == root && args is not ["--version"])
            parsed = root.Parse(["serve", .. args]);
        if (parsed.Action is ParseErrorAction wrong)
            (wrong.ShowHelp, wrong.ShowTypoCorrections) = (false, true);
        return await InvokeAsync(parsed);
    }

    /// <summary>What the operator said about this installation.</summary>
    public static Installation HouseOf(ParseResult parsed)
    {
        var data = parsed.GetValue(Data)!;
        if (File.Exists(data.FullName))
            throw new CommandRefused($"--data wants a folder, and {data.Name} is a file.");
        if (data.Exists)
            OwnersOnly.RefuseWider(data, "data folder");
        var database = Environment.GetEnvironmentVariable("MANTEL_DATABASE");
        return new Installation(data, string.IsNullOrWhiteSpace(database) ? null : database)
        {
            ReviewTermMonths = ReviewTermOf(Environment.GetEnvironmentVariable("MANTEL_REVIEW_TERM_MONTHS")),
            Terms = TermsOf(Environment.GetEnvironmentVariable("MANTEL_TERMS")),
        };
    }

    /// <summary>What a region agreed on, in months; no term where it agreed on none.</summary>
    internal static int? ReviewTermOf(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var months)
        && months is >= 1 and <= 240
            ? months
        : throw new CommandRefused("MANTEL_REVIEW_TERM_MONTHS wants a number of months from 1 to 240.");

    /// <summary>After how many days something asks for attention, where the operator chose other numbers.</summary>
    internal static AttentionTerms TermsOf(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? AttentionTerms.Usual
            : AttentionTerms.Usual.With(text)
                ?? throw new CommandRefused(
                    "MANTEL_TERMS wants a list such as keeping-up-weeks=5, shared-plan-unread=3: names of "
                        + $"data/attention/terms.tsv with numbers of days from 1 to {AttentionTerms.Longest}."
                );

    /// <summary>
    /// The account that is meant by a sign-in name, an id, or a place in the cast of the demonstration.
    /// </summary>
    public static async Task<Account> FindAccountAsync(Accounts accounts, string account, CancellationToken ct) =>
        (Guid.TryParse(account, out var id) ? await accounts.FindAsync(id) : await accounts.FindAsync(account))
        ?? await accounts.FindDemoAsync(account, ct)
        ?? throw new CommandRefused($"There is no account {account}.");

    private static bool IsAskingHow(string[] args) => args is ["--help" or "-h" or "-?"];

    private static async Task<int> InvokeAsync(ParseResult parsed)
    {
        try
        {
            var settings = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
            };
            return await parsed.InvokeAsync(settings);
        }
        catch (CommandRefused refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return refused.ExitCode;
        }
        catch (Exception error) when (error is StorageException or InvalidDataException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
        catch (TypeInitializationException error) when (WrongIn(error) is { } sentence)
        {
            await Console.Error.WriteLineAsync($"Mantel does not start, and nothing was touched. {sentence}");
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
    }

    /// <summary>What is wrong in a table of data/, as its reader says it; null when it is something else.</summary>
    private static string? WrongIn(Exception error) =>
        error switch
        {
            FormatException wrong => wrong.Message,
            { InnerException: { } inner } => WrongIn(inner),
            _ => null,
        };
}
