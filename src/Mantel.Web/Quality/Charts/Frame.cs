using System.Globalization;

namespace Mantel.Web.Quality.Charts;

/// <summary>The sheet that a sketch is drawn on: where a share and a place along the bottom come.</summary>
internal static class Frame
{
    public const int Width = 600;
    public const int Height = 300;
    public const int Left = 60;
    public const int Right = 72;
    public const int Top = 18;
    public const int Bottom = 34;

    public const int Tall = Height - Top - Bottom;

    public static readonly IReadOnlyList<double> Lines = [0, 0.25, 0.5, 0.75, 1];

    /// <summary>How far down a share is drawn, as SVG says it.</summary>
    public static string Down(double share) => Say(Top + ((1 - share) * (Height - Top - Bottom)));

    /// <summary>How far along, for a part of the width between 0 and 1.</summary>
    public static string Along(double part) => Say(Left + (part * (Width - Left - Right)));

    /// <summary>How wide a part of the width is.</summary>
    public static string Wide(double part) => Say(part * (Width - Left - Right));

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0}%");

    private static string Say(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
