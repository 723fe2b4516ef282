using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Mantel.Storage.Keys;

/// <summary>
/// The key that wraps all others. A key service can take its place: nothing else in the program sees the master key,
/// only what <see cref="Wrap"/> and <see cref="Unwrap"/> give.
/// </summary>
internal sealed class MasterKey(byte[] key)
{
    public const string FileName = "master.key";
    public const string Variable = "MANTEL_MASTER_KEY";
    private const int Length = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>
    /// The key from the options, the environment or the file; the file is made when there is none of them.
    /// </summary>
    /// <param name="isKept">Whether there are keys already that another master key wrapped: then none is made.</param>
    /// <exception cref="StorageException">There are keys, and their master key is not here.</exception>
    public static MasterKey Find(StorageOptions options, Func<bool>? isKept = null)
    {
        if (options.MasterKey is { } given)
            return new MasterKey(Checked(given, "The master key given"));
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text)
            return new MasterKey(Parse(text, $"The variable {Variable}"));
        var file = Path.Combine(options.DataDirectory, FileName);
        if (!File.Exists(file) && isKept?.Invoke() == true)
            throw new StorageException(
                "There are keys here already, and not their master key: give the one they were made with, in "
                    + $"{FileName} of the data folder or in the variable {Variable}."
            );
        if (!File.Exists(file))
            CreateFile(file);
        return FromFile(file);
    }

    /// <summary>
    /// True when the key comes as a file of the data directory, so that a backup has to bring it along.
    /// </summary>
    public static bool IsFile(StorageOptions options) =>
        options.MasterKey is null && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    public static MasterKey FromFile(string file) => new(Parse(File.ReadAllText(file), $"The file {FileName}"));

    public byte[] Wrap(ReadOnlySpan<byte> plain, string context)
    {
        using var aes = new AesGcm(key, TagLength);
        var wrapped = new byte[NonceLength + plain.Length + TagLength];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceLength));
        aes.Encrypt(
            wrapped.AsSpan(0, NonceLength),
            plain,
            wrapped.AsSpan(NonceLength, plain.Length),
            wrapped.AsSpan(NonceLength + plain.Length),
            Encoding.UTF8.GetBytes(context)
        );
        return wrapped;
    }

    /// <exception cref="StorageException">The key was wrapped by another master key, or was changed.</exception>
    public byte[] Unwrap(ReadOnlySpan<byte> wrapped, string context)
    {
        using var aes = new AesGcm(key, TagLength);
        var plain = new byte[Math.Max(0, wrapped.Length - NonceLength - TagLength)];
        try
        {
            aes.Decrypt(
                wrapped[..NonceLength],
                wrapped.Slice(NonceLength, plain.Length),
                wrapped[^TagLength..],
                plain,
                Encoding.UTF8.GetBytes(context)
            );
            return plain;
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            throw new StorageException(
                "The master key does not open the keys that are kept here: give the one they were made with, in "
                    + $"{FileName} of the data folder or in the variable {Variable}.",
                failure
            );
        }
    }

    private static void CreateFile(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var draft = $"{file}.{Guid.NewGuid():N}";
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(
                Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)) + "\n")
            );
            stream.Flush(flushToDisk: true);
        }
        try
        {
            Name(draft, file);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>
    /// Gives the draft its name unless another process was first, in one step: a move looks first and then replaces,
    /// and would take away a key that was already used.
    /// </summary>
    private static void Name(string draft, string file)
    {
        if (!OperatingSystem.IsWindows() && (Link(draft, file) == 0 || File.Exists(file)))
            return;
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file)) { }
    }

    [DllImport("libc", EntryPoint = "link")]
    private static extern int Link(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string from,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string to
    );

    private static byte[] Parse(string text, string what)
    {
        var bytes = new byte[Length + 1];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length)
            ? Checked(bytes[..length], what)
            : throw new StorageException($"{what} is not base64 of {Length} bytes.");
    }

    private static byte[] Checked(byte[] bytes, string what) =>
        bytes.Length == Length ? bytes : throw new StorageException($"{what} is not {Length} bytes long.");
}
