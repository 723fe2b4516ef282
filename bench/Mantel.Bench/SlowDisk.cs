using System.Diagnostics;

namespace Mantel.Bench;

/// <summary>A library that, preloaded, makes every flush to the disk take two milliseconds longer.</summary>
internal static class SlowDisk
{
    private const string Source = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <time.h>
        static void wait_2ms(void) { struct timespec t = { 0, 2000000 }; nanosleep(&t, 0); }
        int fsync(int f) {
            static int (*real)(int);
            if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
            wait_2ms();
            return real(f);
        }
        int fdatasync(int f) {
            static int (*real)(int);
            if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
            wait_2ms();
            return real(f);
        }
        """;

    /// <summary>The path of the library; null where there is no compiler to make it.</summary>
    public static async Task<string?> MakeAsync(Scratch scratch)
    {
        var source = scratch.In("slow.c");
        var library = scratch.In("slow.so");
        await File.WriteAllTextAsync(source, Source);
        try
        {
            using var compiler = Process.Start("gcc", ["-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"]);
            await compiler.WaitForExitAsync();
            return compiler.ExitCode == 0 ? library : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
