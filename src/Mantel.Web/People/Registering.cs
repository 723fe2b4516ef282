using System.Security.Cryptography;
using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.CareTeam;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.People;

/// <summary>Opens a record for somebody new, after who resembles them was shown.</summary>
internal static class RegisteringRoutes
{
    private const string Address = "/people/new";
    private const int MostShown = 5;

    public static void MapRegistering(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, IResult () => Answer.Page<RegisterPage>()).Needs(AccessAction.Register);
        routes
            .MapPost(Address, RegisterAsync)
            .Needs(AccessAction.Register)
            .RequireRateLimiting(RateLimits.Search)
            .ShowsAgain();
    }

    private static async Task<IResult> RegisterAsync(TypedForm typed, HttpContext http, Findable findable, Desk desk)
    {
        var (actor, now) = (http.Actor()!, http.Now());
        var act = Read(typed, actor);
        if (typed.Problems.Count > 0)
            return Answer.Again<RegisterPage>(typed);
        var person = IdOf(typed.Act, actor);
        if (act.Decide(new PersonRecord(StreamId.Person(person), []), now) is Outcome.Refused wrong)
            return Answer.Again<RegisterPage>(typed.With(wrong.Problems));
        if (!typed.IsTicked("isAnother") && await findable.OfAsync(person, http.RequestAborted) is null)
        {
            var alike = await findable.ResemblingAsync(act.Name, act.BirthDate, Checked(act), http.RequestAborted);
            if (alike.Count > 0)
                return await AskWhetherAnotherAsync(typed, act, [.. alike.Take(MostShown)], http, desk);
        }
        var sending = typed.Sent(http) with { Knowingly = typed.All("knowingly") };
        return await desk.DoAsync(person, act, actor, sending, now, http.RequestAborted) switch
        {
            ActOutcome.Done or ActOutcome.AlreadyDone => Answer.SeeOther(http, $"/people/{person}", "people.new.done"),
            ActOutcome.Refused refused => Answer.Again<RegisterPage>(typed.With(refused.Problems)),
            ActOutcome.SentOtherwise before => Answer.Again<RegisterPage>(
                typed.SentOtherwise(before).Beside(RecordedBefore.Of(before.Recorded))
            ),
            _ => Answer.NothingHere(),
        };
    }

    /// <summary>
    /// The same form of the same account opens the same record; nobody can choose the id of a record.
    /// </summary>
    private static Guid IdOf(Guid act, Actor actor)
    {
        Span<byte> both = stackalloc byte[32];
        act.TryWriteBytes(both);
        actor.Account.TryWriteBytes(both[16..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(both, hash);
        return new Guid(hash[..16]);
    }

    private static RegisterPerson Read(TypedForm typed, Actor actor) =>
        new(
            typed.Name(),
            typed.Born("birthDate"),
            typed.Number(),
            typed.HasNoNumber(),
            typed.Choice<AdministrativeGender>("gender"),
            typed.AddressIfAny(),
            typed["language"],
            typed.IsTicked("evenSo"),
            ReceivedBy: new ReceivePerson(
                actor.Author.Organisation,
                actor.Author.OrganisationName,
                "registered",
                new JoinCareTeam(Guid.NewGuid(), TypedCareTeam.MemberOf(actor)),
                typed.IsTicked("isCentral")
            ),
            Country: typed["country"]
        );

    private static PersonNumber? Checked(RegisterPerson act) =>
        act.Number is { } number && NationalNumber.Check(number.Kind, number.Value) is { } digits
            ? number with
            {
                Value = digits,
            }
            : null;

    /// <summary>
    /// A name leaves only after a look is written, and only to who may: of one's own people, or, where one's role may
    /// find anybody, by two identifiers that were typed. Anybody else reads that somebody is here.
    /// </summary>
    private static async Task<IResult> AskWhetherAnotherAsync(
        TypedForm typed,
        RegisterPerson act,
        IReadOnlyList<(RegisterRow Row, Likeness Likeness)> alike,
        HttpContext http,
        Desk desk
    )
    {
        var (actor, now) = (http.Actor()!, http.Now());
        var told = new List<Resembling>();
        foreach (var (row, likeness) in alike)
        {
            var identified = Identifies(act, row, likeness);
            var isNamed = await desk.CameUponAsync(
                row.Person,
                AccessAction.Register,
                identified,
                actor,
                now,
                http.RequestAborted
            );
            told.Add(new(isNamed ? row : null, likeness, isNamed && OwnPeople.IsOwn(row, actor, now)));
        }
        var asked = typed.With([new Problem("isAnother", "rule.resembles", [], IsBrokenRule: true)]);
        return Answer.Again<RegisterPage>(asked, new { Alike = told });
    }

    /// <summary>True when two of name, birth date and number were typed, and each is this person's.</summary>
    private static bool Identifies(RegisterPerson act, RegisterRow row, Likeness likeness)
    {
        var number = likeness is Likeness.SameNumber ? act.Number?.Value : null;
        var name = act.Name.Full();
        LookFor[] looked =
        [
            new(name, act.BirthDate, Number: null),
            new(name, BirthDate: null, number),
            new(Name: null, act.BirthDate, number),
        ];
        return looked.Any(one => one.Fits(row) && one.Identifies(row));
    }
}

/// <summary>Somebody in the register who resembles the one about to be registered.</summary>
/// <param name="Row">Null where the one who registers may not be told who it is.</param>
/// <param name="IsOwn">True when the one who registers may open their page.</param>
public sealed record Resembling(RegisterRow? Row, Likeness Likeness, bool IsOwn);
