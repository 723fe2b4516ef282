using System.Security.Cryptography;
using Mantel.Storage.Databases;
using Mantel.Storage.Keys;

namespace Mantel.Storage;

/// <summary>
/// What signing in needs of what is kept, without opening anybody's record: the log of accounts, and secrets of the
/// program that are wrapped by the master key and shared by every process on the same database.
/// </summary>
public sealed class SignInStore : IAsyncDisposable
{
    private readonly Database _keyBase;
    private readonly Database _looks;
    private readonly KeyRing _keys;

    private SignInStore(Database keyBase, Database looks, KeyRing keys)
    {
        (_keyBase, _looks, _keys) = (keyBase, looks, keys);
        Accounts = new AccountLog(looks, Secret("accounts"));
    }

    /// <exception cref="StorageException">The master key does not fit, or the database cannot be opened.</exception>
    public static SignInStore Open(StorageOptions options)
    {
        var keyBase = Parts.OpenKeys(options);
        return new SignInStore(
            keyBase,
            Parts.OpenLooks(options),
            new KeyRing(keyBase, MasterKey.Find(options, () => KeyRing.IsKept(keyBase)))
        );
    }

    public AccountLog Accounts { get; }

    /// <summary>32 bytes under this name, made when there are none.</summary>
    public byte[] Secret(string name) => _keys.Secret(name, () => RandomNumberGenerator.GetBytes(32));

    /// <summary>All that was kept under names that begin so.</summary>
    public IReadOnlyList<(string Name, byte[] Content)> Kept(string prefix) => _keys.ReadAll(prefix);

    /// <summary>Keeps something under a name of its own; what has that name already stays as it is.</summary>
    public void Keep(string name, byte[] content) => _keys.Secret(name, () => content);

    public async ValueTask DisposeAsync()
    {
        _keys.Dispose();
        await _keyBase.DisposeAsync();
        await _looks.DisposeAsync();
    }
}
