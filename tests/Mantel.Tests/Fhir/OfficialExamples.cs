using Mantel.Fhir.R4;
using Xunit;

namespace Mantel.Tests.Fhir;

/// <summary>The official example patients, read from beside the repository where they are.</summary>
internal static class OfficialExamples
{
    public static string? Folder { get; } = FindFolder();

    public static string? WhyAbsent =>
        Folder is null ? "The official examples are not beside the repository (../shared/reference/fhir)." : null;

    public static IReadOnlyList<IncomingFile> Bundles() => Files("pzp-r4-rc2-bundles");

    public static IReadOnlyList<IncomingFile> Beta3Forms() => Files("pzp-r4-beta3-forms");

    private static List<IncomingFile> Files(string folder) =>
        [
            .. Directory
                .GetFiles(Path.Combine(Folder!, folder), "*.json")
                .Order(StringComparer.Ordinal)
                .Select(path => new IncomingFile(Path.GetFileName(path), File.ReadAllBytes(path))),
        ];

    private static string? FindFolder()
    {
        var folder = Repository.Reference is { } root ? Path.Combine(root, "fhir", "examples") : null;
        return Directory.Exists(folder) ? folder : null;
    }
}

/// <summary>A test on the official examples; skipped with the reason where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OfficialFactAttribute : FactAttribute
{
    public OfficialFactAttribute() => Skip = OfficialExamples.WhyAbsent!;
}
