using System.Text;
using System.Text.Json;
using Mantel.Core.Journal;

namespace Mantel.Storage.Erasing;

/// <summary>The erasure ledger as a file of lines, to be kept where no restore can take it back.</summary>
internal static class LedgerFile
{
    public const string Name = "erasures.ledger";

    public static void Write(string file, IReadOnlyList<LedgerLine> lines)
    {
        var text = string.Concat(lines.Select(line => JsonSerializer.Serialize(line, FactCodec.Json) + "\n"));
        WholeFile.Write(file, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The lines; none when there is no file.</summary>
    /// <exception cref="StorageException">The file is no ledger, or a line was changed or taken out.</exception>
    public static IReadOnlyList<LedgerLine> Read(string file)
    {
        if (!File.Exists(file))
            return [];
        try
        {
            var lines = File.ReadAllLines(file).Where(line => line.Length > 0).Select(Parse).ToList();
            return LedgerLine.FindBreak(lines) is { } broken
                ? throw new StorageException($"Line {broken} of the erasure ledger {file} was changed.")
                : lines;
        }
        catch (Exception failure) when (failure is IOException or JsonException)
        {
            throw new StorageException($"The erasure ledger {file} cannot be read.", failure);
        }
    }

    /// <summary>One ledger with everyone who is in any of these, in the order of erasure.</summary>
    public static IReadOnlyList<LedgerLine> Merge(IEnumerable<LedgerLine> lines)
    {
        var merged = new List<LedgerLine>();
        foreach (var line in lines.OrderBy(line => line.At).ThenBy(line => line.Number).DistinctBy(line => line.Person))
            merged.Add(LedgerLine.Next(merged.LastOrDefault(), line.ToErasure()));
        return merged;
    }

    private static LedgerLine Parse(string line) =>
        JsonSerializer.Deserialize<LedgerLine>(line, FactCodec.Json)
        ?? throw new JsonException("A line is never null.");
}

/// <summary>Files that are there as a whole or not at all.</summary>
internal static class WholeFile
{
    public static void Write(string file, byte[] content, bool secret = false)
    {
        var draft = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (secret && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, file, overwrite: true);
    }
}
