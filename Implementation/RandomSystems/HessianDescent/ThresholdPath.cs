using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.RandomSystems.HessianDescent;

// In σ = √t the equation dw/dσ = −rσF(σ², w) is smooth at 0, where ξ″ may vanish like a power of t. F does not fall in
// w, so that two solutions do not separate, and a function w̃ with the defect δ(σ) = w̃′ + rσF(σ², w̃) is off by
// ∫|δ| at most. w̃ is made of cubics through the nodes of a Runge–Kutta method with its slopes; on each piece |δ| is at
// most |δ(middle)| + (h/2)·max|δ′|, in interval arithmetic, and on the first, where F may vanish, max|δ| itself. w
// moves like ∫√ξ″: half of the pieces are spread evenly over σ and half over that.

/// <summary>A numerical solution of the equation for √u(t) with a proven bound of its error.</summary>
/// <remarks>Past the point where u reaches 0 the root goes on below 0, with F(·, w) = F(·, 0): u is then the square of
/// its positive part.</remarks>
/// <param name="Field">The equation.</param>
/// <param name="Times">t from 0 to 1, ascending.</param>
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
        double start = Math.Sqrt(field.Mixture.Constant / 2);
        Interval root = Interval.Sqrt(Interval.Of(field.Mixture.Constant) / 2);
        return Follow(field, 0, start, root, steps, cancellation);
    }

    /// <summary>Solves from a radius on.</summary>
    /// <param name="field">The equation, 0 &lt; α &lt; 1.</param>
    /// <param name="radius">σ = √t at the start, within [0, 1).</param>
    /// <param name="root">Encloses √u there.</param>
    /// <param name="steps">Pieces, from 2; the bound falls with their square.</param>
    /// <param name="cancellation">Observed between pieces.</param>
    public static ThresholdPath From(
        DescentField field, double radius, Interval root, int steps, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Follow(field, radius, root.Midpoint, root, steps, cancellation);
    }

    private static ThresholdPath Follow(
        DescentField field, double radius, double start, Interval root, int steps, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        if (!(field.Ratio > 0 && field.Ratio < 1))
            throw new ArgumentException("α lies between 0 and 1.", nameof(field));
        if (!(radius >= 0 && radius < 1))
            throw new ArgumentOutOfRangeException(nameof(radius), radius, "The radius lies within [0, 1).");
        double[] nodes = Mesh(field, radius, steps), roots = Solve(field, nodes, start);
        var errors = new double[steps + 1];
        // The start itself is rounded, or enclosed.
        errors[0] = (root - roots[0]).Magnitude;
        Interval error = errors[0];
        for (int i = 0; i < steps; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var piece = new HermitePiece(field, nodes[i], nodes[i + 1], roots[i], roots[i + 1]);
            error += piece.Defect + piece.Jump;
            errors[i + 1] = error.Upper;
        }

        double[] times = [.. nodes.Select(σ => σ * σ)];
        return new(field, times, roots, errors);
    }

    /// <summary>u of a root w, which goes on below 0 where u is 0: max(w, 0)².</summary>
    public static double RiskOf(double root) => root > 0 ? root * root : 0;

    /// <summary>√u(1), or what goes on below 0, without a bound of its error, which falls with the fourth power of the
    /// number of steps.</summary>
    /// <param name="field">The equation.</param>
    /// <param name="steps">From 1.</param>
    public static double LastRootOf(DescentField field, int steps)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        return LastRootFrom(field, 0, Math.Sqrt(field.Mixture.Constant / 2), steps);
    }

    /// <summary>As <see cref="LastRootOf"/>, from a radius on.</summary>
    /// <param name="field">The equation.</param>
    /// <param name="radius">σ = √t at the start, within [0, 1).</param>
    /// <param name="root">√u there.</param>
    /// <param name="steps">From 1.</param>
    public static double LastRootFrom(DescentField field, double radius, double root, int steps)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        return Solve(field, Mesh(field, radius, steps), root)[^1];
    }

    // Where half of σ and half of ∫σ√ξ″ is equidistant, from a table of the latter.
    private static double[] Mesh(DescentField field, double radius, int steps)
    {
        const int Entries = 1024;
        var table = new double[Entries + 1];
        double last = 0;
        for (int i = 1; i <= Entries; i++)
        {
            double σ = radius + (1 - radius) * (i / (double)Entries);
            double density = σ * Math.Sqrt(field.Mixture.Derivative(σ * σ, 2));
            table[i] = table[i - 1] + density + last;
            last = density;
        }

        double whole = table[^1];
        for (int i = 0; i <= Entries; i++)
            table[i] = whole > 0 ? 0.5 * (i / (double)Entries + table[i] / whole) : i / (double)Entries;
        var nodes = new double[steps + 1];
        nodes[0] = radius;
        int entry = 1;
        for (int i = 1; i < steps; i++)
        {
            double share = i / (double)steps;
            while (table[entry] < share)
                entry++;
            double place = (entry - 1 + (share - table[entry - 1]) / (table[entry] - table[entry - 1])) / Entries;
            nodes[i] = radius + (1 - radius) * place;
        }

        nodes[steps] = 1;
        return nodes;
    }

    private static double[] Solve(DescentField field, double[] nodes, double root)
    {
        var w = new double[nodes.Length];
        w[0] = root;
        for (int i = 0; i + 1 < nodes.Length; i++)
        {
            double σ = nodes[i], h = nodes[i + 1] - nodes[i];
            double k1 = Slope(σ, w[i]);
            double k2 = Slope(σ + h / 2, w[i] + h / 2 * k1);
            double k3 = Slope(σ + h / 2, w[i] + h / 2 * k2);
            double k4 = Slope(σ + h, w[i] + h * k3);
            w[i + 1] = w[i] + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }

        return w;

        double Slope(double σ, double value) => -field.Rate * σ * field.Value(σ * σ, value);
    }

    // A cubic over [from, to] in y = σ − from; its coefficients are doubles, whatever they were meant to be.
    private readonly struct HermitePiece
    {
        private const double Negligible = 1e-100;

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
                // Where ξ″ underflows the slopes have no bound, and this one is as small as F.
                if (_from == 0 || _field.Mixture.Derivative(_from * _from, 2) < Negligible)
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
