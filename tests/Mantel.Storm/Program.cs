using Mantel.Core.Journal;
using Mantel.Storage;

// A storm of acts, to be killed: says each act and look on a line of its own once it was acknowledged.
// Arguments: a data directory to warm up in, the data directory, and the PostgreSQL connection string if that is used.
// Begins when it reads a line, stops when there is nobody left to read from.
var (practice, directory, postgreSql) = (args[0], args[1], args.ElementAtOrDefault(2));
await using (var archive = await OpenAsync(new StorageOptions(practice)))
    await Task.WhenAll(Enumerable.Range(0, 4).Select(i => StormAsync(archive, [Guid.NewGuid()], i, 3, said: null)));
Console.WriteLine("ready");
if (Console.ReadLine() is null)
    return;
_ = Task.Run(StopWhenAlone);
await using var real = await OpenAsync(new StorageOptions(directory, postgreSql));
var people = Enumerable.Range(0, 8).Select(_ => Guid.NewGuid()).ToArray();
await Task.WhenAll(
    Enumerable.Range(0, 16).Select(i => Task.Run(() => StormAsync(real, people, i, int.MaxValue, Console.Out)))
);

static void StopWhenAlone()
{
    Console.In.ReadToEnd();
    Environment.Exit(0);
}

static Task<Archive> OpenAsync(StorageOptions options) =>
    Archive.OpenAsync(options, new ReadModel<string>(1, (_, entries) => $"{entries.Count}", _ => []), default);

static async Task StormAsync(Archive archive, Guid[] people, int writer, int times, TextWriter? said)
{
    var author = new Author(Guid.NewGuid(), "storm", Role.Nurse, Organisation: null, OrganisationName: null);
    for (var i = 0; i < times; i++)
    {
        var person = people[(writer + i) % people.Length];
        var act = await ActAsync(archive, StreamId.Person(person), author);
        said?.WriteLine($"act {person} {act}");
        var look = new Look(
            act,
            DateTimeOffset.UnixEpoch,
            person,
            author.Account,
            "",
            Role.Nurse,
            null,
            "",
            "",
            "",
            null
        );
        await archive.Looks.WriteAsync(look, default);
        said?.WriteLine($"look {person} {act}");
    }
}

static async Task<Guid> ActAsync(Archive archive, StreamId person, Author author)
{
    var now = new Moment(DateTimeOffset.UnixEpoch, new DateOnly(1970, 1, 1));
    var told = new NewFact(new EntryWitnessed(Guid.Empty, new Witness("storm")));
    var act = Guid.NewGuid();
    while (true)
    {
        var version = await archive.Journal.VersionAsync(person, default);
        var append = new Append(person, version, act, author, now, [told, told]);
        if (await archive.Journal.AppendAsync(append, default) is not AppendResult.Conflict)
            return act;
    }
}
