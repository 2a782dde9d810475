using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.RandomSystems.HessianDescent;

// In σ = √t the equation dw/dσ = −rσF(σ², w) is smooth at 0, where ξ″ may vanish like a power of t. F does not fall in
// w, so that two solutions do not separate, and a function w̃ with the defect δ(σ) = w̃′ + rσF(σ², w̃) is off by at most
// ∫|δ|. w̃ is made of cubics through the nodes of a Runge–Kutta method with its slopes; on each piece |δ| is at most
// |δ(middle)| + (h/2)·max|δ′|, in interval arithmetic, and on the first, where F may vanish, max|δ| itself.

/// <summary>A numerical solution of the equation for √u(t) with a proven bound of its error.</summary>
/// <remarks>Past the point where u reaches 0 the root goes on below 0, with F(·, w) = F(·, 0): u is then the square of
/// its positive part.</remarks>
/// <param name="Field">The equation.</param>
/// <param name="Times">t from 0 to 1; squares of equidistant numbers.</param>
/// <param name="Roots">w̃ at these.</param>
/// <param name="Errors">Bounds of |w̃ − w|, from 0 up.</param>
public sealed record ThresholdPath(DescentField Field, double[] Times, double[] Roots, double[] Errors)
{
    /// <summary>Encloses √u at the last time; at most 0 exactly where u(1) = 0.</summary>
    public Interval LastRoot => RootAt(Times.Length - 1);

    /// <summary>Encloses √u, or what goes on below 0, at a node.</summary>
    public Interval RootAt(int node) => Roots[node] + new Interval(-Errors[node], Errors[node]);

    /// <summary>Encloses u at a node.</summary>
    public Interval RiskAt(int node) => Interval.Square(Interval.Max(RootAt(node), 0));

    /// <summary>Solves from u(0) = ξ(0)/2.</summary>
    /// <param name="field">The equation, 0 &lt; α &lt; 1.</param>
    /// <param name="steps">Pieces, from 2; the bound falls with their square.</param>
    /// <param name="cancellation">Observed between pieces.</param>
    public static ThresholdPath Of(DescentField field, int steps, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        if (!(field.Ratio > 0 && field.Ratio < 1))
            throw new ArgumentException("α lies between 0 and 1.", nameof(field));
        double[] roots = Nodes(field, steps), times = new double[steps + 1], errors = new double[steps + 1];
        // The start itself is rounded.
        errors[0] = (Interval.Sqrt(Interval.Of(field.Mixture.Constant) / 2) - roots[0]).Magnitude;
        Interval error = errors[0];
        for (int i = 0; i < steps; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var piece = new HermitePiece(field, i / (double)steps, (i + 1) / (double)steps, roots[i], roots[i + 1]);
            error += piece.Defect + piece.Jump;
            times[i + 1] = (i + 1) / (double)steps * ((i + 1) / (double)steps);
            errors[i + 1] = error.Upper;
        }

        return new(field, times, roots, errors);
    }

    /// <summary>√u(1), or what goes on below 0, without a bound of its error, which falls with the fourth power of the
    /// number of steps.</summary>
    /// <param name="field">The equation.</param>
    /// <param name="steps">From 1.</param>
    public static double LastRootOf(DescentField field, int steps) => Nodes(field, steps)[^1];

    private static double[] Nodes(DescentField field, int steps)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        var w = new double[steps + 1];
        w[0] = Math.Sqrt(field.Mixture.Constant / 2);
        double h = 1.0 / steps;
        for (int i = 0; i < steps; i++)
        {
            double σ = i * h;
            double k1 = Slope(σ, w[i]);
            double k2 = Slope(σ + h / 2, w[i] + h / 2 * k1);
            double k3 = Slope(σ + h / 2, w[i] + h / 2 * k2);
            double k4 = Slope(σ + h, w[i] + h * k3);
            w[i + 1] = w[i] + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }

        return w;

        double Slope(double σ, double root) => -field.Rate * σ * field.Value(σ * σ, root);
    }

    // A cubic over [from, to] in y = σ − from; its coefficients are doubles, whatever they were meant to be.
    private readonly struct HermitePiece
    {
        private readonly DescentField _field;
        private readonly double _from, _to, _c0, _c1, _c2, _c3;

        internal HermitePiece(DescentField field, double from, double to, double start, double end)
        {
            (_field, _from, _to) = (field, from, to);
            double h = to - from;
            double k = -field.Rate * from * field.Value(from * from, start);
            double l = -field.Rate * to * field.Value(to * to, end);
            double chord = (end - start) / h;
            (_c0, _c1) = (start, k);
            _c2 = (3 * chord - 2 * k - l) / h;
            _c3 = (k + l - 2 * chord) / (h * h);
            Jump = Interval.Abs(Root(Length) - end);
        }

        // How far the cubic's end lies from the next one's start.
        internal Interval Jump { get; }

        // A bound of ∫|δ|.
        internal Interval Defect
        {
            get
            {
                Interval h = Length, σ = new(_from, _to), y = Interval.Hull(0, Length);
                if (_from == 0)
                    return h * Interval.Abs(Residual(σ, y)).Upper;
                double middle = 0.5 * (_from + _to);
                double center = Interval.Abs(Residual(middle, middle - Interval.Of(_from))).Upper;
                return h * center + Interval.Square(h) / 4 * Interval.Abs(ResidualSlope(σ, y)).Upper;
            }
        }

        private Interval Length => _to - Interval.Of(_from);

        private Interval Root(Interval y) => _c0 + y * (_c1 + y * (_c2 + y * Interval.Of(_c3)));

        private Interval RootSlope(Interval y) => _c1 + y * (2 * Interval.Of(_c2) + y * (3 * Interval.Of(_c3)));

        private Interval Residual(Interval σ, Interval y) =>
            RootSlope(y) + _field.Rate * σ * _field.Enclose(Interval.Square(σ), Root(y));

        private Interval ResidualSlope(Interval σ, Interval y)
        {
            Interval t = Interval.Square(σ), w = Root(y);
            (Interval inTime, Interval inRoot) = _field.Slopes(t, w);
            return 2 * Interval.Of(_c2) + y * (6 * Interval.Of(_c3))
                + _field.Rate * (_field.Enclose(t, w) + σ * (2 * σ * inTime + RootSlope(y) * inRoot));
        }
    }
}
