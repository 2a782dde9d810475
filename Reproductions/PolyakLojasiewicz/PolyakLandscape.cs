using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Reproductions.Figures;
using Verification.Spec;
using Verification.Spec.PolyakLojasiewicz;

namespace Verification.Reproductions.PolyakLojasiewicz;

/// <summary>x² + a·sin²x with its stationary points, with and without the Polyak–Łojasiewicz condition.</summary>
public sealed class PolyakLandscape : Figure
{
    private const double Reach = 4.5;
    private const int Points = 180;

    private static readonly double[] Heights = [0, 3, 10];

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/pl-landscape";

    /// <inheritdoc/>
    public override string Title => "PL without convexity, and quadratic growth without PL";

    /// <inheritdoc/>
    public override string Caption =>
        "f(x) = x² + a·sin²x with its stationary points. For a = 3 (PL with 0.1755, not convex) the minimum is the "
            + "only one. For a = 10 f still lies above x² (a = 0), but gradient descent can end in the local minima at "
            + "±2.8396.";

    /// <inheritdoc/>
    public override Source Source =>
        OverparameterizedLandscapesTalk.At(
            "Polyak-Lojasiewicz (PL) condition, remarks; Aside: other conditions for obtaining linear convergence",
            OverparameterizedLandscapesTalk.KarimiNutiniSchmidt);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Claims =>
    [
        "polyak-lojasiewicz/pl-without-convexity",
        "polyak-lojasiewicz/best-pl-constant",
        "polyak-lojasiewicz/quadratic-growth",
    ];

    /// <inheritdoc/>
    protected override VegaLite Chart => VegaLite
        .Of(new("x", "position x"), new("f", "value f(x)", FromZero: true))
        .By("function", "height a of the ripple")
        .Curve("f", "f(x)")
        .PointsAt("stationary", "stationary point");

    /// <inheritdoc/>
    public override NumericTable Draw(ExperimentRunner runner, Tier tier)
    {
        var table = new NumericTable("function", "x", "f", "stationary");
        foreach (double a in Heights)
        {
            var f = new RippledParabola(a);
            string name = $"a = {(int)a}";
            double[] roots = [.. f.Constants().Stationary.Roots.Select(root => root.Midpoint)];
            double[] stationary = [.. roots.Reverse().Select(x => -x), 0, .. roots];
            IEnumerable<(double X, bool IsStationary)> points = Enumerable.Range(0, Points + 1)
                .Select(i => (X: Reach * (2.0 * i / Points - 1), IsStationary: false))
                .Where(point => point.X != 0)
                .Concat(stationary.Select(x => (X: x, IsStationary: true)))
                .OrderBy(point => point.X);
            foreach ((double x, bool isStationary) in points)
            {
                double value = f.Value(Interval.Of(Math.Abs(x))).Midpoint;
                table.Add(name, x, value, isStationary ? value : double.NaN);
            }
        }

        return table;
    }
}
