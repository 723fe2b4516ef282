using Mono.Cecil;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Boundaries;

/// <summary>
/// Core decides and does nothing else: time, actor and chance come in as arguments, and nothing goes out.
/// </summary>
public sealed class CoreIsPureTests
{
    private static readonly string[] Refused =
    [
        "System.IO.",
        "System.Net.",
        "System.Data.",
        "System.Console",
        "System.Environment",
        "System.Random",
        "System.TimeProvider",
        "System.Diagnostics.",
        "System.Security.Cryptography.RandomNumberGenerator",
        "System.Threading.",
        "System.DateTime::get_Now",
        "System.DateTime::get_UtcNow",
        "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now",
        "System.DateTimeOffset::get_UtcNow",
        "System.Guid::NewGuid",
        "System.Guid::CreateVersion7",
        "System.TimeZoneInfo::get_Local",
        "System.TimeZoneInfo::FindSystemTimeZoneById",
        "System.Globalization.CultureInfo::get_CurrentCulture",
        "Microsoft.",
    ];

    /// <summary>What looks like the outside and is not, and who needs it.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["System.IO.Stream"] = "ReferenceTable reads what is compiled in",
        ["System.IO.StreamReader"] = "ReferenceTable reads what is compiled in",
        ["System.IO.TextReader"] = "ReferenceTable reads what is compiled in",
        ["System.Environment::get_CurrentManagedThreadId"] = "the compiler writes it into every iterator",
    };

    [Fact]
    public void Core_names_no_clock_no_chance_and_no_outside()
    {
        using var core = Reach.Of("Mantel.Core");
        core.MainModule.Types.SelectMany(Offences).ShouldBeEmpty();
    }

    [Fact]
    public void Core_stands_on_the_runtime_alone()
    {
        using var core = Reach.Of("Mantel.Core");
        Strangers(core).ShouldBeEmpty();
    }

    [Fact]
    public void An_impure_type_is_seen()
    {
        using var tests = Reach.Of("Mantel.Tests");
        var seen = Offences(tests.MainModule.GetType(typeof(Impure).FullName!.Replace('+', '/'))).ToList();
        foreach (var reached in Impure.Reaches)
            seen.ShouldContain($"{nameof(Impure)} reaches {reached}");
        Strangers(tests).ShouldContain("Shouldly");
    }

    private static IEnumerable<string> Offences(TypeDefinition type) =>
        Reach
            .From(type)
            .Where(name => Array.Exists(Refused, refused => name.StartsWith(refused, StringComparison.Ordinal)))
            .Where(name => !Exceptions.ContainsKey(name) && !Exceptions.ContainsKey(name.Split("::")[0]))
            .Distinct(StringComparer.Ordinal)
            .Select(name => $"{type.Name} reaches {name}");

    private static IEnumerable<string> Strangers(AssemblyDefinition assembly) =>
        assembly
            .MainModule.AssemblyReferences.Select(reference => reference.Name)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>Everything that Core may not do, so that the guard is seen to catch it. Nobody runs it.</summary>
    private static class Impure
    {
        public static readonly string[] Reaches =
        [
            "System.DateTime::get_Now",
            "System.DateTime::get_UtcNow",
            "System.DateTimeOffset::get_UtcNow",
            "System.Guid::NewGuid",
            "System.Random",
            "System.Environment::get_MachineName",
            "System.Console",
            "System.IO.File",
            "System.Net.Dns",
            "System.Data.DataTable",
            "System.Threading.Timer",
        ];

        internal static async Task<string> DoAsync()
        {
            await File.WriteAllTextAsync(Path.GetTempFileName(), $"{DateTime.Now}{DateTime.UtcNow}");
            await using var timer = new Timer(_ => Console.WriteLine(DateTimeOffset.UtcNow));
            using var table = new System.Data.DataTable();
            return Environment.MachineName + new Random().Next() + Guid.NewGuid() + System.Net.Dns.GetHostName();
        }
    }
}
