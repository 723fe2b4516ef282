using System.Buffers.Binary;
using Mantel.Core.Journal;

namespace Mantel.Storage.Databases;

/// <summary>The name of a stream as it is stored: its kind and its id, 17 bytes.</summary>
internal readonly struct StreamKey : IEquatable<StreamKey>
{
    public const int Length = 17;

    public StreamKey(StreamId stream)
    {
        Stream = stream;
        Bytes = new byte[Length];
        Bytes[0] = stream.Kind.Number;
        stream.Id.TryWriteBytes(Bytes.AsSpan(1), bigEndian: true, out _);
    }

    public StreamKey(byte[] bytes)
    {
        Bytes = bytes;
        Stream = new StreamId(KindOf(bytes), new Guid(bytes.AsSpan(1), bigEndian: true));
    }

    public StreamId Stream { get; }

    public byte[] Bytes { get; }

    public bool Equals(StreamKey other) => Stream == other.Stream;

    public override bool Equals(object? obj) => obj is StreamKey other && Equals(other);

    public override int GetHashCode() => Stream.GetHashCode();

    public static bool IsKnown(byte kind) => StreamKind.Of(kind) is not null;

    private static StreamKind KindOf(byte[] bytes) =>
        (bytes.Length == Length ? StreamKind.Of(bytes[0]) : null)
        ?? throw new StorageException("The journal holds a stream of a kind that this program does not know.");
}

internal static class Bytes
{
    public static byte[] Of(Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid Guid(byte[] bytes) => new(bytes, bigEndian: true);

    public static byte[] Of(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }
}
