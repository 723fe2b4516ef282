using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mantel.Core.Journal;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Journal;

/// <summary>
/// One serialised sample per version of each kind of fact lives beside this file for ever. A change that would make
/// the journal unreadable turns these red. A new kind or version writes its sample with MANTEL_WRITE_SAMPLES=1.
/// </summary>
public sealed class FactSamplesTests
{
    private static readonly string Folder = Repository.File("tests/Mantel.Tests/Journal/Samples");
    private static readonly StreamId Stream = StreamId.Person(new Guid("00000000-0000-4000-8000-000000000001"));

    public static TheoryData<string> Kinds => [.. FactCodec.Known.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_version_of_every_kind_has_a_sample(string kind)
    {
        for (var version = 1; version <= FactCodec.Known[kind]; version++)
        {
            var file = Path.Combine(Folder, $"{kind}.{version}.json");
            if (Environment.GetEnvironmentVariable("MANTEL_WRITE_SAMPLES") == "1" && !File.Exists(file))
                File.WriteAllText(file, Indented(FactCodec.Write(SampleOf(kind))) + "\n");
            File.Exists(file).ShouldBeTrue($"{kind}.{version} has no sample");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_newest_sample_is_read_and_written_back_the_same(string kind)
    {
        var text = File.ReadAllText(Path.Combine(Folder, $"{kind}.{FactCodec.Known[kind]}.json"));
        var entry = FactCodec.Read(Encoding.UTF8.GetBytes(text), Stream, 1);
        Indented(FactCodec.Write(entry)).ShouldBe(text.TrimEnd());
    }

    [Fact]
    public void Every_sample_is_of_a_kind_that_is_still_read()
    {
        foreach (var file in Directory.GetFiles(Folder, "*.json"))
            Should.NotThrow(() => FactCodec.Read(File.ReadAllBytes(file), Stream, 1), Path.GetFileName(file));
    }

    /// <summary>
    /// Entries without witnesses are read in one pass over the bytes, others by their declared shape.
    /// </summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_read_as_it_was_written(string kind)
    {
        foreach (var entry in Variants(SampleOf(kind)))
        {
            var bytes = FactCodec.Write(entry);
            var read = FactCodec.Read(bytes, Stream, 1);
            FactCodec.Write(read).ShouldBe(bytes);
            read.Source.System.ShouldBe(entry.Source.System);
            read.Recorded.ShouldBe(entry.Recorded);
            read.Fingerprint.ShouldBe(entry.Fingerprint);
        }
    }

    [Theory]
    [InlineData("\"kindVersion\":1", "\"kindVersion\":2")]
    [InlineData("\"kind\":\"acp.care-wishes-told\"", "\"kind\":\"acp.not-known-yet\"")]
    public void A_newer_fact_is_refused_and_not_misread(string old, string newer) =>
        Should.Throw<UnknownFactException>(() => FactCodec.Read(Changed(old, newer), Stream, 1));

    [Theory]
    [InlineData("\"words\":\"…\"", "\"words\":null")]
    [InlineData("\"words\":\"…\"", "\"other\":\"…\"")]
    [InlineData("\"words\":\"…\"", "\"words\":\"…\",\"more\":1")]
    [InlineData("\"words\":\"…\"", "\"words\":\"…\",\"words\":\"…\"")]
    [InlineData("\"role\":\"Nurse\"", "\"role\":0")]
    [InlineData("\"recorded\":\"2026-01-02T03:04:05+00:00\",", "")]
    [InlineData("\"role\":\"Nurse\"", "\"role\":\"Wizard\"")]
    [InlineData("\"name\":\"F. Azouzi\"", "\"name\":null")]
    [InlineData("\"restsOn\":[]", "\"restsOn\":[null]")]
    [InlineData("\"restsOn\":[]", "\"restsOn\":null")]
    [InlineData("\"effective\":\"2025-11\"", "\"effective\":\"2025-13\"")]
    [InlineData("\"effective\":\"2025-11\",", "")]
    [InlineData("\"restsOn\":[]", "\"restsOn\":[],\"more\":1")]
    [InlineData("\"restsOn\":[]", "\"restsOn\":[],\"restsOn\":[]")]
    [InlineData("{\"words\":\"…\"}", "null")]
    [InlineData("{\"words\":\"…\"}}", "{\"words\":\"…\"},\"more\":1}")]
    [InlineData("{\"words\":\"…\"}}", "{\"words\":\"…\"}}}")]
    [InlineData("{\"words\":\"…\"}}", "{\"words\":\"…\"}")]
    public void What_is_not_exactly_a_fact_is_not_read_as_one(string old, string broken)
    {
        foreach (var entry in Variants(SampleOf("acp.care-wishes-told")).Where(entry => entry.Effective is not null))
            Should.Throw<JsonException>(() => FactCodec.Read(Changed(entry, old, broken), Stream, 1));
    }

    private static IEnumerable<Entry> Variants(Entry entry)
    {
        yield return entry;
        var plain = entry with { Source = Source.Mantel };
        yield return plain;
        yield return plain with
        {
            Source = new Source("Elsewhere \"Zuid\"", []),
        };
        yield return plain with
        {
            Effective = null,
        };
        yield return plain with
        {
            Author = plain.Author with { Role = Role.CloseOne, Name = "Zoë “Zus” \\" },
        } with
        {
            Effective = null,
        };
        yield return plain with
        {
            RestsOn = [Guid.NewGuid(), Guid.NewGuid()],
        } with
        {
            Effective = null,
        };
        var organisation = plain.Author with { Organisation = Guid.NewGuid(), OrganisationName = "Thuiszorg" };
        yield return plain with
        {
            Author = organisation,
        };
        yield return plain with
        {
            Fingerprint = "YSBmaW5nZXJwcmludA==",
        };
    }

    private static byte[] Changed(string old, string changed) =>
        Changed(SampleOf("acp.care-wishes-told"), old, changed);

    private static byte[] Changed(Entry entry, string old, string changed)
    {
        var text = Encoding.UTF8.GetString(FactCodec.Write(entry)).Replace("\\u2026", "…", StringComparison.Ordinal);
        text.ShouldContain(old);
        return Encoding.UTF8.GetBytes(text.Replace(old, changed, StringComparison.Ordinal));
    }

    private static string Indented(byte[] json) =>
        JsonNode
            .Parse(json)!
            .ToJsonString(
                new JsonSerializerOptions
                {
                    WriteIndented = true,
                    Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            );

    private static Entry SampleOf(string kind) =>
        new(
            new Guid("00000000-0000-4000-8000-000000000002"),
            Stream,
            1,
            (Fact)
                Filled(
                    typeof(Fact)
                        .Assembly.GetTypes()
                        .First(type => type.GetCustomAttribute<FactKindAttribute>()?.Name == kind)
                )!,
            new PartialDate(2025, 11),
            new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            new Author(new Guid("00000000-0000-4000-8000-000000000003"), "F. Azouzi", Role.Nurse, null, null),
            new Source("Mantel", [new Witness("elsewhere", "Consent/1")]),
            new Guid("00000000-0000-4000-8000-000000000004"),
            []
        );

    private static object? Filled(Type type) =>
        type switch
        {
            _ when Nullable.GetUnderlyingType(type) is { } inner => Filled(inner),
            _ when type == typeof(string) => "…",
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => 1,
            _ when type == typeof(Guid) => new Guid("00000000-0000-4000-8000-000000000005"),
            _ when type == typeof(PartialDate) => new PartialDate(2018),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 2),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 2, 7, 4, 5, TimeSpan.Zero),
            { IsEnum: true } => Enum.GetValues(type).GetValue(0),
            { IsGenericType: true } => ListOf(type.GetGenericArguments()[0]),
            _ => Composed(type),
        };

    private static object Composed(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        return constructor.Invoke([
            .. constructor.GetParameters().Select(parameter => Filled(parameter.ParameterType)),
        ]);
    }

    private static System.Collections.IList ListOf(Type item)
    {
        var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        list.Add(Filled(item));
        return list;
    }
}
