using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Tests.Web;
using Mantel.Web.Look;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Mantel.Tests.Readers;

/// <summary>Somebody of the circle who decides nothing for the person: a cousin with an account of her own.</summary>
internal sealed partial class OwnPages
{
    public const string Distant = "close-one-only";

    private static async Task<Visitor> SignInAsync(RunningMantel mantel, string role, Guid person)
    {
        if (role is not Distant)
            return await mantel.SignInAsync(role);
        var joke = await Enrolled.MakeAsync(mantel, Role.CloseOne, $"joke-{Guid.NewGuid():n}");
        var name = new PersonName("Joke", null, null, null, "Minnaard", null, null, NameUse.Own);
        var act = new RecordRelatedPerson(Guid.NewGuid(), name, Relationship.Niece, Account: joke.Id);
        var nurse = new Author(Guid.NewGuid(), "Fatima Azouzi", Role.Nurse, null, null);
        var now = Moment.At(TimeProvider.System.GetUtcNow(), Days.Zone);
        var own = mantel.Services.GetRequiredService<Desk>().Own;
        (
            await own.DoAsync(person, act, nurse, new Submission(Guid.NewGuid()), now, CancellationToken.None)
        ).ShouldBeOfType<ActOutcome.Done>();
        return await joke.SignInAsync(mantel);
    }
}
