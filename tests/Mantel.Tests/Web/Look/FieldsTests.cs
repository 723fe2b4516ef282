using AngleSharp;
using AngleSharp.Dom;
using Mantel.Core.Journal;
using Mantel.Web.Look;
using Mantel.Web.Platform;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Look;

/// <summary>A field at which two things are wrong says both, under one id that the control points at.</summary>
public sealed class FieldsTests
{
    [Theory]
    [InlineData(typeof(TextField))]
    [InlineData(typeof(WordsField))]
    [InlineData(typeof(DateField))]
    [InlineData(typeof(Tick))]
    [InlineData(typeof(Choice))]
    [InlineData(typeof(Pick))]
    public async Task Two_rules_at_one_field_are_both_heard(Type field)
    {
        var page = await DrawAsync(field, "rule.missing", "rule.not-a-choice");

        var ids = page.All.Select(element => element.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();
        ids.ShouldBeUnique();
        var said = page.GetElementById("at-wrong").ShouldNotBeNull();
        said.QuerySelectorAll(".field__wrong").Length.ShouldBe(2);
        page.All.ShouldContain(element => PointsAt(element, "at-wrong"));
    }

    [Theory]
    [InlineData(typeof(TextField))]
    [InlineData(typeof(DateField))]
    [InlineData(typeof(Choice))]
    public async Task A_field_where_nothing_is_wrong_points_at_nothing(Type field)
    {
        var page = await DrawAsync(field);

        page.GetElementById("at-wrong").ShouldBeNull();
        page.All.ShouldNotContain(element => PointsAt(element, "at-wrong"));
    }

    private static bool PointsAt(IElement element, string id) =>
        element.GetAttribute("aria-describedby")?.Split(' ').Contains(id, StringComparer.Ordinal) == true;

    private static async Task<IDocument> DrawAsync(Type field, params string[] rules)
    {
        var typed = TypedForm
            .Of(new FormCollection(null), default)
            .With(rules.Select(rule => new Problem("at", rule, [])));
        await using var services = new ServiceCollection().AddSingleton(Words.Of("nl-NL")).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<CascadingValue<TypedForm>>(Around(typed, field))).ToHtmlString()
        );
        return await BrowsingContext.New(Configuration.Default).OpenAsync(answer => answer.Content(html));
    }

    private static ParameterView Around(TypedForm typed, Type field) =>
        ParameterView.FromDictionary(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(CascadingValue<>.Value)] = typed,
                [nameof(CascadingValue<>.ChildContent)] = (RenderFragment)(
                    builder =>
                    {
                        builder.OpenComponent(0, field);
                        builder.AddAttribute(1, "Name", "at");
                        builder.AddAttribute(2, "LabelText", "Wanneer");
                        if (field.GetProperty("Options") is not null)
                            builder.AddAttribute(3, "Options", (IReadOnlyList<Option>)[new("a", "A")]);
                        builder.CloseComponent();
                    }
                ),
            }
        );
}
