using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mantel.Core.Journal;

/// <summary>
/// The one way in which facts become bytes and come back. Kind and version are looked at first; a kind or version that
/// this program does not know is never misread, it is an <see cref="UnknownFactException"/>.
/// </summary>
public static class FactCodec
{
    private static readonly FrozenDictionary<string, (Type Type, int Version)> Kinds = FindKinds();
    private static readonly FrozenDictionary<Type, FactKindAttribute> Names = Kinds.Values.ToFrozenDictionary(
        kind => kind.Type,
        kind => kind.Type.GetCustomAttribute<FactKindAttribute>()!
    );

    /// <summary>How everything that is stored is written: nulls written, enums as words, nothing unknown accepted.</summary>
    public static JsonSerializerOptions Json { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        };

    /// <summary>All kinds of fact this program knows, by name, with the newest version of each.</summary>
    public static IReadOnlyDictionary<string, int> Known { get; } =
        Kinds.ToFrozenDictionary(kind => kind.Key, kind => kind.Value.Version, StringComparer.Ordinal);

    public static FactKindAttribute KindOf(Fact fact) =>
        Names.GetValueOrDefault(fact.GetType())
        ?? throw new InvalidOperationException($"{fact.GetType().Name} has no [FactKind].");

    public static byte[] Write(Entry entry)
    {
        var kind = KindOf(entry.Fact);
        var envelope = new Envelope(
            kind.Name,
            kind.Version,
            entry.Id,
            entry.Effective,
            entry.Recorded,
            entry.Author,
            entry.Source,
            entry.Act,
            entry.RestsOn,
            JsonSerializer.SerializeToElement(entry.Fact, entry.Fact.GetType(), Json)
        );
        return JsonSerializer.SerializeToUtf8Bytes(envelope, Json);
    }

    /// <exception cref="UnknownFactException">The kind, or its version, is newer than this program.</exception>
    /// <exception cref="JsonException">The bytes are not a fact of their kind.</exception>
    public static Entry Read(ReadOnlySpan<byte> bytes, StreamId stream, int version)
    {
        var envelope =
            JsonSerializer.Deserialize<Envelope>(bytes, Json) ?? throw new JsonException("An entry is never null.");
        if (!Kinds.TryGetValue(envelope.Kind, out var kind) || envelope.KindVersion > kind.Version)
            throw new UnknownFactException(envelope.Kind, envelope.KindVersion);
        var fact = Upcasting.Forward(envelope.Kind, envelope.KindVersion, kind.Version, envelope.Fact);
        return new Entry(
            envelope.Id,
            stream,
            version,
            (Fact)(fact.Deserialize(kind.Type, Json) ?? throw new JsonException("A fact is never null.")),
            envelope.Effective,
            envelope.Recorded,
            envelope.Author,
            envelope.Source,
            envelope.Act,
            envelope.RestsOn
        );
    }

    private static FrozenDictionary<string, (Type, int)> FindKinds() =>
        typeof(FactCodec)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Fact)) && !type.IsAbstract)
            .Select(type => (Type: type, Kind: type.GetCustomAttribute<FactKindAttribute>()))
            .Where(pair => pair.Kind is not null)
            .ToFrozenDictionary(
                pair => pair.Kind!.Name,
                pair => (pair.Type, pair.Kind!.Version),
                StringComparer.Ordinal
            );

    private sealed record Envelope(
        string Kind,
        int KindVersion,
        Guid Id,
        PartialDate? Effective,
        DateTimeOffset Recorded,
        Author Author,
        Source Source,
        Guid Act,
        IReadOnlyList<Guid> RestsOn,
        JsonElement Fact
    );
}

/// <summary>A fact of a kind or version that a newer program wrote. This program must not go on as if it understood.</summary>
public sealed class UnknownFactException(string kind, int version)
    : Exception($"The journal holds {kind}.{version}, which this version of Mantel does not know. Use a newer version.")
{
    public string Kind { get; } = kind;
    public int KindVersion { get; } = version;
}
