namespace Mantel.Tests.Boundaries;

/// <summary>The files of this repository that people write, without what is built, fetched or measured.</summary>
internal static class Sources
{
    private static readonly HashSet<string> NotOurs =
    [
        ".git",
        ".vs",
        "bin",
        "obj",
        "lib",
        "node_modules",
        "artifacts",
        "TestResults",
    ];

    /// <summary>Paths from the root, with forward slashes; all of them when no ending is asked.</summary>
    public static IEnumerable<string> Files(params string[] endings) =>
        Within(new DirectoryInfo(Repository.Root))
            .Where(file => endings.Length == 0 || endings.Contains(file.Extension.TrimStart('.')))
            .Select(file => Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<FileInfo> Within(DirectoryInfo folder) =>
        folder
            .EnumerateFiles()
            .Where(file => !NotOurs.Contains(file.Name))
            .Concat(folder.EnumerateDirectories().Where(inner => !NotOurs.Contains(inner.Name)).SelectMany(Within));
}
