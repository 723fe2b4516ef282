using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Courses;
using Mantel.Demo.Networks;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Folk;

/// <summary>One invented person of a network: who they are, before anything is told of their illness.</summary>
/// <param name="Key">The same in every telling; adding people to a network moves nobody else.</param>
internal sealed record InventedPerson(
    string Key,
    Network Network,
    PersonName Name,
    bool IsWoman,
    int Age,
    PartialDate Born,
    PersonNumber? Number,
    NameStock Stock,
    string Language,
    Disease Disease,
    bool LivesInNursingHome,
    bool LivesAlone,
    DemoTown Town
)
{
    public bool IsChild => Disease.Kind is CourseKind.Child;

    public bool SpeaksDutch => Language == "nl";

    public AdministrativeGender Gender => IsWoman ? AdministrativeGender.Female : AdministrativeGender.Male;

    /// <summary>The chance of one question about them.</summary>
    public SeededChance Ask(string question) => new($"{Key}/{question}");

    public static string KeyOf(Network network, int nth) => $"{network.Key}-{nth:000}";
}
