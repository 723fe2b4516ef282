using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;

namespace Mantel.Web.Commands;

/// <summary>
/// What a command reads of a record or says of it was looked at, by whoever runs the machine, and the person can read
/// that. Written before anything leaves.
/// </summary>
internal static class OperatorLooks
{
    public static async Task WriteAsync(LookLog looks, PersonRecord record, AccessAction what, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var one in record.Followers().Prepend(record.Id))
            await looks.WriteAsync(
                new Storage.Look(
                    Guid.CreateVersion7(now),
                    now,
                    one,
                    Guid.Empty,
                    AccountName: "Mantel",
                    Role.System,
                    Organisation: null,
                    what.ToString(),
                    LookWords.Operator,
                    LookWords.Operator,
                    Reason: null
                ),
                ct
            );
    }
}
