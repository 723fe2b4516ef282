using System.Diagnostics;
using System.Text.Json;
using Mantel.Fhir.Export;
using Mantel.Fhir.R4;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Fhir;

/// <summary>Every export, held against two validators that others wrote (npm fhir and @medplum/core).</summary>
public class IndependentValidatorTests
{
    [ValidatorFact]
    public void TwoOthersFindNothingWrongWithWhatWeWrite()
    {
        var files = new List<IncomingFile>();
        foreach (var set in new[] { Imports.Mien, Imports.Tariq })
        {
            var keeping = ExportTests.Kept(set);
            files.Add(ExportTests.Exported(keeping));
            files.Add(
                ExportTests.AsFile(
                    ExportPerson.ExportMapped(keeping.Person, Imports.Today, ExportTests.Documents(keeping))
                )
            );
        }
        for (var seed = 0; seed < 10; seed++)
        {
            var keeping = GenerateRecord.Of(seed);
            files.Add(
                ExportTests.AsFile(
                    ExportPerson.ExportMapped(keeping.Person, Imports.Today, ExportTests.Documents(keeping))
                )
            );
        }
        files.Add(ExportTests.Exported(DnrCodesTravelTests.ToldAndEnded()));
        Validate(files).ShouldAllBe(found => found == "");
    }

    [ValidatorFact]
    public void TheOthersSeeWhatIsWrong()
    {
        var wrong = Messages.Bundle("""{"resourceType":"Goal","id":"g","lifecycleStatus":"active","shoeSize":42}""");
        Validate([wrong])
            .Single()
            .ShouldSatisfyAllConditions(
                found => found.ShouldContain("fhir:"),
                found => found.ShouldContain("medplum:")
            );
    }

    /// <summary>What the validators say of each file; empty when nothing.</summary>
    private static List<string> Validate(IReadOnlyList<IncomingFile> files)
    {
        var folder = Directory.CreateTempSubdirectory("mantel-validate-");
        try
        {
            var start = new ProcessStartInfo("node")
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
                WorkingDirectory = ValidatorFactAttribute.Folder,
            };
            start.ArgumentList.Add("validate.mjs");
            for (var i = 0; i < files.Count; i++)
            {
                var path = Path.Combine(folder.FullName, $"{i}.json");
                File.WriteAllBytes(path, files[i].Bytes.Span);
                start.ArgumentList.Add(path);
            }
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0);
            var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            lines.Length.ShouldBe(files.Count);
            return [.. lines.Select(Findings)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Findings(string line)
    {
        var found = JsonElement.Parse(line);
        return string.Concat(
            new[] { "fhir", "medplum" }.SelectMany(name =>
                found.GetProperty(name).EnumerateArray().Select(message => $"{name}: {message}\n")
            )
        );
    }
}

/// <summary>
/// A test that needs Node and the packages of tests/npm; skipped with the reason where they are absent.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ValidatorFactAttribute : FactAttribute
{
    public static string Folder { get; } = Repository.File("tests/npm");

    public ValidatorFactAttribute() => Skip = WhyAbsent()!;

    private static string? WhyAbsent() =>
        !Directory.Exists(Path.Combine(Folder, "node_modules"))
            ? "The validators are not installed: npm ci --prefix tests/npm."
        : HasNode() ? null
        : "Node is not installed.";

    private static bool HasNode() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "node")));
}
