using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Web.Look;
using Mantel.Web.Platform.SigningIn;
using Microsoft.AspNetCore.Components;

namespace Mantel.Web.Platform;

/// <summary>
/// What somebody typed into a form, kept as typed until it is stored, with what is wrong at each field.
/// </summary>
public sealed class TypedForm
{
    /// <summary>The longest text one field takes.</summary>
    public const int LongestText = 20_000;

    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];
    private readonly Guid _act = Guid.NewGuid();

    /// <summary>A form that nobody has filled in yet.</summary>
    public static TypedForm Nothing() => new();

    /// <summary>True when there was a form: a field that is then absent was left empty.</summary>
    public bool IsFilled { get; private init; }

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>The day on which it was filled in.</summary>
    public DateOnly Today { get; private init; }

    public IFormFileCollection Files { get; private init; } = new FormFileCollection();

    /// <summary>The id of the act, made with the form: sent twice it is done once.</summary>
    public Guid Act => Guid.TryParse(this["act"], out var act) ? act : _act;

    /// <summary>The version of the record as the form showed it; null when the form did not say.</summary>
    public int? Seen =>
        int.TryParse(this["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>The same form, after its sender saw what others did meanwhile.</summary>
    public TypedForm SeenUntil(int version)
    {
        _values["seen"] = [version.ToString(CultureInfo.InvariantCulture)];
        return this;
    }

    /// <summary>The same form as a new act: the one that was sent is recorded, and says something else.</summary>
    public TypedForm Renewed()
    {
        _values["act"] = [Guid.NewGuid().ToString()];
        return this;
    }

    /// <summary>What is recorded already, to be seen beside what was typed; null when nothing is.</summary>
    public RenderFragment? Recorded { get; private set; }

    public TypedForm Beside(RenderFragment? recorded)
    {
        Recorded = recorded;
        return this;
    }

    /// <summary>True when a field holds something that its sender typed there.</summary>
    public bool HasWords => _written.Count > 0;

    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>A field in which one types is drawn; before: what stood there when the form was opened.</summary>
    internal void Writes(string field, string? before)
    {
        if (this[field] is { } text && text != before && _written.Add(field))
            Drawn?.Invoke();
    }

    /// <summary>Nothing is wrong with what was typed; it was only not recorded.</summary>
    public bool IsOnlyUnsent => _problems.Count > 0 && _problems.TrueForAll(one => Unsent.Contains(one.Rule));

    private static readonly string[] Unsent =
    [
        "rule.changed-meanwhile",
        "rule.sent-otherwise",
        "rule.held",
        "rule.held-files",
    ];

    /// <summary>The text of a field without the spaces around it; null when it is empty or absent.</summary>
    public string? this[string field] => _values.GetValueOrDefault(field)?.FirstOrDefault();

    /// <summary>All values of a field with many, such as ticked boxes.</summary>
    public IReadOnlyList<string> All(string field) => _values.GetValueOrDefault(field) ?? [];

    public bool IsTicked(string field) => this[field] is not null;

    public IEnumerable<Problem> ProblemsAt(string field) =>
        _problems.Where(problem => string.Equals(problem.Field, field, StringComparison.Ordinal));

    public TypedForm Wrong(string field, string rule, params IReadOnlyList<string> values) =>
        With([new Problem(field, rule, values)]);

    /// <summary>The same thing is wrong once, however often it is found.</summary>
    public TypedForm With(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            if (!_problems.Exists(known => IsTheSame(known, problem)))
                _problems.Add(problem);
        }
        return this;
    }

    private static bool IsTheSame(Problem one, Problem other) =>
        one with { Values = other.Values } == other && one.Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    private readonly Dictionary<string, string> _asked = new(StringComparer.Ordinal);

    /// <summary>What is drawn anew when a field was drawn: from then on it is known what it asks.</summary>
    internal Action? Drawn { get; set; }

    /// <summary>What a field of the page asks; null where the page has no such field.</summary>
    internal string? AskedAt(string field) => _asked.GetValueOrDefault(field);

    internal void Asks(string field, string asks)
    {
        _asked[field] = asks;
        Drawn?.Invoke();
    }

    /// <summary>The text of a field that may not be left empty; when it is, that is a problem at the field.</summary>
    public string Required(string field)
    {
        if (this[field] is { } text)
            return text;
        Wrong(field, "rule.missing");
        return "";
    }

    /// <summary>
    /// A whole or partial date from the fields day, month and year, or from the field itself; what cannot be a date is
    /// a problem there.
    /// </summary>
    public PartialDate? Date(string field) => Read(field, new WrittenDate(Today));

    /// <summary>A birth date: of a year of two digits the century in which somebody now alive was born.</summary>
    public PartialDate? Born(string field) => Read(field, new WrittenDate(Today, isBirth: true));

    /// <summary>A name with a birth date or a number in one field; what cannot be either is a problem there.</summary>
    public NameAndBirth NameAndBirth(string field)
    {
        var read = Core.People.NameAndBirth.Of(this[field], new WrittenDate(Today, isBirth: true));
        if (read.Asked is { Rule: { } rule } asked)
            Wrong(field, rule, asked.Values);
        return read;
    }

    private PartialDate? Read(string field, WrittenDate reading)
    {
        var read = this[field] is { } text
            ? reading.Read(text)
            : reading.Read(this[field + ".day"], this[field + ".month"], this[field + ".year"]);
        if (read.Rule is { } rule && !ProblemsAt(field).Any(problem => problem.Rule == rule))
            Wrong(field, rule, read.Values);
        return read.Date;
    }

    /// <summary>The chosen one of a fixed set, written as its name; null when none was chosen.</summary>
    public TChoice? Choice<TChoice>(string field)
        where TChoice : struct, Enum
    {
        if (this[field] is not { } text)
            return null;
        if (Enum.GetNames<TChoice>().Contains(text, StringComparer.Ordinal))
            return Enum.Parse<TChoice>(text);
        Wrong(field, "rule.not-a-choice");
        return null;
    }

    public Guid? Id(string field)
    {
        if (this[field] is not { } text)
            return null;
        if (Guid.TryParse(text, out var id))
            return id;
        Wrong(field, "rule.not-a-choice");
        return null;
    }

    /// <summary>Lets an endpoint ask for what was typed as a parameter.</summary>
    public static async ValueTask<TypedForm?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        if (!http.Request.HasFormContentType)
            return new TypedForm { IsFilled = true };
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        var typed = Of(form, Days.DayOf(clock.GetUtcNow()));
        if (http.Features.Get<FormGivenBack>() is { } back)
            typed.With([new("", back.HadFiles ? "rule.held-files" : "rule.held", [], IsBrokenRule: true)]);
        return typed;
    }

    /// <summary>
    /// The same whenever the same is sent to the same address: all that was typed, and none of what comes with the
    /// page.
    /// </summary>
    internal byte[] ContentAt(PathString address)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(address.Value ?? "");
        foreach (var (field, values) in _values.OrderBy(value => value.Key, StringComparer.Ordinal))
        {
            if (OfThePage.Contains(field))
                continue;
            Add(field);
            foreach (var value in values)
                Add(value);
        }
        foreach (var file in Files.Where(file => file.Length > 0))
        {
            Add(file.Name);
            using var content = file.OpenReadStream();
            hash.AppendData(SHA256.HashData(content));
        }
        return hash.GetHashAndReset();

        void Add(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }

    private static readonly string[] OfThePage = ["act", "seen", "over", "go", "lacked", "__RequestVerificationToken"];

    /// <param name="today">Against which the century of a short year is chosen.</param>
    public static TypedForm Of(IFormCollection form, DateOnly today)
    {
        var typed = new TypedForm
        {
            IsFilled = true,
            Files = form.Files,
            Today = today,
        };
        foreach (var (field, values) in form.Where(field => !HeldForm.IsOfTheDoor(field.Key)))
        {
            var texts = values.Select(value => Clean(value ?? "")).Where(Characters.CanBeSeen).ToList();
            if (values.Any(value => value is not null && !Characters.AreReadable(WithLineBreaks(value))))
                typed.Wrong(field, "rule.characters-removed");
            if (texts.Count == 0)
                continue;
            typed._values[field] = texts;
            if (texts.Exists(text => text.Length > LongestText))
                typed.Wrong(field, "rule.too-long", LongestText.ToString(CultureInfo.InvariantCulture));
        }
        return typed;
    }

    /// <summary>What nobody can see is taken out, and that is said at the field: the words stay.</summary>
    private static string Clean(string text) =>
        Characters.Readable(WithLineBreaks(text)).Trim().Normalize(NormalizationForm.FormC);

    private static string WithLineBreaks(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
