using System.Collections.Frozen;
using System.Reflection;

namespace Mantel.Core.Journal;

/// <summary>
/// What a stream of facts is about. A module that keeps a record of its own gives it a kind
/// (<see cref="IKeptRecord{TSelf}"/>); the number is how it is stored, for ever, and is never given again.
/// </summary>
/// <param name="Number">From 1; it stands before the id of every stream of this kind.</param>
public readonly record struct StreamKind(byte Number, string Name)
{
    /// <summary>One person's record.</summary>
    public static readonly StreamKind Person = new(1, "person");

    /// <summary>
    /// The organisations and professionals of this installation: one stream, <see cref="StreamId.Directory"/>.
    /// </summary>
    public static readonly StreamKind Directory = new(2, "directory");

    /// <summary>
    /// Figures without names: contributions of people who were erased, and closed periods as published. One stream,
    /// <see cref="StreamId.Figures"/>.
    /// </summary>
    public static readonly StreamKind Figures = new(4, "figures");

    /// <summary>All kinds there are, those of the modules with them, by their number.</summary>
    public static FrozenDictionary<byte, StreamKind> Known => KeptRecords.Kinds;

    /// <summary>The kind with this number; null when this program knows none.</summary>
    public static StreamKind? Of(byte number) => Known.TryGetValue(number, out var kind) ? kind : null;

    public override string ToString() => Name;
}

/// <summary>The name of a stream. A person's id says nothing about the person.</summary>
public readonly record struct StreamId(StreamKind Kind, Guid Id)
{
    public static StreamId Directory { get; } =
        new(StreamKind.Directory, new Guid("6d616e74-656c-4000-8000-000000000001"));

    public static StreamId Figures { get; } = new(StreamKind.Figures, new Guid("6d616e74-656c-4000-8000-000000000002"));

    public static StreamId Person(Guid id) => new(StreamKind.Person, id);

    /// <summary>The stream in which a record of this kind is kept.</summary>
    public static StreamId Of<TRecord>(Guid id)
        where TRecord : Record, IKeptRecord<TRecord> => new(TRecord.Kind, id);

    public override string ToString() => $"{Kind.Name}/{Id}";
}

/// <summary>A record that is kept in a stream of its own: which kind of stream, and how its entries fold.</summary>
public interface IKeptRecord<TSelf>
    where TSelf : Record, IKeptRecord<TSelf>
{
    /// <summary>The kind of its streams; no two records have the same.</summary>
    static abstract StreamKind Kind { get; }

    static abstract TSelf Fold(StreamId stream, IReadOnlyList<Entry> entries);
}

/// <summary>The records that are kept, each in its own kind of stream, gathered from what says so.</summary>
public static class KeptRecords
{
    private static readonly FrozenDictionary<StreamKind, Func<StreamId, IReadOnlyList<Entry>, Record>> Folds =
        typeof(KeptRecords)
            .Assembly.GetTypes()
            .Where(IsKept)
            .Select(type => typeof(KeptRecords).GetMethod(nameof(FoldOf), Hidden)!.MakeGenericMethod(type))
            .Select(method => (KeyValuePair<StreamKind, Func<StreamId, IReadOnlyList<Entry>, Record>>)Call(method))
            .ToFrozenDictionary();

    private const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Static;

    /// <summary>Every kind by its number: figures have no record that anybody opens.</summary>
    internal static FrozenDictionary<byte, StreamKind> Kinds { get; } =
        Folds.Keys.Append(StreamKind.Figures).ToFrozenDictionary(kind => kind.Number);

    /// <summary>The record of these entries.</summary>
    /// <exception cref="ArgumentException">Nothing is kept in streams of this kind.</exception>
    public static Record Fold(StreamId stream, IReadOnlyList<Entry> entries) =>
        Folds.TryGetValue(stream.Kind, out var fold)
            ? fold(stream, entries)
            : throw new ArgumentException($"No record is kept in a stream of {stream.Kind.Name}.", nameof(stream));

    private static bool IsKept(Type type) =>
        type is { IsAbstract: false, IsClass: true }
        && Array.Exists(
            type.GetInterfaces(),
            one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IKeptRecord<>)
        );

    private static object Call(MethodInfo method) => method.Invoke(obj: null, parameters: null)!;

    private static KeyValuePair<StreamKind, Func<StreamId, IReadOnlyList<Entry>, Record>> FoldOf<TRecord>()
        where TRecord : Record, IKeptRecord<TRecord> => new(TRecord.Kind, TRecord.Fold);
}
