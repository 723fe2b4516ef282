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
        DefaultValueFactory = _ => Installation.UsualPort,
        HelpName = "N",
    };

    private static readonly Option<string?> Bind = new("--bind")
    {
        Description = "Address to listen on, for operators who put their own TLS in front (default: this machine only)",
        HelpName = "ADDRESS",
    };

    private static readonly Option<bool> Demo = new("--demo")
    {
        Description =
            "Fill what is empty with fictitious people, and let anybody at this machine sign in as them without a "
            + "password. Never where real people are",
    };

    private static readonly Option<bool> NoDemo = new("--no-demo")
    {
        Description = "Without the fictitious people and without their sign-in, also with --demo",
    };

    private static readonly Option<bool> CastOnly = new("--cast-only")
    {
        Description =
            "A demonstration (see --demo) with only the thirty people of the cast, without the rest of the region",
    };

    private static readonly Option<string[]> TrustedProxy = new("--trusted-proxy")
    {
        Description =
            "A proxy whose word is taken for where somebody comes from and whether by https: an address or a network "
            + "such as 10.0.0.0/24. Can be given more than once; without it no such word is taken from anybody",
        HelpName = "ADDRESS",
        Arity = ArgumentArity.OneOrMore,
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
        DefaultValueFactory = _ => Installation.UsualPreparationDays,
        HelpName = "N",
    };

    public static Command Command()
    {
        var command = new Command("serve", "Serve the pages.")
        {
            Port,
            Bind,
            TrustedProxy,
            Demo,
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
        TrustedProxy.Validators.Add(proxy =>
        {
            foreach (var typed in proxy.Tokens.Where(typed => NetworkOf(typed.Value) is null))
                proxy.AddError(
                    "--trusted-proxy wants an address or a network, such as 10.0.0.7 or 10.0.0.0/24, never everybody."
                );
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
            OffersDemo = (parsed.GetValue(Demo) || parsed.GetValue(CastOnly)) && !parsed.GetValue(NoDemo),
            TrustedProxies = [.. (parsed.GetValue(TrustedProxy) ?? []).Select(NetworkOf).OfType<IPNetwork>()],
            Address = PublicAddress.Of(parsed.GetValue(Address)),
            PreparationDays = parsed.GetValue(PreparationDays),
        };
        using var progress = new ConsoleProgress();
        house.MakeFolder();
        await using var keeping = new KeptStorage(house).Begin(progress, ct);
        await using var app = MantelServer.Build(house, keeping);
        try
        {
            await MantelServer.OpenAsync(app, ct, progress);
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

    private static IPNetwork? NetworkOf(string text) =>
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) && network.PrefixLength > 0 ? network
        : null;

    /// <summary>The rest of the region of the demonstration, while people already work.</summary>
    private static async Task FillAsync(WebApplication app, bool castOnly)
    {
        using var progress = new ConsoleProgress();
        var (filling, stopping) = (app.Services.GetRequiredService<DemoFilling>(), app.Lifetime.ApplicationStopping);
        await (castOnly ? filling.StayAsync(stopping) : filling.RunAsync(progress, stopping));
    }

    private static bool IsTaken(IOException error) =>
        error.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException
        || error.InnerException?.InnerException is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };

    private static async Task GreetAsync(WebApplication app, Installation house, CancellationToken ct)
    {
        var address = app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        Console.WriteLine($"\n  Mantel is open at {address}");
        if (house is { IsDemo: true, OffersDemo: true })
        {
            await using var scope = app.Services.CreateAsyncScope();
            var accounts = await scope.ServiceProvider.GetRequiredService<Accounts>().ListAsync(ct);
            var cast = DemoSignIn.Keys.Where(key => accounts.Any(account => account.DemoKey == key));
            Console.WriteLine("  Everyone in it is invented, and anybody at this machine signs in without a password");
            Console.WriteLine("  (--demo): never for real people. Look around as:");
            foreach (var row in cast.Chunk(5))
                Console.WriteLine($"    {string.Join(", ", row)}");
        }
        Console.WriteLine("  Ctrl-C stops it.\n");
    }
}
