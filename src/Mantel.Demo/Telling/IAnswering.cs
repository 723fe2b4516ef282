using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.People;

namespace Mantel.Demo.Telling;

/// <summary>Somebody answers what is asked in a conversation, whichever way it is written down.</summary>
internal interface IAnswering
{
    /// <param name="condition">Only with *anders*.</param>
    void Agrees(TreatmentKind treatment, Decision decision, string? condition = null, string? why = null);

    void Aims(TreatmentGoal goal);

    /// <param name="place">Null: asked, and the person does not know.</param>
    /// <param name="isHere">They said that they are at home where they live now.</param>
    void WouldDieAt(PlaceOfDeath? place, string? why, bool isHere = false);

    void ThinksOfEuthanasia(EuthanasiaPosition position);

    void IsDonor(YesNoUnknown registered);
}
