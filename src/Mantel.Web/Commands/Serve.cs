using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.Commands;

/// <summary><c>serve</c>: opens the house, until Ctrl-C.</summary>
internal static class Serve
{
    private static readonly Option<int> Port = new("--port")
    {
        Description = "Port to listen on; 0 takes a free one",
        DefaultValueFactory = _ => House.UsualPort,
        HelpName = "N",
    };

    private static readonly Option<string?> Bind = new("--bind")
    {
        Description = "Address to listen on, for operators who put their own TLS in front (default: this machine only)",
        HelpName = "ADDRESS",
    };

    private static readonly Option<bool> NoDemo = new("--no-demo")
    {
        Description = "Without the fictitious people and without their sign-in",
    };

    private static readonly Option<bool> CastOnly = new("--cast-only")
    {
        Description = "Of the demonstration only the thirty people of the cast, without the rest of the region",
    };

    private static readonly Option<string?> Address = new("--address")
    {
        Description =
            "Where people reach this installation, such as https://mantel.example.org; it stands on the sheets they "
            + "print (or the variable MANTEL_ADDRESS)",
        HelpName = "URL",
    };

    private static readonly Option<int> PreparationDays = new("--preparation-days")
    {
        Description = "How many days a link to prepare a conversation at home can be used",
        DefaultValueFactory = _ => House.UsualPreparationDays,
        HelpName = "N",
    };

    public static Command Command()
    {
        var command = new Command("serve", "Serve the pages, with a demonstration where nothing is kept yet.")
        {
            Port,
            Bind,
            NoDemo,
            CastOnly,
            Address,
            PreparationDays,
        };
        Port.Validators.Add(port =>
        {
            if (port.Tokens is [var typed] && !ushort.TryParse(typed.Value, CultureInfo.InvariantCulture, out _))
                port.AddError("--port wants a number from 0 to 65535.");
        });
        Bind.Validators.Add(bind =>
        {
            if (bind.Tokens is [var typed] && !IPAddress.TryParse(typed.Value, out _))
                bind.AddError("--bind wants an IP address, such as 0.0.0.0.");
        });
        PreparationDays.Validators.Add(days =>
        {
            if (
                days.Tokens is [var typed]
                && (!int.TryParse(typed.Value, CultureInfo.InvariantCulture, out var n) || n is < 1 or > 90)
            )
                days.AddError("--preparation-days wants a number from 1 to 90.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var house = CommandLine.HouseOf(parsed) with
        {
            Port = parsed.GetValue(Port),
            Bind = parsed.GetValue(Bind) is { } bind ? IPAddress.Parse(bind) : null,
            OffersDemo = !parsed.GetValue(NoDemo),
            Address = PublicAddress.Of(parsed.GetValue(Address)),
            PreparationDays = parsed.GetValue(PreparationDays),
        };
        await using var app = WebHouse.Build(house);
        try
        {
            using var progress = new ConsoleProgress();
            await WebHouse.OpenAsync(app, ct, progress);
            progress.Finish();
            await app.StartAsync(ct);
        }
        catch (IOException error) when (IsTaken(error))
        {
            throw new CommandRefused($"Port {house.Port} is in use. Choose another one with --port.");
        }
        await GreetAsync(app, house, ct);
        var filling = FillAsync(app, parsed.GetValue(CastOnly));
        await app.WaitForShutdownAsync(ct);
        await filling;
        await Console.Out.WriteLineAsync("Mantel has stopped.");
        return 0;
    }

    /// <summary>The rest of the region of the demonstration, while people already work.</summary>
    private static async Task FillAsync(WebApplication app, bool castOnly)
    {
        using var progress = new ConsoleProgress();
        var (filling, stopping) = (app.Services.GetRequiredService<Filling>(), app.Lifetime.ApplicationStopping);
        await (castOnly ? filling.StayAsync(stopping) : filling.RunAsync(progress, stopping));
    }

    private static bool IsTaken(IOException error) =>
        error.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException
        || error.InnerException?.InnerException is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };

    private static async Task GreetAsync(WebApplication app, House house, CancellationToken ct)
    {
        var address = app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        Console.WriteLine($"\n  Mantel is open at {address}");
        if (house is { IsDemo: true, OffersDemo: true })
        {
            await using var scope = app.Services.CreateAsyncScope();
            var accounts = await scope.ServiceProvider.GetRequiredService<Accounts>().ListAsync(ct);
            var cast = DemoSignIn.Keys.Where(key => accounts.Any(account => account.DemoKey == key));
            Console.WriteLine("  Everyone in it is invented. Look around as:");
            foreach (var row in cast.Chunk(5))
                Console.WriteLine($"    {string.Join(", ", row)}");
        }
        Console.WriteLine("  Ctrl-C stops it.\n");
    }
}
