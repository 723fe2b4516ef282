using System.Runtime.InteropServices;
using Mantel.Storage;

namespace Mantel.Web.Platform;

/// <summary>Files and folders that are nobody's but the owner's: whoever else has an account on the machine.</summary>
internal static class OwnersOnly
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const uint Others = 0b000_111_111;

    /// <summary>From now on every file that this process makes is its owner's only.</summary>
    public static void MakeEverything()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetMask(Others);
    }

    public static void Make(DirectoryInfo folder)
    {
        if (OperatingSystem.IsWindows())
            folder.Create();
        else
            Directory.CreateDirectory(folder.FullName, Own);
    }

    /// <exception cref="StorageException">Others may look into it.</exception>
    public static void RefuseWider(DirectoryInfo folder, string what)
    {
        if (OperatingSystem.IsWindows() || (folder.UnixFileMode & ~Own) == UnixFileMode.None)
            return;
        throw new StorageException(
            $"The {what} {folder.Name} is open to other users of this machine: close it with chmod 700, "
                + "then start again."
        );
    }

    [DllImport("libc", EntryPoint = "umask")]
    private static extern uint SetMask(uint mask);
}
