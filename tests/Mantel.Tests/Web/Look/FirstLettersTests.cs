using Mantel.Core.People;
using Mantel.Web.Look;
using Mantel.Web.People;
using Shouldly;

namespace Mantel.Tests.Web.Look;

/// <summary>What stands for a name where there is no room for it.</summary>
public sealed class FirstLettersTests
{
    [Xunit.Theory]
    [Xunit.InlineData("Fatima Azouzi", "FA")]
    [Xunit.InlineData("dr. S. Hoekstra", "SH")]
    [Xunit.InlineData("Ruth de Nooijer", "RN")]
    [Xunit.InlineData("Leida Vos-de Ruyter", "LV")]
    [Xunit.InlineData("Anne-Marie van der Tolberg", "AT")]
    [Xunit.InlineData("beheer", "B")]
    [Xunit.InlineData("", "")]
    public void WhoIsSignedInIsTwoLetters(string name, string letters) => Page.Letters(name).ShouldBe(letters);

    /// <summary>Of somebody known by initials only, the face once showed the surname's letter alone.</summary>
    [Xunit.Fact]
    public void InitialsAreAFirstName()
    {
        var name = new PersonName(null, "J.M.", null, null, "Pruimstra", null, null, NameUse.Own);
        Telling.Initials(name).ShouldBe("JP");
    }
}
