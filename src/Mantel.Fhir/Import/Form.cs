using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;

namespace Mantel.Fhir.Import;

/// <summary>The answers of a filled form, found by the number of the question.</summary>
internal sealed class Form
{
    private readonly Dictionary<string, List<TrackedElement>> _answers = new(StringComparer.Ordinal);

    public Form(TrackedElement response)
    {
        Gather(response);
    }

    public bool Has(string linkId) => _answers.ContainsKey(linkId);

    /// <summary>The text of an answer, or the words of a coded one.</summary>
    public string? Text(string linkId)
    {
        if (!_answers.TryGetValue(linkId, out var answers))
            return null;
        var texts = answers.Select(answer =>
            Value(answer) is var value && value.Name == "valueCoding" ? value.AsCoding().Display : value.Read()
        );
        return Reading.Plain(string.Join('\n', texts.OfType<string>()));
    }

    /// <summary>The code of a choice; null when it was not answered.</summary>
    public string? Code(string linkId) => Codes(linkId).FirstOrDefault();

    public IReadOnlyList<string> Codes(string linkId) =>
        [.. Choices(linkId).Select(choice => choice.Code).OfType<string>()];

    public IReadOnlyList<Coded> Choices(string linkId) =>
        _answers.TryGetValue(linkId, out var answers)
            ? [.. answers.Select(Value).Where(value => value.Name == "valueCoding").Select(value => value.AsCoding())]
            : [];

    public PartialDate? Day(string linkId, TimeZoneInfo zone) => Reading.DayOf(Text(linkId), zone);

    /// <summary>
    /// A calendar date, such as a birth date; a time behind it (an older edition of the form) says nothing.
    /// </summary>
    public PartialDate? Date(string linkId) =>
        Text(linkId) is { } text ? PartialDate.TryParse(text.Length > 10 ? text[..10] : text) : null;

    /// <summary>Says that these answers are understood and need no place of their own in the record.</summary>
    public void Understand(params string[] linkIds)
    {
        foreach (var answer in linkIds.Where(Has).SelectMany(linkId => _answers[linkId]))
            Value(answer).SkipWhole();
    }

    private static TrackedElement Value(TrackedElement answer) => answer["value"]!;

    private void Gather(TrackedElement parent)
    {
        foreach (var item in parent.All("item"))
        {
            item.Skip("linkId", "text", "definition");
            foreach (var answer in item.All("answer"))
            {
                if (answer.Has("value"))
                    Add(item.PeekText("linkId")!, answer);
                Gather(answer);
            }
            Gather(item);
        }
    }

    private void Add(string linkId, TrackedElement answer)
    {
        if (!_answers.TryGetValue(linkId, out var answers))
            _answers[linkId] = answers = [];
        answers.Add(answer);
    }
}
