using Mantel.Demo.Cast;
using Mantel.Demo.Others;
using Mantel.Demo.Telling;

namespace Mantel.Demo;

/// <summary>Everybody of the demo, by the name of their story: the same id in every telling.</summary>
public static class DemoPeople
{
    public static Guid Leida { get; } = Of(LeidaVos.Key);

    public static Guid Gerrit { get; } = Of(GerritPostma.Key);

    public static Guid Yusuf { get; } = Of(YusufDemir.Key);

    public static Guid Huib { get; } = Of(HuibDingemanse.Key);

    public static Guid Jaantje { get; } = Of(JaantjeMinderhoud.Key);

    public static Guid Ria { get; } = Of(RiaFrancke.Key);

    public static Guid Godelieve { get; } = Of(GodelieveVanHecke.Key);

    public static Guid Ahmed { get; } = Of(AhmedElIdrissi.Key);

    public static Guid Mats { get; } = Of(MatsLievens.Key);

    /// <summary>The id of anybody of the demo, such as <c>nel-koole</c>.</summary>
    public static Guid Of(string key) => FixedIdentifiers.Id($"person/{key}");

    /// <summary>Everybody's story, told for this day.</summary>
    internal static IReadOnlyList<Story> Tell(DateOnly today) => [.. Stories(today).Select(Others.CastMeanwhile.In)];

    private static IEnumerable<Story> Stories(DateOnly today) =>
        [
            LeidaVos.Tell(today),
            GerritPostma.Tell(today),
            YusufDemir.Tell(today),
            HuibDingemanse.Tell(today),
            JaantjeMinderhoud.Tell(today),
            RiaFrancke.Tell(today),
            GodelieveVanHecke.Tell(today),
            AhmedElIdrissi.Tell(today),
            MatsLievens.Tell(today),
            .. Lives(new Days(today)).Select((life, i) => Trajectory.Tell(life, today, seed: 1944 + i)),
        ];

    private static IEnumerable<UsualLife> Lives(Days days) =>
        [
            .. Namesakes.Lives,
            .. OldPeople.Lives,
            .. YoungPeople.Lives(days),
            .. FromElsewhere.Lives,
            .. AskedOtherwise.Lives,
        ];
}
