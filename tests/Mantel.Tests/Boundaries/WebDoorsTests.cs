using System.Reflection;
using Microsoft.AspNetCore.Components;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Boundaries;

/// <summary>
/// A class of the web is internal and sealed. Razor makes its components public, so what they show in a public member
/// is
/// public too; nothing else is.
/// </summary>
public sealed class WebDoorsTests
{
    private static readonly Dictionary<Type, string> PublicOnPurpose = new()
    {
        [typeof(Program)] = "tests start the host by it",
    };

    private static readonly Type[] Web =
    [
        .. typeof(Program)
            .Assembly.GetTypes()
            .Where(type => !type.IsNested && !type.Name.Contains('<', StringComparison.Ordinal)),
    ];

    [Fact]
    public void No_class_is_public_without_a_component_that_shows_it() => Open(Web).ShouldBeEmpty();

    [Fact]
    public void No_class_can_be_derived_from_without_one_that_does() => Unsealed(Web).ShouldBeEmpty();

    [Fact]
    public void An_open_class_is_seen()
    {
        Type[] types = [typeof(OpenDoor), typeof(ShownByAPage), typeof(APage)];
        Open(types).ShouldBe([typeof(OpenDoor)]);
        Unsealed(types).ShouldBe([typeof(OpenDoor)]);
    }

    private static IEnumerable<Type> Open(Type[] types)
    {
        var shown = Shown(types);
        return types.Where(type =>
            type is { IsPublic: true, IsEnum: false }
            && !IsComponent(type)
            && !shown.Contains(type)
            && !PublicOnPurpose.ContainsKey(type)
        );
    }

    private static IEnumerable<Type> Unsealed(Type[] types) =>
        types.Where(type =>
            type is { IsClass: true, IsSealed: false, IsAbstract: false }
            && !IsComponent(type)
            && !PublicOnPurpose.ContainsKey(type)
            && !types.Any(other => other.BaseType == type)
        );

    private static HashSet<Type> Shown(Type[] types)
    {
        var shown = new HashSet<Type>();
        var ahead = new Queue<Type>(types.Where(IsComponent));
        while (ahead.TryDequeue(out var type))
        {
            foreach (var next in SignatureOf(type).Where(next => types.Contains(next) && shown.Add(next)))
                ahead.Enqueue(next);
        }
        return shown;
    }

    private static IEnumerable<Type> SignatureOf(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .SelectMany(member =>
                member switch
                {
                    PropertyInfo property => Within(property.PropertyType),
                    MethodBase method =>
                    [
                        .. method.GetParameters().SelectMany(parameter => Within(parameter.ParameterType)),
                        .. method is MethodInfo { ReturnType: var returned } ? Within(returned) : [],
                    ],
                    _ => Array.Empty<Type>(),
                }
            );

    private static IEnumerable<Type> Within(Type type) =>
        type.HasElementType ? Within(type.GetElementType()!) : [type, .. type.GetGenericArguments().SelectMany(Within)];

    /// <summary>A component, or the file of usings that Razor compiles like one.</summary>
    private static bool IsComponent(Type type) => typeof(IComponent).IsAssignableFrom(type) || type.Name == "_Imports";
}

/// <summary>A class that anyone can open and derive from, for the guard to catch.</summary>
public class OpenDoor;

/// <summary>Public because a page shows it.</summary>
public sealed record ShownByAPage;

/// <summary>A page with something public to show.</summary>
public sealed class APage : ComponentBase
{
    [Parameter]
    public IReadOnlyList<ShownByAPage> Shown { get; set; } = [];
}
