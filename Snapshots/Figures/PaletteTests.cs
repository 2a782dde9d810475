using System.Globalization;
using System.Text.Json.Nodes;
using Verification.Snapshots.Toys;
using Xunit;

namespace Verification.Snapshots.Figures;

/// <summary>The colors of series, as readers see them who do not tell all hues apart, and as gray print shows
/// them.</summary>
public sealed class PaletteTests
{
    // What a color is for people without one kind of cones, in linear RGB: G. M. Machado, M. M. Oliveira,
    // L. A. F. Fernandes, A physiologically-based model for simulation of color vision deficiency, IEEE TVCG 15 (2009),
    // table of severity 1.0.
    private static readonly Dictionary<string, double[]> Simulations = new(StringComparer.Ordinal)
    {
        ["all cones"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protanopia"] =
            [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deuteranopia"] =
            [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritanopia"] =
            [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    private static double[][] Palette { get; } =
    [
        .. new ToyFigure().Specification("t.csv")["config"]!["range"]!["category"]!.AsArray()
            .Select(color => Linear((string)color!)),
    ];

    public static TheoryData<string> Kinds => [.. Simulations.Keys];

    // A distance of 2.3 is just seen where the colors touch; thin lines apart from each other need several times that.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void AnyTwoColorsDifferForEveryEye(string kind)
    {
        double[][] seen = [.. Palette.Select(color => Lab(Seen(color, Simulations[kind])))];
        Assert.All(Pairs(seen.Length), pair =>
            Assert.InRange(Distance(seen[pair.First], seen[pair.Second]), pair.Second < 6 ? 25 : 15, double.MaxValue));
    }

    // Shapes do the rest beyond the sixth.
    [Fact]
    public void AnyTwoColorsDifferInGray()
    {
        double[] lightness = [.. Palette.Select(color => Lab(color)[0])];
        Assert.All(Pairs(lightness.Length), pair => Assert.InRange(
            Math.Abs(lightness[pair.First] - lightness[pair.Second]), pair.Second < 6 ? 7 : 3, 100));
    }

    // WCAG 2.2, 1.4.11: graphical objects have a contrast of 3 at least.
    [Fact]
    public void EveryColorStandsOutFromPaper() => Assert.All(
        Palette,
        color => Assert.InRange(1.05 / (0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2] + 0.05), 3, 21));

    private static IEnumerable<(int First, int Second)> Pairs(int count) =>
        Enumerable.Range(0, count).SelectMany(second => Enumerable.Range(0, second).Select(first => (first, second)));

    private static double[] Linear(string color) =>
    [
        .. Enumerable.Range(0, 3)
            .Select(i => int.Parse(color.AsSpan(1 + 2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            .Select(value => value / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)),
    ];

    private static double[] Seen(double[] color, double[] matrix) =>
        [.. Product(matrix, color).Select(value => Math.Clamp(value, 0, 1))];

    // CIE 1976 from linear sRGB, white D65.
    private static double[] Lab(double[] color)
    {
        double[] xyz = Product(
            [0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750, 0.0193339, 0.1191920, 0.9503041], color);
        double[] f =
        [
            .. xyz.Zip([0.95047, 1, 1.08883], (value, white) => value / white)
                .Select(value => value > 216.0 / 24389 ? Math.Cbrt(value) : (24389.0 / 27 * value + 16) / 116),
        ];
        return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])];
    }

    private static double[] Product(double[] matrix, double[] vector) =>
        [.. Enumerable.Range(0, 3).Select(i => Enumerable.Range(0, 3).Sum(j => matrix[3 * i + j] * vector[j]))];

    private static double Distance(double[] a, double[] b) =>
        Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
}
