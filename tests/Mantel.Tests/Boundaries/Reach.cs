using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Mantel.Tests.Boundaries;

/// <summary>
/// What compiled code reaches for outside itself: every type and member that its methods and fields name.
/// </summary>
internal static class Reach
{
    public static AssemblyDefinition Of(string assembly) =>
        AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));

    /// <summary>
    /// The types and members of other assemblies, as <c>System.DateTime::get_Now</c> and <c>System.IO.File</c>.
    /// </summary>
    public static IEnumerable<string> From(TypeDefinition type) =>
        type
            .Methods.SelectMany(From)
            .Concat(type.Fields.SelectMany(field => Names(field.FieldType)))
            .Concat(type.BaseType is { } parent ? Names(parent) : [])
            .Concat(type.NestedTypes.SelectMany(From));

    private static IEnumerable<string> From(MethodDefinition method) =>
        Names(method.ReturnType)
            .Concat(method.Parameters.SelectMany(parameter => Names(parameter.ParameterType)))
            .Concat(method.HasBody ? method.Body.Instructions.SelectMany(From) : [])
            .Concat(method.HasBody ? method.Body.Variables.SelectMany(local => Names(local.VariableType)) : []);

    private static IEnumerable<string> From(Instruction instruction) =>
        instruction.Operand switch
        {
            TypeReference type => Names(type),
            MemberReference member => OfMember(member),
            _ => [],
        };

    /// <summary>
    /// A member and its type; of <c>Environment</c> the member alone, since iterators ask it for their thread.
    /// </summary>
    private static IEnumerable<string> OfMember(MemberReference member)
    {
        var owner = Name(member.DeclaringType);
        return owner == "System.Environment"
            ? [$"{owner}::{member.Name}"]
            : [.. Names(member.DeclaringType), $"{owner}::{member.Name}"];
    }

    private static IEnumerable<string> Names(TypeReference type) =>
        type is GenericInstanceType generic
            ? generic.GenericArguments.SelectMany(Names).Append(Name(type))
            : [Name(type)];

    private static string Name(TypeReference type) => type.GetElementType().FullName.Replace('/', '.');
}
