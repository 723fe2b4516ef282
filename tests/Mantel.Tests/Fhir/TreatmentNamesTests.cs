using Mantel.Core.AdvanceCarePlanning;
using Mantel.Fhir.Pzp;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Fhir;

/// <summary>The words that tell treatments in messages are data, each with where it comes from.</summary>
public sealed class TreatmentNamesTests
{
    public static TheoryData<string> Words => [.. TreatmentWord.All.Select(word => word.Words).Distinct()];

    [Fact]
    public void Every_word_says_where_it_comes_from_and_that_nobody_reviewed_it()
    {
        TreatmentWord.All.Count.ShouldBe(72);
        TreatmentWord.All.ShouldAllBe(word => word.Source.Length > 20 && word.Edition.Length > 0);
        TreatmentWord.All.ShouldAllBe(word => word.Reviewer == null && word.Status == "not reviewed");
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void A_word_is_written_as_it_is_looked_for(string words) => TreatmentNames.Plain(words).ShouldBe(words);

    [Fact]
    public void No_word_is_there_twice_and_a_treatment_has_no_name_of_another()
    {
        TreatmentWord.All.GroupBy(word => (word.Words, word.By)).ShouldAllBe(group => group.Count() == 1);
        foreach (var name in TreatmentWord.All.Where(word => word.IsName))
        {
            TreatmentNames.NameOf(name.Words).ShouldBe(name.Kind);
            TreatmentNames.NameAnother(name.Words, name.Kind!.Value).ShouldBeFalse(name.Words);
        }
    }

    [Fact]
    public void Every_treatment_is_told_by_some_word_wherever_it_stands_in_the_text()
    {
        foreach (var kind in Enum.GetValues<TreatmentKind>())
        {
            var telling = TreatmentWord.All.Where(word => word.Kind == kind && !word.IsName).ToList();
            telling.ShouldNotBeEmpty(kind.ToString());
            var another = kind is TreatmentKind.Resuscitation ? TreatmentKind.Antibiotics : TreatmentKind.Resuscitation;
            foreach (var word in telling)
                TreatmentNames.NameAnother($"Geen {word.Words.ToUpperInvariant()}!", another).ShouldBeTrue(word.Words);
        }
    }

    [Theory]
    [InlineData("Réanimation cardio-pulmonaire", TreatmentKind.Antibiotics, true)]
    [InlineData("Réanimation cardio-pulmonaire", TreatmentKind.Resuscitation, false)]
    [InlineData("Opname op de IC", TreatmentKind.HospitalAdmission, true)]
    [InlineData("basic care", TreatmentKind.HospitalAdmission, false)]
    [InlineData("dialyse", TreatmentKind.Ventilation, true)]
    [InlineData("rustig aan", TreatmentKind.Ventilation, false)]
    [InlineData("reanimatie en beademing", TreatmentKind.Ventilation, false)]
    [InlineData(null, TreatmentKind.Ventilation, false)]
    public void Another_treatment_is_noticed(string? words, TreatmentKind kind, bool another) =>
        TreatmentNames.NameAnother(words, kind).ShouldBe(another);

    [Theory]
    [InlineData("ICD uitzetten", true)]
    [InlineData("Désactivation du défibrillateur", true)]
    [InlineData("ICD", false)]
    [InlineData("zuurstof uitzetten", false)]
    public void Switching_off_an_Icd_is_understood(string words, bool off) =>
        TreatmentNames.IsIcdOff(words).ShouldBe(off);
}
