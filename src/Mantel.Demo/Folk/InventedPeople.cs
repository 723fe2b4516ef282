using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Courses;
using Mantel.Demo.Networks;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Folk;

/// <summary>Puts people together, each from a chance of their own.</summary>
internal static class InventedPeople
{
    /// <summary>In the lively networks one in so many is a child.</summary>
    private const int OneChildIn = 40;
    private const int Lively = 300;

    /// <summary>Now and then somebody has almost the name and birth date of the one before.</summary>
    private const int OneNamesakeIn = 53;

    public static InventedPerson Of(Network network, int nth, DateOnly today)
    {
        var key = InventedPerson.KeyOf(network, nth);
        var who = new SeededChance($"{key}/who");
        var disease = who.Of("disease").Weighed(Weighed(IsChild(network, nth) ? Disease.OfChildren : Disease.OfAdults));
        var isWoman = who.Of("gender").Happens(disease.Kind is CourseKind.Dementia or CourseKind.Frailty ? 0.64 : 0.48);
        var age = AgeOf(disease.Kind, who.Of("age"));
        var born = Births.On(today, age, who.Of("birthday").Between(0, 364), network.Numbers + nth);
        var stock = who.Of("stock").Weighed(network.Stocks);
        var language = who.Of("language").Weighed<string>(age < 45 ? [("nl", 1)] : stock.Languages);
        var inHome = LivesInHome(disease.Kind, who.Of("home"));
        return new InventedPerson(
            key,
            network,
            NameOf(stock, isWoman, born.Year, network, who.Of("name")),
            isWoman,
            AgeOn(today, born),
            Births.Known(born, onlyTheYear: language is "ary" or "rif" or "tr" && who.Of("year").Happens(0.2)),
            who.Of("number").Happens(0.03) ? null : Births.NumberOf(network, nth, born),
            stock,
            language,
            disease,
            inHome,
            !inHome && age >= 25 && who.Of("alone").Happens(AloneAt(age, isWoman)),
            who.Of("town").Weighed([.. network.Towns.Select(town => (town, town.Weight))])
        ).LikeTheOneBefore(nth, today);
    }

    /// <summary>
    /// Somebody's namesake: the same surname and gender, born the day after. That day is their own place in the round
    /// of birth dates.
    /// </summary>
    private static InventedPerson LikeTheOneBefore(this InventedPerson somebody, int nth, DateOnly today)
    {
        if (nth % OneNamesakeIn != OneNamesakeIn - 1 || somebody.IsChild)
            return somebody;
        var other = Of(somebody.Network, nth - 1, today);
        if (other.IsChild || other.IsWoman != somebody.IsWoman || !other.Born.IsWhole)
            return somebody;
        var born = other.Born.First.AddDays(1);
        return Births.IsTaken(born)
            ? somebody
            : somebody with
            {
                Name = other.Name,
                Age = AgeOn(today, born),
                Born = PartialDate.Of(born),
                Number = Births.NumberOf(somebody.Network, nth, born),
                Stock = other.Stock,
                Language = other.Language,
                Town = other.Town,
            };
    }

    private static bool IsChild(Network network, int nth) => network.People >= Lively && nth % OneChildIn == 17;

    private static (Disease What, double Weight)[] Weighed(IReadOnlyList<Disease> diseases) =>
        [.. diseases.Select(disease => (disease, disease.Weight))];

    private static int AgeOf(CourseKind kind, SeededChance chance)
    {
        var (middle, spread) = Disease.AgeOf(kind);
        var age = (int)Math.Round(chance.Around(middle, spread));
        return kind is CourseKind.Child ? Math.Clamp(age, 2, 16) : Math.Clamp(age, 34, 100);
    }

    private static int AgeOn(DateOnly today, DateOnly born) =>
        today.Year - born.Year - (born.AddYears(today.Year - born.Year) > today ? 1 : 0);

    private static bool LivesInHome(CourseKind kind, SeededChance chance) =>
        chance.Happens(
            kind switch
            {
                CourseKind.Dementia => 0.62,
                CourseKind.Frailty => 0.45,
                CourseKind.Organs => 0.1,
                _ => 0,
            }
        );

    /// <summary>Most very old women live alone, most men with somebody.</summary>
    private static double AloneAt(int age, bool isWoman) =>
        (age, isWoman) switch
        {
            (>= 85, true) => 0.74,
            (>= 75, true) => 0.5,
            (_, true) => 0.28,
            (>= 85, false) => 0.42,
            (>= 75, false) => 0.24,
            _ => 0.22,
        };

    private static PersonName NameOf(NameStock stock, bool isWoman, int year, Network network, SeededChance chance)
    {
        var given = chance.One(stock.Given(isWoman, year));
        var (own, partner) = (chance.One(stock.Surnames), chance.One(stock.Surnames));
        var passport = Passport(stock, isWoman, year, given, chance);
        var isMarriedDutch = isWoman && !network.IsBelgian && stock.Languages is [("nl", _)] && year < 1975;
        return isMarriedDutch && partner != own && chance.Happens(0.6)
            ? Called.PartnerFirst(passport, given.Call, partner.Family, own.Family, partner.Prefix, own.Prefix)
            : Called.Own(passport, given.Call, own.Family, own.Prefix);
    }

    /// <summary>The Dutch and the Flemish have a second name on their passport, which tells namesakes apart.</summary>
    private static string Passport(NameStock stock, bool isWoman, int year, GivenName first, SeededChance chance)
    {
        var second = chance.Of("second").One(stock.Given(isWoman, year)).Given;
        return
            stock.Languages is [("nl", _)]
            && !first.Given.Contains(' ', StringComparison.Ordinal)
            && second != first.Given
            ? $"{first.Given} {second}"
            : first.Given;
    }
}
