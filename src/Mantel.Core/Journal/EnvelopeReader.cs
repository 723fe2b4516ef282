using System.Collections.Frozen;
using System.Text.Json;

namespace Mantel.Core.Journal;

/// <summary>
/// Reads what stands around a fact when it stands there exactly as <see cref="FactCodec"/> writes it, several times
/// faster than by its declared shape. Whatever differs is left to the serializer, which accepts or refuses it.
/// </summary>
internal ref struct EnvelopeReader(ReadOnlySpan<byte> bytes)
{
    private static readonly FrozenDictionary<string, Role> Roles = Enum.GetValues<Role>()
        .ToFrozenDictionary(role => role.ToString(), StringComparer.Ordinal);

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private Utf8JsonReader _reader = new(bytes);
    private Guid _id;
    private PartialDate? _effective;
    private DateTimeOffset _recorded;
    private Author? _author;
    private Source? _source;
    private Guid _act;
    private List<Guid>? _restsOn;
    private string? _fingerprint;

    /// <summary>
    /// Reads all members before the last one, and gives its value: the rest, without the closing brace.
    /// </summary>
    public bool TryReadTo(ReadOnlySpan<byte> last, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!TryReadMembers() || !TryReadFingerprint() || !_reader.ValueTextEquals(last) || _bytes[^1] != '}')
            return false;
        value = _bytes[(int)_reader.BytesConsumed..^1];
        return true;
    }

    public readonly Entry Entry(StreamId stream, int version, Fact fact) =>
        new(_id, stream, version, fact, _effective, _recorded, _author!, _source!, _act, _restsOn!)
        {
            Fingerprint = _fingerprint,
        };

    private bool TryReadMembers() =>
        _reader.Read()
        && _reader.TokenType is JsonTokenType.StartObject
        && IsNext("kind"u8)
        && _reader.Read()
        && IsNext("kindVersion"u8)
        && _reader.Read()
        && TryReadGuid("id"u8, out _id)
        && TryReadDate("effective"u8, out _effective)
        && TryReadInstant("recorded"u8, out _recorded)
        && TryReadAuthor()
        && TryReadSource()
        && TryReadGuid("act"u8, out _act)
        && TryReadGuids("restsOn"u8);

    /// <summary>Stops at the name of the member after it, or of the one that stands in its place.</summary>
    private bool TryReadFingerprint()
    {
        if (!_reader.Read() || _reader.TokenType is not JsonTokenType.PropertyName)
            return false;
        if (!_reader.ValueTextEquals("fingerprint"u8))
            return true;
        if (!IsNext(JsonTokenType.String))
            return false;
        _fingerprint = _reader.GetString();
        return _reader.Read() && _reader.TokenType is JsonTokenType.PropertyName;
    }

    private bool TryReadAuthor()
    {
        if (
            !IsNext("author"u8)
            || !IsNext(JsonTokenType.StartObject)
            || !TryReadGuid("account"u8, out var account)
            || !TryReadText("name"u8, out var name)
            || name is null
            || !TryReadText("role"u8, out var word)
            || word is null
            || !Roles.TryGetValue(word, out var role)
            || !TryReadOptionalGuid("organisation"u8, out var organisation)
            || !TryReadText("organisationName"u8, out var organisationName)
        )
            return false;
        _author = new Author(account, name, role, organisation, organisationName);
        return IsNext(JsonTokenType.EndObject);
    }

    /// <summary>Only a source without witnesses, which almost all are.</summary>
    private bool TryReadSource()
    {
        if (
            !IsNext("source"u8)
            || !IsNext(JsonTokenType.StartObject)
            || !TryReadText("system"u8, out var system)
            || system is null
            || !IsNext("witnesses"u8)
            || !IsNext(JsonTokenType.StartArray)
            || !IsNext(JsonTokenType.EndArray)
        )
            return false;
        _source = system == Source.Here ? Source.Mantel : new Source(system, []);
        return IsNext(JsonTokenType.EndObject);
    }

    private bool TryReadGuids(ReadOnlySpan<byte> name)
    {
        if (!IsNext(name) || !IsNext(JsonTokenType.StartArray))
            return false;
        _restsOn = [];
        while (_reader.Read() && _reader.TokenType is JsonTokenType.String && _reader.TryGetGuid(out var id))
            _restsOn.Add(id);
        return _reader.TokenType is JsonTokenType.EndArray;
    }

    private bool TryReadGuid(ReadOnlySpan<byte> name, out Guid id)
    {
        id = default;
        return IsNext(name) && IsNext(JsonTokenType.String) && _reader.TryGetGuid(out id);
    }

    private bool TryReadOptionalGuid(ReadOnlySpan<byte> name, out Guid? id)
    {
        id = null;
        if (!IsNext(name) || !_reader.Read())
            return false;
        if (_reader.TokenType is JsonTokenType.Null)
            return true;
        if (_reader.TokenType is not JsonTokenType.String || !_reader.TryGetGuid(out var read))
            return false;
        id = read;
        return true;
    }

    private bool TryReadDate(ReadOnlySpan<byte> name, out PartialDate? date)
    {
        date = null;
        return TryReadText(name, out var text) && (text is null || (date = PartialDate.TryParse(text)) is not null);
    }

    private bool TryReadInstant(ReadOnlySpan<byte> name, out DateTimeOffset instant)
    {
        instant = default;
        return IsNext(name) && IsNext(JsonTokenType.String) && _reader.TryGetDateTimeOffset(out instant);
    }

    private bool TryReadText(ReadOnlySpan<byte> name, out string? text)
    {
        text = null;
        if (!IsNext(name) || !_reader.Read())
            return false;
        if (_reader.TokenType is JsonTokenType.Null)
            return true;
        if (_reader.TokenType is not JsonTokenType.String)
            return false;
        text = _reader.GetString();
        return true;
    }

    private bool IsNext(ReadOnlySpan<byte> name) =>
        _reader.Read() && _reader.TokenType is JsonTokenType.PropertyName && _reader.ValueTextEquals(name);

    private bool IsNext(JsonTokenType token) => _reader.Read() && _reader.TokenType == token;
}
