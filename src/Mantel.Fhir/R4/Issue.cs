using System.Globalization;

namespace Mantel.Fhir.R4;

/// <summary>The kinds of trouble, in the words of FHIR's OperationOutcome.</summary>
public enum IssueCode
{
    Structure,
    Required,
    Value,
    TooLong,
    NotSupported,
    Extension,
    NotFound,
    Duplicate,
    Conflict,
    BusinessRule,
}

/// <summary>
/// One thing that is wrong with a message or that is not understood of it: where, and a sentence. It never repeats
/// what the message says about the person.
/// </summary>
/// <param name="Location">Where, as a path such as <c>Consent.provision.actor[1].role</c>, or the file.</param>
/// <param name="Rule">The key of the sentence, such as <c>fhir.unknown-element</c>.</param>
/// <param name="Values">What fills the sentence: names of elements, types and resources only.</param>
public sealed record Issue(IssueCode Code, string Location, string Rule, IReadOnlyList<string> Values)
{
    /// <summary>The sentence, in Dutch for <c>nl</c> and in English for anything else.</summary>
    public string Say(string language = "en")
    {
        var sentence = IssueSentences.Find(Rule, language);
        return string.Format(CultureInfo.InvariantCulture, sentence, [.. Values.Cast<object>()]);
    }

    public override string ToString() => $"{Location}: {Say()}";
}
