using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Motivation;

// sup over networks Σa_j[⟨w_j, x⟩]₊ with Σ|a_j|‖w_j‖ ≤ 1 of Σσ_i f(x_i) is that over one unit: the supremum of a linear
// functional on a convex hull. In the plane, with u = (cos θ, sin θ), the units that are active change at finitely many
// angles, and on the arc between two of them the value is ⟨u, v⟩, v = Σ_{active}σ_i x_i: its largest absolute value is
// at the ends, or ‖v‖ where ±v points into the arc.

/// <summary>Sizes of <see cref="PathNormComplexityExperiment"/>.</summary>
/// <param name="Samples">m.</param>
/// <param name="Width">Units of the networks.</param>
public sealed record PathNormComplexityCell(int Samples, int Width);

/// <summary>Complexity of ReLU networks of path norm 1 on points of the unit circle.</summary>
/// <param name="Root">√m·(1/m)·sup over one unit of |Σσ_i[⟨u, x_i⟩]₊|, averaged over 16 draws of the signs; rounded
/// to 9 digits.</param>
/// <param name="Excess">By how much the best of 50 random networks, and of 50 whose units lie about the best one,
/// exceeds the supremum over one unit, at most, over m; negative where it does not. Rounded to 9
/// digits.</param>
/// <param name="Error">Bound of the error of the excess, as it is stored.</param>
public sealed record PathNormComplexityOutcome(double Root, double Excess, double Error);

/// <summary>The empirical Rademacher complexity of two-layer ReLU networks by the size of their weights, exact in the
/// plane.</summary>
public sealed class PathNormComplexityExperiment : Experiment<PathNormComplexityCell, PathNormComplexityOutcome>
{
    private const int SignDraws = 16, Networks = 50;
    private const double Rotation = 0.01;

    /// <inheritdoc/>
    public override string Id => "implicit-bias/path-norm-complexity";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <summary>sup over unit vectors u of the plane of |Σσ_i[⟨u, x_i⟩]₊|, with a vector that attains it.</summary>
    public static (double Value, double X, double Y) Supremum(Matrix X, ReadOnlySpan<double> signs)
    {
        ArgumentNullException.ThrowIfNull(X);
        int m = X.Rows;
        // Directions at which a unit switches: both normals of each point, in the order of their angles.
        var normals = new List<(double X, double Y)>();
        for (int i = 0; i < m; i++)
        {
            normals.Add((-X[i, 1], X[i, 0]));
            normals.Add((X[i, 1], -X[i, 0]));
        }

        normals.Sort((a, b) => PseudoAngle(a).CompareTo(PseudoAngle(b)));
        (double Value, double X, double Y) best = (0, 1, 0);
        for (int k = 0; k < normals.Count; k++)
        {
            (double X, double Y) start = normals[k], end = normals[(k + 1) % normals.Count];
            // The middle of the arc; where it spans half of the circle the ends cancel, and the quarter turn is the
            // middle.
            (double X, double Y) middle = (start.X + end.X, start.Y + end.Y);
            if (middle.X * middle.X + middle.Y * middle.Y < 1e-20)
                middle = (-start.Y, start.X);
            double vx = 0, vy = 0, atStart = 0;
            for (int i = 0; i < m; i++)
            {
                atStart += signs[i] * Math.Max(0, start.X * X[i, 0] + start.Y * X[i, 1]);
                if (middle.X * X[i, 0] + middle.Y * X[i, 1] > 0)
                {
                    vx += signs[i] * X[i, 0];
                    vy += signs[i] * X[i, 1];
                }
            }

            double length = Math.Sqrt(start.X * start.X + start.Y * start.Y);
            if (Math.Abs(atStart) / length > best.Value)
                best = (Math.Abs(atStart) / length, start.X / length, start.Y / length);
            double inside = Math.Sqrt(vx * vx + vy * vy);
            foreach (double sign in (double[])[1, -1])
            {
                double left = start.X * sign * vy - start.Y * sign * vx, right = sign * vx * end.Y - sign * vy * end.X;
                if (left >= 0 && right >= 0 && inside > best.Value)
                    best = (inside, sign * vx / inside, sign * vy / inside);
            }
        }

        return best;
    }

    /// <inheritdoc/>
    public override PathNormComplexityOutcome Run(
        PathNormComplexityCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int m = cell.Samples, H = cell.Width;
        if (m < 2 || m > 2000 || H < 1)
            throw new ArgumentException("From 2 to 2000 points and at least one unit are needed.", nameof(cell));
        Matrix X = UniformSphere.Rows(stream, m, 2);
        double[] signs = new double[m];
        double sum = 0, excess = double.NegativeInfinity;
        for (int draw = 0; draw < SignDraws; draw++)
        {
            stream.FillSigns(signs);
            (double supremum, double ux, double uy) = Supremum(X, signs);
            sum += supremum;
            if (draw > 0)
                continue;
            for (int network = 0; network < Networks; network++)
            {
                Matrix W = UniformSphere.Rows(stream, H, 2);
                double[] a = new double[H];
                stream.FillNormals(a);
                excess = Math.Max(excess, (Value(X, signs, W, a) - supremum) / m);
                // Units about the best one, all of one sign: a rotation by ε costs the fraction ε²/2 or, at a kink, ε.
                for (int j = 0; j < H; j++)
                {
                    (double sin, double cos) = ElementaryFunctions.SinCos(Rotation * (2 * stream.NextUniform() - 1));
                    (W[j, 0], W[j, 1]) = (cos * ux - sin * uy, sin * ux + cos * uy);
                    a[j] = Math.Abs(a[j]);
                }

                excess = Math.Max(excess, (Value(X, signs, W, a) - supremum) / m);
            }
        }

        double error =
            (4 * m + 4 * H + 64) * DoublePrecision.UnitRoundoff + ShortDecimal.RelativeError(9) * Math.Abs(excess);
        return new(
            ShortDecimal.Nearest(sum / SignDraws / Math.Sqrt(m), 9), ShortDecimal.Nearest(excess, 9),
            OutwardDecimal.Above(error, 2));
    }

    // |Σσ_i f(x_i)| of the network, scaled to Σ|a_j|‖w_j‖ = 1; rows of W have length 1.
    private static double Value(Matrix X, double[] signs, Matrix W, double[] a)
    {
        double norm = 0, value = 0;
        for (int j = 0; j < a.Length; j++)
        {
            norm += Math.Abs(a[j]);
            for (int i = 0; i < X.Rows; i++)
                value += signs[i] * a[j] * Math.Max(0, W[j, 0] * X[i, 0] + W[j, 1] * X[i, 1]);
        }

        return Math.Abs(value) / norm;
    }

    // Increases with the angle from −π to π.
    private static double PseudoAngle((double X, double Y) v)
    {
        double ratio = v.X / (Math.Abs(v.X) + Math.Abs(v.Y));
        return v.Y >= 0 ? 1 - ratio : ratio - 1;
    }
}
