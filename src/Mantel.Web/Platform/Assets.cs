using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.StaticFiles;

namespace Mantel.Web.Platform;

/// <summary>
/// Style sheets, fonts and scripts, carried inside the program. One hash over all of them stands in every address, so
/// that a browser may keep them for ever and still gets the new ones.
/// </summary>
internal sealed class Assets
{
    /// <summary>All style sheets of wwwroot/css in the order of their names, after the library's, as one.</summary>
    public const string StyleSheet = "mantel.css";

    private const string Root = "wwwroot/";
    private readonly FrozenDictionary<string, Asset> _assets = Read();

    public Assets()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, asset) in _assets.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            hash.AppendData(asset.Bytes);
        }
        Version = Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    public string Version { get; }

    /// <summary>The address of an asset, such as <c>mark.svg</c> or <c>js/mantel.js</c>.</summary>
    public string Href(string path) =>
        _assets.ContainsKey(path)
            ? $"/assets/{Version}/{path}"
            : throw new FileNotFoundException("There is no such asset.", path);

    internal IResult Serve(string version, string path, HttpContext http)
    {
        if (!string.Equals(version, Version, StringComparison.Ordinal) || !_assets.TryGetValue(path, out var asset))
            return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (!asset.IsText || !http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
            return Results.Bytes(asset.Bytes, asset.Type);
        http.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(asset.Brotli.Value, asset.Type);
    }

    private static FrozenDictionary<string, Asset> Read()
    {
        var types = new FileExtensionContentTypeProvider();
        var assembly = typeof(Assets).Assembly;
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(Root, StringComparison.Ordinal))
                continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            files[name[Root.Length..].Replace('\\', '/')] = bytes;
        }
        files[StyleSheet] = Bind(files);
        return files.ToFrozenDictionary(
            file => file.Key,
            file => new Asset(file.Value, TypeOf(file.Key)),
            StringComparer.Ordinal
        );

        string TypeOf(string path) =>
            types.TryGetContentType(path, out var type)
                ? type.StartsWith("text/", StringComparison.Ordinal)
                    ? type + "; charset=utf-8"
                    : type
                : "application/octet-stream";
    }

    private static byte[] Bind(SortedDictionary<string, byte[]> files)
    {
        var sheets = files
            .Where(file => file.Key.StartsWith("css/", StringComparison.Ordinal))
            .Select(file => file.Value);
        return [.. sheets.Prepend(files["lib/utrecht.css"]).SelectMany(sheet => sheet.Append((byte)'\n'))];
    }

    private sealed record Asset(byte[] Bytes, string Type)
    {
        public bool IsText =>
            Type.Contains("text", StringComparison.Ordinal) || Type.Contains("svg", StringComparison.Ordinal);

        public Lazy<byte[]> Brotli { get; } = new(() => Compress(Bytes));

        private static byte[] Compress(byte[] bytes)
        {
            using var compressed = new MemoryStream();
            using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal))
                brotli.Write(bytes);
            return compressed.ToArray();
        }
    }
}
