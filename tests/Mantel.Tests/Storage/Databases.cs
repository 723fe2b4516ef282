using System.Reflection;
using Mantel.Storage;
using Xunit.Sdk;

namespace Mantel.Tests.Storage;

public enum On
{
    Sqlite,
    PostgreSql,
}

/// <summary>The test runs on SQLite.</summary>
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [
            [On.Sqlite],
        ];
}

/// <summary>The test runs on PostgreSQL, or says why it cannot.</summary>
public sealed class OnPostgreSqlAttribute : DataAttribute
{
    public OnPostgreSqlAttribute() => Skip = PostgreSqlCluster.Absent;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [
            [On.PostgreSql],
        ];
}

/// <summary>An empty place of a test's own, with either database.</summary>
public sealed class Place : IAsyncDisposable
{
    private readonly List<Archive> _opened = [];

    private Place(On on, string directory, StorageOptions options) => (On, Root, Options) = (on, directory, options);

    public On On { get; }

    /// <summary>A directory of the test's own, the data directory is in it.</summary>
    public string Root { get; }

    public StorageOptions Options { get; }

    public static async Task<Place> MakeAsync(On on)
    {
        var root = Directory.CreateTempSubdirectory("mantel-test-").FullName;
        var connection = on == On.PostgreSql ? await (await PostgreSqlCluster.GetAsync()).MakeDatabaseAsync() : null;
        return new Place(on, root, new StorageOptions(Path.Combine(root, "data"), connection));
    }

    public async Task<Archive> OpenAsync(ReadModel? model = null)
    {
        var archive = await Archive.OpenAsync(Options, model ?? Told.Model(), CancellationToken.None);
        _opened.Add(archive);
        return archive;
    }

    public string In(string name) => Path.Combine(Root, name);

    public async ValueTask DisposeAsync()
    {
        foreach (var archive in _opened)
            await archive.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }
}
