using Mantel.Fhir.Import;
using Mantel.Fhir.Pzp;
using Xunit;

namespace Mantel.Tests.Fhir;

public class DumpTests
{
    [Fact]
    public void Dump()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
        var result = ImportPeople.Import(PzpSet.Read(OfficialExamples.Bundles()), new ImportOptions("X", zone, new DateOnly(2026, 1, 1)));
        var lines = new List<string>();
        foreach (var person in result.People)
        {
            lines.Add("=== " + person.Identity);
            foreach (var s in person.Statements)
                lines.Add($"{s.Effective} {s.Fact} <- {string.Join(" + ", s.Witnesses.Select(w => w.Reference + (w.Text is null ? "" : " «" + w.Text + "»")))} rests {s.RestsOn.Count}");
            foreach (var m in person.Messages)
                lines.Add($"{m.Fate} {m.Resource.Name} unmapped: {string.Join(", ", m.Unmapped)} {string.Join(", ", m.Issues)}");
        }
        foreach (var r in result.Refused)
            lines.Add($"REFUSED {r.Name} {string.Join(", ", r.Issues)}");
        File.WriteAllLines("/tmp/fhir-out.txt", lines);
    }
}
