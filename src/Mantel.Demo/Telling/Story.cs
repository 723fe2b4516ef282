using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Storage;

namespace Mantel.Demo.Telling;

/// <summary>
/// One person's history as it is told: on a day, by somebody, something is done. Each sentence becomes an act of the
/// product with that author and that time.
/// </summary>
internal sealed partial class Story(string key, DateOnly today)
{
    private readonly List<Step> _steps = [];

    /// <summary>Keeps the ids of what is told apart from those of the story itself.</summary>
    private int _before;

    private Moment _at;
    private Actor? _by;
    private Professional? _me;
    private string _name = "";

    public Days Days { get; } = new(today);

    public Guid Person { get; } = FixedIdentifiers.Id($"person/{key}");

    public IReadOnlyList<Step> Steps => _steps;

    public override string ToString() => key;

    /// <summary>The day that is being told.</summary>
    public PartialDate Day => PartialDate.Of(_at.Today);

    /// <summary>The person as a party of what is agreed.</summary>
    public Party Self => new(PartyKind.Person, _name);

    /// <summary>How many steps were told before this one, for ids that stay the same in every telling.</summary>
    private int Nth => _before + _steps.Count;

    private Actor Who => _by ?? throw new InvalidOperationException($"{key}: nobody does this.");

    private Professional Me => _me ?? throw new InvalidOperationException($"{key}: no professional does this.");

    /// <summary>So many days ago, on a working day.</summary>
    public Story On(int daysAgo, string time = "10:30")
    {
        var workday = Days.WorkdayAgo(daysAgo, time);
        return At(workday.Instant > _at.Instant ? workday : Days.Ago(daysAgo, time));
    }

    /// <summary>So many days ago at that hour, weekend or not.</summary>
    public Story AtNight(int daysAgo, string time) => At(Days.Ago(daysAgo, time));

    /// <summary>So many days ago at that hour, or later that day when something else came first.</summary>
    public Story Then(int daysAgo, string time)
    {
        var moment = Days.Ago(daysAgo, time);
        return At(moment.Instant > _at.Instant ? moment : _at with { Instant = _at.Instant.AddMinutes(2) });
    }

    private Story ByActor(Actor actor)
    {
        _by = actor;
        return this;
    }

    public Story By(Professional who)
    {
        _me = who;
        return ByActor(who.Actor);
    }

    public Story By(DemoCloseOne who) => ByActor(who.Actor);

    /// <summary>The person does this themselves.</summary>
    public Story ByThemselves() =>
        ByActor(new Actor(new Author(FixedIdentifiers.Id($"account/{key}"), _name, Role.Person, null, null), Person));

    public Story Does(IAct<PersonRecord> act, Source? source = null) => Does(_ => act, source);

    /// <summary>An act about something that is in the record by then.</summary>
    public Story Does(Func<PersonRecord, IAct<PersonRecord>> act, Source? source = null)
    {
        _steps.Add(new Step.Doing(_at, Who, act, source, []));
        _at = _at with { Instant = _at.Instant.AddSeconds(20) };
        return this;
    }

    public Story DoesWith(IAct<PersonRecord> act, NewAttachment document)
    {
        _steps.Add(new Step.Doing(_at, Who, _ => act, null, [document]));
        return this;
    }

    /// <summary>They see that another record, told before, is about the same person.</summary>
    public Story JoinsWith(string other, string reason)
    {
        _steps.Add(new Step.Joining(_at, Who, FixedIdentifiers.Id($"person/{other}"), reason));
        _at = _at with { Instant = _at.Instant.AddSeconds(20) };
        return this;
    }

    public Story Opens(AccessAction what)
    {
        _steps.Add(new Step.Looking(_at, Who, what));
        return this;
    }

    /// <summary>On duty, they find the person by name and birth date.</summary>
    public Story FindsThem()
    {
        _steps.Add(new Step.Finding(_at, Who));
        return this;
    }

    public Story Registers(
        Professional by,
        PersonName name,
        PartialDate born,
        PersonNumber? number,
        AdministrativeGender gender,
        Address address,
        string language = "nl"
    )
    {
        _name = name.Full();
        var member = new JoinCareTeam(by.MemberOf(key), by.Member(CareRelation.CareTeam));
        var received = new ReceivePerson(by.At.Id, by.At.Name, "registered", member, IsCentral: true);
        return By(by)
            .Does(
                new RegisterPerson(
                    name,
                    born,
                    number,
                    HasNoNumber: number is null,
                    gender,
                    address,
                    language,
                    Fictitious: true,
                    ReceivedBy: received
                )
            );
    }

    /// <summary>What else happened, told apart and put in its place in time.</summary>
    public Story Meanwhile(Action<Story> tell)
    {
        var other = new Story(key, today) { _name = _name, _before = 10_000 };
        tell(other);
        var steps = _steps.Concat(other._steps).OrderBy(step => step.At.Instant).ToList();
        _steps.Clear();
        _steps.AddRange(steps);
        return this;
    }

    private Story At(Moment moment)
    {
        if (moment.Instant <= _at.Instant)
            throw new InvalidOperationException($"{key}: {moment.Today} is told after a later day.");
        _at = moment;
        return this;
    }
}
