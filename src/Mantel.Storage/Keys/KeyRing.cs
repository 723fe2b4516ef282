using System.Collections.Concurrent;
using System.Security.Cryptography;
using Dapper;
using Mantel.Core.Journal;
using Mantel.Storage.Databases;

namespace Mantel.Storage.Keys;

/// <summary>The keys of all streams, wrapped at rest. A key is durable before anything is written under it.</summary>
internal sealed class KeyRing : IDisposable
{
    public const string SigningName = "signing";

    private readonly Database _keys;
    private readonly MasterKey _master;
    private readonly ConcurrentDictionary<StreamId, byte[]> _open = new();
    private readonly ECDsa _signing = ECDsa.Create();
    private readonly SemaphoreSlim _making = new(1, 1);

    public KeyRing(Database keys, MasterKey master)
    {
        (_keys, _master) = (keys, master);
        using var session = keys.Open();
        Numbers = Secret(session, "numbers", () => (RandomNumberGenerator.GetBytes(32), null)).Wrapped;
        Figures = Secret(session, "figures", () => (RandomNumberGenerator.GetBytes(32), null)).Wrapped;
        var (signing, published) = Secret(session, SigningName, MakeSigningKey);
        _signing.ImportPkcs8PrivateKey(signing, out _);
        Published = published ?? throw new StorageException("The signing key has lost its public half.");
    }

    /// <summary>Somebody was here before: there are keys.</summary>
    public static bool IsKept(Database keys)
    {
        using var session = keys.Open();
        return session.Connection.ExecuteScalar<long>("SELECT count(*) FROM secret") > 0;
    }

    /// <summary>Signs seals and manifests (ECDSA P-256).</summary>
    public byte[] Sign(byte[] hash)
    {
        lock (_signing)
            return _signing.SignHash(hash);
    }

    /// <summary>The public half, to verify seals with (SubjectPublicKeyInfo).</summary>
    public byte[] Published { get; }

    /// <summary>What numbers are hashed under.</summary>
    public byte[] Numbers { get; }

    /// <summary>What waits to be counted is encrypted under this.</summary>
    public byte[] Figures { get; }

    /// <summary>A secret of the program under this name; made when there is none.</summary>
    public byte[] Secret(string name, Func<byte[]> make)
    {
        using var session = _keys.Open();
        return Secret(session, name, () => (make(), null)).Wrapped;
    }

    /// <summary>Every secret of which the name begins so.</summary>
    public IReadOnlyList<(string Name, byte[] Content)> ReadAll(string prefix)
    {
        using var session = _keys.Open();
        return
        [
            .. session
                .Connection.Query<(string Name, byte[] Wrapped)>("SELECT name, wrapped FROM secret ORDER BY name")
                .Where(row => row.Name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(row => (row.Name, _master.Unwrap(row.Wrapped, SecretContext(row.Name)))),
        ];
    }

    /// <summary>The stream's key, among those that were opened; see <see cref="OpenAllAsync"/>.</summary>
    public byte[]? Find(StreamKey stream) => _open.GetValueOrDefault(stream.Stream);

    public async ValueTask<byte[]?> FindAsync(StreamKey stream, CancellationToken ct)
    {
        if (_open.TryGetValue(stream.Stream, out var key))
            return key;
        await using var session = await _keys.RentAsync(ct);
        var wrapped = await session
            .Command("SELECT wrapped FROM stream_key WHERE stream = @p0", stream.Bytes)
            .ExecuteScalarAsync(ct);
        return wrapped is byte[] bytes ? Keep(stream, bytes) : null;
    }

    /// <summary>The stream's key, made when there is none; null when the person was erased.</summary>
    public async ValueTask<byte[]?> EnsureAsync(StreamKey stream, CancellationToken ct)
    {
        if (await FindAsync(stream, ct) is { } key)
            return key;
        await _making.WaitAsync(ct);
        try
        {
            await using var session = await _keys.RentAsync(ct);
            Make(session, stream);
        }
        finally
        {
            _making.Release();
        }
        return await FindAsync(stream, ct);
    }

    /// <summary>Opens all keys at once, for the work that needs everyone's.</summary>
    public async Task OpenAllAsync(CancellationToken ct)
    {
        await using var session = await _keys.RentAsync(ct);
        foreach (var row in session.Connection.Query<KeyRow>("SELECT stream, wrapped FROM stream_key", buffered: false))
            Keep(new StreamKey(row.Stream), row.Wrapped);
    }

    /// <summary>True when the wrapped key is what it was.</summary>
    public bool CanOpen(StreamKey stream, byte[] wrapped)
    {
        try
        {
            return _master.Unwrap(wrapped, Context(stream)).Length > 0;
        }
        catch (StorageException)
        {
            return false;
        }
    }

    /// <summary>True when the wrapped secret is what it was.</summary>
    public bool CanOpenSecret(string name, byte[] wrapped)
    {
        try
        {
            return _master.Unwrap(wrapped, SecretContext(name)).Length > 0;
        }
        catch (StorageException)
        {
            return false;
        }
    }

    public void Forget(StreamId stream) => _open.TryRemove(stream, out _);

    public static string Context(StreamKey stream) => $"stream {stream.Stream}";

    public static string SecretContext(string name) => $"secret {name}";

    public void Dispose()
    {
        _signing.Dispose();
        _making.Dispose();
    }

    private void Make(Session session, StreamKey stream)
    {
        session.Write(() =>
        {
            var erased = session.Command("SELECT 1 FROM erasure WHERE person = @p0", stream.Bytes[1..]).ExecuteScalar();
            if (erased is not null && stream.Stream.Kind == StreamKind.Person)
                return;
            var wrapped = _master.Wrap(RandomNumberGenerator.GetBytes(32), Context(stream));
            session.Insert(
                Tables.StreamKey,
                [
                    [stream.Bytes, wrapped],
                ]
            );
        });
    }

    private byte[] Keep(StreamKey stream, byte[] wrapped) =>
        _open.GetOrAdd(stream.Stream, _ => _master.Unwrap(wrapped, Context(stream)));

    private (byte[] Wrapped, byte[]? Published) Secret(
        Session session,
        string name,
        Func<(byte[] Secret, byte[]? Published)> make
    )
    {
        if (ReadSecret(session, name) is null)
        {
            var (secret, published) = make();
            session.Write(() =>
                session.Insert(
                    Tables.Secret,
                    [
                        [name, _master.Wrap(secret, SecretContext(name)), published],
                    ]
                )
            );
        }
        var row = ReadSecret(session, name)!;
        return (_master.Unwrap(row.Wrapped, SecretContext(name)), row.Public);
    }

    private static SecretRow? ReadSecret(Session session, string name) =>
        session.Connection.QuerySingleOrDefault<SecretRow>(
            "SELECT wrapped, public FROM secret WHERE name = @name",
            new { name }
        );

    private static (byte[], byte[]?) MakeSigningKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (key.ExportPkcs8PrivateKey(), key.ExportSubjectPublicKeyInfo());
    }

    private sealed record KeyRow(byte[] Stream, byte[] Wrapped);

    private sealed record SecretRow(byte[] Wrapped, byte[]? Public);
}
