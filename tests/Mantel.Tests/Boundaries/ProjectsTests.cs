using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Boundaries;

/// <summary>Which project may know which, and that nothing mutes what the compiler says.</summary>
public sealed class ProjectsTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new(StringComparer.Ordinal)
    {
        ["Mantel.Core"] = [],
        ["Mantel.Fhir"] = ["Mantel.Core"],
        ["Mantel.Storage"] = ["Mantel.Core"],
        ["Mantel.Demo"] = ["Mantel.Core", "Mantel.Storage"],
        ["Mantel.Web"] = ["Mantel.Core", "Mantel.Fhir", "Mantel.Storage", "Mantel.Demo"],
    };

    private static readonly string[] WithoutPackages = ["Mantel.Core", "Mantel.Fhir", "Mantel.Demo"];

    public static TheoryData<string> Projects() => [.. MayKnow.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_only_what_it_may(string project) =>
        Offences(project, Read($"src/{project}/{project}.csproj")).ShouldBeEmpty();

    [Theory]
    [InlineData("Mantel.Core")]
    [InlineData("Mantel.Fhir")]
    [InlineData("Mantel.Storage")]
    [InlineData("Mantel.Demo")]
    public void What_is_compiled_knows_only_what_it_may(string project)
    {
        using var assembly = Reach.Of(project);
        Known(assembly).Except(MayKnow[project], StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_has_its_row() =>
        Directory
            .EnumerateFiles(Repository.File("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .ShouldBe(MayKnow.Keys, ignoreOrder: true);

    [Fact]
    public void Nothing_mutes_the_compiler() =>
        Sources
            .Files("csproj", "props", "targets")
            .Where(file => Mutes(XDocument.Load(Repository.File(file))))
            .ShouldBeEmpty();

    [Fact]
    public void A_project_that_knows_too_much_is_seen()
    {
        var project = XDocument.Parse(
            """
            <Project><PropertyGroup><NoWarn>CS1591</NoWarn></PropertyGroup><ItemGroup>
            <ProjectReference Include="../Mantel.Storage/Mantel.Storage.csproj" />
            <PackageReference Include="Some.Package" /></ItemGroup></Project>
            """
        );
        Offences("Mantel.Fhir", project)
            .ShouldBe(["Mantel.Fhir knows Mantel.Storage", "Mantel.Fhir uses the package Some.Package"]);
        Mutes(project).ShouldBeTrue();
        using var tests = Reach.Of("Mantel.Tests");
        Known(tests).ShouldContain("Mantel.Storage");
        Known(tests).ShouldContain("Mantel.Web");
    }

    private static XDocument Read(string path) => XDocument.Load(Repository.File(path));

    private static IEnumerable<string> Offences(string project, XDocument xml) =>
        Included(xml, "ProjectReference")
            .Select(path => path.Split('/', '\\')[^1].Replace(".csproj", "", StringComparison.Ordinal))
            .Except(MayKnow[project], StringComparer.Ordinal)
            .Select(known => $"{project} knows {known}")
            .Concat(
                Included(xml, "PackageReference")
                    .Where(_ => WithoutPackages.Contains(project))
                    .Select(package => $"{project} uses the package {package}")
            );

    private static IEnumerable<string> Known(Mono.Cecil.AssemblyDefinition assembly) =>
        assembly
            .MainModule.AssemblyReferences.Select(known => known.Name == "mantel" ? "Mantel.Web" : known.Name)
            .Where(MayKnow.ContainsKey);

    private static bool Mutes(XDocument xml) =>
        xml.Descendants().Any(element => element.Name.LocalName is "NoWarn" or "WarningsNotAsErrors");

    private static IEnumerable<string> Included(XDocument xml, string element) =>
        xml.Descendants(element).Select(item => item.Attribute("Include")!.Value);
}
