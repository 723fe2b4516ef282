using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Mantel.Core.Journal;

/// <summary>
/// The one way in which facts become bytes and come back. Kind and version are looked at first; a kind or version that
/// this program does not know is never misread, it is an <see cref="UnknownFactException"/>.
/// </summary>
public static class FactCodec
{
    private static readonly FrozenDictionary<string, FactShape> Shapes = FindShapes();
    private static readonly FrozenDictionary<Type, FactShape> ShapesByType = Shapes.Values.ToFrozenDictionary(shape =>
        shape.Type
    );

    /// <summary>
    /// How everything that is stored is written: nulls written, enums as words, nothing unknown accepted.
    /// </summary>
    public static JsonSerializerOptions Json { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        };

    /// <summary>All kinds of fact this program knows, by name, with the newest version of each.</summary>
    public static IReadOnlyDictionary<string, int> Known { get; } =
        Shapes.ToFrozenDictionary(shape => shape.Key, shape => shape.Value.Kind.Version, StringComparer.Ordinal);

    public static FactKindAttribute KindOf(Fact fact) => ShapeOf(fact).Kind;

    public static byte[] Write(Entry entry) => ShapeOf(entry.Fact).Write(entry);

    /// <exception cref="UnknownFactException">The kind, or its version, is newer than this program.</exception>
    /// <exception cref="JsonException">The bytes are not a fact of their kind.</exception>
    public static Entry Read(ReadOnlySpan<byte> bytes, StreamId stream, int version)
    {
        var (kind, kindVersion) = PeekKind(bytes);
        if (!Shapes.TryGetValue(kind, out var shape) || kindVersion > shape.Kind.Version)
            throw new UnknownFactException(kind, kindVersion);
        return kindVersion == shape.Kind.Version
            ? shape.Read(bytes, stream, version)
            : shape.Read(Forwarded(bytes, kind, kindVersion, shape.Kind.Version), stream, version);
    }

    private static FactShape ShapeOf(Fact fact) =>
        ShapesByType.GetValueOrDefault(fact.GetType())
        ?? throw new InvalidOperationException($"{fact.GetType().Name} has no [FactKind].");

    /// <summary>
    /// Kind and version come first in every entry, so that nothing else is read of one that is not known.
    /// </summary>
    private static (string Kind, int Version) PeekKind(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        if (
            reader.Read()
            && reader.Read()
            && reader.ValueTextEquals("kind"u8)
            && reader.Read()
            && reader.TokenType is JsonTokenType.String
            && reader.GetString() is { } kind
            && reader.Read()
            && reader.ValueTextEquals("kindVersion"u8)
            && reader.Read()
            && reader.TryGetInt32(out var version)
        )
            return (kind, version);
        throw new JsonException("An entry begins with its kind and version.");
    }

    private static byte[] Forwarded(ReadOnlySpan<byte> bytes, string kind, int from, int to)
    {
        var members =
            JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(bytes, Json)
            ?? throw new JsonException("An entry is never null.");
        members["fact"] = Upcasting.Forward(kind, from, to, members["fact"]);
        members["kindVersion"] = JsonSerializer.SerializeToElement(to);
        return JsonSerializer.SerializeToUtf8Bytes(members, Json);
    }

    private static FrozenDictionary<string, FactShape> FindShapes() =>
        typeof(FactCodec)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Fact)) && !type.IsAbstract)
            .Where(type => type.IsDefined(typeof(FactKindAttribute), inherit: false))
            .Select(type => (FactShape)Activator.CreateInstance(typeof(FactShape<>).MakeGenericType(type))!)
            .ToFrozenDictionary(shape => shape.Kind.Name, StringComparer.Ordinal);

    /// <summary>How one kind of fact is written and read, in one pass over the bytes.</summary>
    private abstract class FactShape(Type type)
    {
        public Type Type { get; } = type;

        public FactKindAttribute Kind { get; } = type.GetCustomAttribute<FactKindAttribute>()!;

        public abstract byte[] Write(Entry entry);

        public abstract Entry Read(ReadOnlySpan<byte> bytes, StreamId stream, int version);
    }

    private sealed class FactShape<TFact>() : FactShape(typeof(TFact))
        where TFact : Fact
    {
        public override byte[] Write(Entry entry) =>
            JsonSerializer.SerializeToUtf8Bytes(
                new Envelope<TFact>(
                    Kind.Name,
                    Kind.Version,
                    entry.Id,
                    entry.Effective,
                    entry.Recorded,
                    entry.Author,
                    entry.Source,
                    entry.Act,
                    entry.RestsOn,
                    (TFact)entry.Fact
                )
                {
                    Fingerprint = entry.Fingerprint,
                },
                Json
            );

        private readonly Lazy<JsonTypeInfo<TFact>> _fact = new(() =>
            (JsonTypeInfo<TFact>)Json.GetTypeInfo(typeof(TFact))
        );

        public override Entry Read(ReadOnlySpan<byte> bytes, StreamId stream, int version)
        {
            var envelope = new EnvelopeReader(bytes);
            return
                envelope.TryReadTo("fact"u8, out var fact) && JsonSerializer.Deserialize(fact, _fact.Value) is { } read
                ? envelope.Entry(stream, version, read)
                : ReadSlowly(bytes, stream, version);
        }

        private static Entry ReadSlowly(ReadOnlySpan<byte> bytes, StreamId stream, int version)
        {
            var envelope =
                JsonSerializer.Deserialize<Envelope<TFact>>(bytes, Json)
                ?? throw new JsonException("An entry is never null.");
            return new Entry(
                envelope.Id,
                stream,
                version,
                envelope.Fact ?? throw new JsonException("A fact is never null."),
                envelope.Effective,
                envelope.Recorded,
                envelope.Author,
                envelope.Source,
                envelope.Act,
                envelope.RestsOn
            )
            {
                Fingerprint = envelope.Fingerprint,
            };
        }
    }

    private sealed record Envelope<TFact>(
        string Kind,
        int KindVersion,
        Guid Id,
        PartialDate? Effective,
        DateTimeOffset Recorded,
        Author Author,
        Source Source,
        Guid Act,
        IReadOnlyList<Guid> RestsOn,
        [property: JsonPropertyOrder(2)] TFact Fact
    )
    {
        /// <summary>Before the fact, and only where there is one: older entries read as they are.</summary>
        [JsonPropertyOrder(1)]
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Fingerprint { get; init; }
    }
}

/// <summary>
/// A fact of a kind or version that a newer program wrote. This program must not go on as if it understood.
/// </summary>
public sealed class UnknownFactException(string kind, int version)
    : Exception($"The journal holds {kind}.{version}, which this version of Mantel does not know. Use a newer version.")
{
    public string Kind { get; } = kind;
    public int KindVersion { get; } = version;
}
