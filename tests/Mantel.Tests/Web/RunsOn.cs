using Mantel.Tests.Storage;

namespace Mantel.Tests.Web;

/// <summary>
/// The database under the running product of a test. With MANTEL_TEST_ON=postgresql the tests through HTTP and those of
/// an operator run on PostgreSQL; <c>./test</c> runs the flows that carry a night a second time that way.
/// </summary>
internal static class RunsOn
{
    public static bool PostgreSql { get; } =
        string.Equals(Environment.GetEnvironmentVariable("MANTEL_TEST_ON"), "postgresql", StringComparison.Ordinal);

    /// <summary>An empty database, or a copy; null where everything is kept in the folder.</summary>
    public static async Task<string?> DatabaseAsync(string? copyOf = null) =>
        PostgreSql ? await (await PostgreSqlCluster.GetAsync()).MakeDatabaseAsync(copyOf) : null;
}
