using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Mantel.Web.Spreadsheets;

/// <summary>
/// A sheet on its way in. It lies nowhere here: sealed in the page that shows it, for the one who sent it, as long as a
/// session lasts. So a restart or a second process loses nothing, and who goes away leaves nothing behind.
/// </summary>
internal sealed record Draft(
    Guid Account,
    string List,
    string File,
    string? Sheet,
    IReadOnlyList<string> Unknown,
    IReadOnlyList<string> Others,
    IReadOnlyList<DraftRow> Rows
)
{
    public const string Field = "draft";

    /// <summary>The tick that leaves out every row with a fault.</summary>
    public const string AllOut = "out-all";

    /// <summary>The most that a page carries, in characters of its sealed form; a held form is larger.</summary>
    private const int Most = 400_000;
    private const int LongestField = 15_000;

    /// <summary>The draft after what was typed and ticked; rows that the page did not show stay as they were.</summary>
    public Draft Mended(TypedForm typed, IReadOnlyList<Column> columns)
    {
        var asked = typed.All("row").ToHashSet(StringComparer.Ordinal);
        var ticked = Rows.Where(row => row.IsOut).Take(SheetPreview.MostOut).Select(row => row.Number).ToHashSet();
        return this with { Rows = [.. Rows.Select(Mend)] };

        DraftRow Mend(DraftRow row) =>
            asked.Contains(row.Number.ToString(CultureInfo.InvariantCulture)) ? row.Mended(typed, columns)
            : ticked.Contains(row.Number) ? row with { IsOut = typed.IsTicked(DraftRow.OutOf(row.Number)) }
            : row;
    }

    /// <summary>In pieces that a form takes; null when it is too much.</summary>
    public IReadOnlyList<string>? Seal(HttpContext http)
    {
        using var packed = new MemoryStream();
        using (var pack = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(pack, this);
        var text = WebEncoders.Base64UrlEncode(Protector(http).Protect(packed.ToArray(), Sessions.Longest));
        return text.Length > Most ? null : [.. text.Chunk(LongestField).Select(piece => new string(piece))];
    }

    /// <summary>What a page carried; null when it is not of this reader and list, or of long ago.</summary>
    public static Draft? In(TypedForm typed, HttpContext http, string list)
    {
        try
        {
            var text = string.Concat(typed.All(Field));
            if (text.Length == 0)
                return null;
            var packed = Protector(http).Unprotect(WebEncoders.Base64UrlDecode(text));
            using var unpack = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
            var draft = JsonSerializer.Deserialize<Draft>(unpack);
            return draft?.Account == SignedIn.Of(http)?.Account && draft?.List == list ? draft : null;
        }
        catch (Exception bad) when (bad is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(HttpContext http) =>
        http
            .RequestServices.GetRequiredService<IDataProtectionProvider>()
            .CreateProtector("Mantel.Spreadsheet")
            .ToTimeLimitedDataProtector();
}

/// <summary>A row of a draft: one cell for each column of the list.</summary>
/// <param name="Was">Its words as they stood in the file, when somebody mended it here; else null.</param>
/// <param name="IsOut">Left out on purpose.</param>
internal sealed record DraftRow(int Number, IReadOnlyList<Cell> Cells, string? Was = null, bool IsOut = false)
{
    /// <summary>The field of a cell in the form of the preview.</summary>
    public static string FieldOf(int row, string column) => column.Length == 0 ? OutOf(row) : $"r{row}.{column}";

    public static string OutOf(int row) => $"out.{row}";

    /// <summary>The row after what was typed at its cells.</summary>
    public DraftRow Mended(TypedForm typed, IReadOnlyList<Column> columns)
    {
        var cells = Cells.Select((cell, at) => Mended(cell, columns[at], typed)).ToList();
        var isMended = !cells.SequenceEqual(Cells);
        return this with
        {
            Cells = cells,
            Was = isMended ? Was ?? string.Join("; ", Cells.Select(cell => cell.Text)) : Was,
            IsOut = typed.IsTicked(OutOf(Number)),
        };
    }

    /// <summary>A choice that was not understood stays until another is made.</summary>
    private Cell Mended(Cell cell, Column column, TypedForm typed)
    {
        var now = typed[FieldOf(Number, column.Key)] ?? "";
        var before = column.Options is null ? cell.Text.Trim() : column.Read(cell).Value ?? "";
        return now == before ? cell : Cell.Of(now);
    }
}
