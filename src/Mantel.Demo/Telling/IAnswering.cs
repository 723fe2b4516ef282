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
    void WouldDieAt(PlaceOfDeath? place, string? why);

    void ThinksOfEuthanasia(EuthanasiaPosition position);

    void IsDonor(YesNoUnknown registered);
}
