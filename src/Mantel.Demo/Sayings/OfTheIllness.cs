using Mantel.Demo.Courses;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Sayings;

/// <summary>What is written down when an illness takes a turn, and at the end.</summary>
internal static class OfTheIllness
{
    public static string Turn(CourseKind kind, SeededChance chance) =>
        chance.One(
            kind switch
            {
                CourseKind.Cancer => Cancer,
                CourseKind.Organs => Organs,
                CourseKind.Dementia => Dementia,
                CourseKind.Frailty => Frailty,
                CourseKind.Nerves => Nerves,
                CourseKind.Child => Child,
            }
        );

    /// <summary>Why somebody was taken to hospital in the end.</summary>
    public static string ToHospital(bool atNight, SeededChance chance) => chance.One(atNight ? AtNight : ByDay);

    public static string ToNursingHome(bool carerIsWorn, SeededChance chance) =>
        chance.One(carerIsWorn ? Worn : NoLonger);

    public static string Died(SeededChance chance) => chance.One(Ends);

    private static readonly IReadOnlyList<string> Cancer = Text.Lines(
        """
        De scan was minder goed dan gehoopt.
        Valt af, eet drie happen en schuift het bord weg.
        De kuur is gestopt. Er komt geen andere.
        Meer pijn in de rug, vooral 's nachts.
        Ligt nu langer dan de helft van de dag.
        Geel geworden in een week.
        De oncoloog heeft gezegd dat er geen behandeling meer is die helpt.
        """
    );

    private static readonly IReadOnlyList<string> Organs = Text.Lines(
        """
        Acht kilo vocht in tien dagen.
        Kwam de trap niet meer op zonder te stoppen.
        Opstoot na een verkoudheid, lippen blauw.
        Derde keer dit jaar benauwd naar het ziekenhuis.
        Slaapt rechtop in de stoel.
        Jeukt overal en eet niets; de nieren doen bijna niets meer.
        """
    );

    private static readonly IReadOnlyList<string> Dementia = Text.Lines(
        """
        Slikt zich vaker in en slaapt tot de middag.
        Loopt niet meer alleen en roept om wie er niet meer is.
        Herkent de kleinkinderen niet meer, de hond wel.
        Eet alleen nog als iemand blijft zitten.
        Tweede longontsteking in twee maanden.
        """
    );

    private static readonly IReadOnlyList<string> Frailty = Text.Lines(
        """
        Twee keer gevallen in een week, niets gebroken.
        Komt de stoel niet meer uit zonder hulp.
        Weegt nu minder dan vijftig kilo.
        Wil het bed niet meer uit en zegt dat het goed is zo.
        """
    );

    private static readonly IReadOnlyList<string> Nerves = Text.Lines(
        """
        Verslikt zich in drinken; de logopedist is geweest.
        Praat zo zacht dat alleen thuis het nog verstaat.
        Kan niet meer staan bij het overstappen.
        De ademhaling is 's nachts te ondiep.
        """
    );

    private static readonly IReadOnlyList<string> Child = Text.Lines(
        """
        Luchtweginfectie, tien dagen op de kinderafdeling.
        Meer aanvallen, en ze duren langer.
        Drinkt niet meer uit de beker.
        """
    );

    private static readonly IReadOnlyList<string> AtNight = Text.Lines(
        """
        's Nachts om drie uur 112 gebeld. Er kon niemand komen, de familie wist niet meer wat te doen.
        Na middernacht benauwd. De thuiszorg rijdt niet na elf uur; de ambulance wel.
        Onrust in de nacht, geen verpleegkundige beschikbaar. Ingestuurd door de dienstdoende arts.
        De pomp gaf om één uur alarm. Tot de ochtend was er niemand die hem mocht bijstellen.
        """
    );

    private static readonly IReadOnlyList<string> ByDay = Text.Lines(
        """
        Koorts en verward, ingestuurd voor antibiotica via een infuus.
        Gevallen en de heup gebroken.
        Bloedbraken, in paniek gebeld.
        Benauwd, thuis niet onder controle te krijgen.
        Op de polikliniek gebleven na de controle.
        """
    );

    private static readonly IReadOnlyList<string> Worn = Text.Lines(
        """
        Thuis ging het niet meer: de partner is op en had dat niet gezegd. Niemand had het gevraagd.
        De mantelzorger is door de rug gegaan. Er was geen plan voor als dat gebeurde.
        De dochter belde huilend dat ze niet meer kon.
        """
    );

    private static readonly IReadOnlyList<string> NoLonger = Text.Lines(
        """
        De zorg thuis werd te zwaar, in overleg verhuisd.
        Na de opname niet meer naar huis kunnen gaan.
        Meer toezicht nodig dan er thuis kan zijn.
        """
    );

    private static readonly IReadOnlyList<string> Ends = Text.Lines(
        """
        Rustig, in de slaap.
        Rustig. De familie had net koffie gehaald.
        Na een onrustige nacht toch nog stil.
        De kleinkinderen waren er, en de hond.
        Het raam stond open, zoals gevraagd.
        Eerder dan iedereen dacht.
        In een half uur, niemand had dit verwacht.
        De muziek stond nog aan.
        Na drie dagen slapen, zonder klachten die te zien waren.
        Benauwd in het laatste uur; de medicatie hielp, maar laat.
        """
    );
}
