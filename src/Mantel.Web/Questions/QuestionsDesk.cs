using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.Population;
using Mantel.Core.Questions;
using Mantel.Storage;

namespace Mantel.Web.Questions;

/// <summary>A question as it was opened, and the version of the record, which a form sends back.</summary>
public sealed record QuestionSight(Question Question, int Version);

/// <summary>The questions of the organisation for which somebody works.</summary>
/// <param name="Near">The municipalities that its network works in, by name.</param>
public sealed record OwnQuestions(
    Guid Organisation,
    IReadOnlyList<Question> Open,
    IReadOnlyList<Question> Done,
    IReadOnlyList<string> Near
);

/// <summary>The questions of a network as numbers.</summary>
public sealed record CountedNetwork(string Network, DateOnly From, DateOnly Until, QuestionFigures Figures);

/// <summary>The desk of the questions: what somebody sees and does goes through the one desk.</summary>
internal sealed class QuestionsDesk(Desk desk)
{
    private readonly RecordDesk<QuestionsRecord> _questions = desk.Of(new QuestionRelations());

    /// <summary>Null for who works for no organisation that is there.</summary>
    public async Task<OwnQuestions?> OwnAsync(Actor actor, Moment now, CancellationToken ct)
    {
        if (actor.Author.Organisation is not { } own)
            return null;
        var directory = await desk.DirectoryAsync(ct);
        return directory.IsOpen(own)
            ? new(
                own,
                await ListAsync(own, QuestionViews.Open, actor, now, ct),
                await ListAsync(own, QuestionViews.Done, actor, now, ct),
                Near(directory, own, now.Today)
            )
            : null;
    }

    public async Task<QuestionSight?> OpenAsync(
        Guid organisation,
        Guid question,
        Actor actor,
        Moment now,
        CancellationToken ct
    ) =>
        await _questions.OpenAsync(
            organisation,
            question,
            record => record.Question(question) is not null,
            actor,
            AccessAction.KeepQuestions,
            now,
            ct
        )
            is { } sight
            ? new(sight.Record.Question(question)!, sight.Record.Version)
            : null;

    public Task<ActOutcome> DoAsync(
        Guid organisation,
        IAct<QuestionsRecord> act,
        Actor actor,
        Submission sending,
        Moment now,
        CancellationToken ct
    ) => _questions.DoAsync(organisation, act, actor, sending, now, ct);

    public Task<ActOutcome> SentBeforeAsync(Guid organisation, Actor actor, Submission sending, CancellationToken ct) =>
        _questions.SentBeforeAsync(organisation, actor, sending, ct);

    /// <summary>
    /// The numbers of the network in which the actor's organisation lies, of the last half-year that ended; null when
    /// it lies in none. The actor's own organisation is left out: its questions they can read and write themselves,
    /// and by those they could find out what is hidden of the others.
    /// </summary>
    public async Task<CountedNetwork?> CountAsync(Actor actor, Moment now, CancellationToken ct)
    {
        var directory = await desk.DirectoryAsync(ct);
        if (actor.Author.Organisation is not { } own || directory.NetworkOf(own, now.Today) is not { } network)
            return null;
        var (from, until) = QuestionFigures.LastClosed(now.Today);
        var questions = new List<Question>();
        foreach (var organisation in directory.OrganisationsAround(own, now.Today))
            questions.AddRange(
                await _questions.ListAsync(
                    organisation,
                    record => record.Questions(),
                    _ => null,
                    actor,
                    AccessAction.ReadQuestionFigures,
                    now,
                    ct
                )
            );
        return new(network.Name, from, until, QuestionFigures.Of(questions, from, until));
    }

    private Task<IReadOnlyList<Question>> ListAsync(
        Guid organisation,
        Func<QuestionsRecord, IEnumerable<Question>> questions,
        Actor actor,
        Moment now,
        CancellationToken ct
    ) => _questions.ListAsync(organisation, questions, one => one.Id, actor, AccessAction.KeepQuestions, now, ct);

    /// <summary>The municipalities of its network first; those of its country where it lies in none.</summary>
    private static List<string> Near(DirectoryRecord directory, Guid organisation, DateOnly today)
    {
        var network = directory.NetworkOf(organisation, today);
        var country = directory.Organisation(organisation)?.Country;
        return
        [
            .. RegionTables
                .Current.Municipalities.Where(one => one.Until is null || one.Until > today)
                .Where(one =>
                    network is null
                        ? country is null || one.Country == country
                        : RegionTables.Current.RegionOf(one.Code, RegionKind.Network, today)?.Code == network.Code
                )
                .Select(one => one.Name)
                .Order(StringComparer.Ordinal),
        ];
    }
}
