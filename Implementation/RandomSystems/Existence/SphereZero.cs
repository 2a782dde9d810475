using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.Existence;

// Existence: near a numerical zero x the system G(y) = (F(x + Uy), ‖x + Uy‖² − 1) has as many equations as unknowns, U
// with orthonormal columns that span the rows of DF and x. Krawczyk's operator
//     K(Y) = −C·G(0) + (I − C·DG(Y))Y
// maps the box Y into its interior only if G has a zero in Y, whatever C is. Zeros/ZeroCertifier has the test for
// square systems of forms in discs, where uniqueness and whether a complex zero is real matter; here n + 1 of d
// unknowns are chosen, the equations are no forms, and only existence is asked, in real intervals. Emptiness: the
// sphere is covered by the faces of a cube, and a box of a face is done with when some F_i(x/‖x‖)‖x‖^p has no zero over
// it.

/// <summary>Whether a system has a zero on the unit sphere, with proof.</summary>
public static class SphereZero
{
    private const int NewtonSteps = 25;

    /// <summary>Looks for a zero by Newton's method with the pseudo-inverse on the sphere, and proves the first one
    /// found.</summary>
    /// <param name="system">The system, n &lt; d.</param>
    /// <param name="stream">Starts, uniform on the sphere.</param>
    /// <param name="starts">How often to start, from 1.</param>
    /// <returns>A point near a proven zero (<see cref="IsProven"/>), or null, also where there are too many equations:
    /// then nothing is known.</returns>
    public static double[]? Find(GaussianSystem system, RandomStream stream, int starts)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(stream);
        if (system.Equations >= system.Dimension)
            return null;
        for (int start = 0; start < starts; start++)
        {
            var x = new double[system.Dimension];
            UniformSphere.Fill(stream, x);
            double length = double.PositiveInfinity;
            for (int step = 0; step < NewtonSteps && length > 1e-13; step++)
            {
                if (!TryStep(system, x, out length))
                    break;
            }

            // From farther away the box would not reach the zero.
            if (length < 1e-9 && IsProven(system, x))
                return x;
        }

        return null;
    }

    /// <summary>Whether Krawczyk's operator proves a zero on the sphere in a box of half-width 10⁻⁸ around a
    /// point.</summary>
    /// <param name="system">The system, n &lt; d.</param>
    /// <param name="x">A point, of length d, near the sphere.</param>
    public static bool IsProven(GaussianSystem system, ReadOnlySpan<double> x)
    {
        ArgumentNullException.ThrowIfNull(system);
        int n = system.Equations, d = system.Dimension;
        if (n >= d)
            return false;
        double[] point = x.ToArray();
        Matrix rows = Bordered(system, point);
        if (!rows.Values.ToArray().All(double.IsFinite))
            return false;
        Matrix U = QrFactor.Of(Transposed(rows)).Q;
        if (Inverse(MatrixProduct.Multiply(rows, U)) is not { } C)
            return false;
        const double Radius = 1e-8;
        var box = new Interval(-Radius, Radius);
        // The box in R^d: x + UY.
        Interval[] wide = [.. Enumerable.Range(0, d).Select(j =>
            point[j] + Enumerable.Range(0, n + 1).Select(k => U[j, k] * box).Aggregate((a, b) => a + b))];
        Interval[] center = [.. point.Select(Interval.Of)];
        Interval[] G = [.. system.Value(center), Length(center) - 1];
        Interval[] D = system.Derivative(wide);
        // DG(Y) = (DF·U, 2x′U), row by row.
        var DG = new Interval[n + 1, n + 1];
        for (int k = 0; k <= n; k++)
        {
            for (int j = 0; j < d; j++)
            {
                for (int i = 0; i < n; i++)
                    DG[i, k] += D[i * d + j] * U[j, k];
                DG[n, k] += 2 * wide[j] * U[j, k];
            }
        }

        for (int i = 0; i <= n; i++)
        {
            Interval image = 0;
            for (int k = 0; k <= n; k++)
            {
                image -= C[i, k] * G[k];
                Interval entry = i == k ? 1 : 0;
                for (int j = 0; j <= n; j++)
                    entry -= C[i, j] * DG[j, k];
                image += entry * box;
            }

            if (!(image.Lower > -Radius && image.Upper < Radius))
                return false;
        }

        return true;
    }

    /// <summary>Whether boxes over the whole sphere exclude every zero; false where the boxes ran out.</summary>
    /// <param name="system">The system, d ≤ 6.</param>
    /// <param name="boxes">Most boxes to look at.</param>
    public static bool IsEmpty(GaussianSystem system, int boxes)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(system.Dimension, 6, nameof(system));
        var left = new Stack<Interval[]>();
        for (int face = 0; face < system.Dimension; face++)
        {
            foreach (double side in (double[])[-1, 1])
            {
                var box = new Interval[system.Dimension];
                Array.Fill(box, new(-1, 1));
                box[face] = side;
                left.Push(box);
            }
        }

        for (int count = 0; left.TryPop(out Interval[]? box); count++)
        {
            if (count >= boxes)
                return false;
            if (system.OnRays(box).Any(value => !value.Contains(0)))
                continue;
            int widest = 0;
            for (int j = 1; j < box.Length; j++)
                widest = box[j].Width > box[widest].Width ? j : widest;
            double cut = box[widest].Midpoint;
            Interval[] low = [.. box], high = [.. box];
            (low[widest], high[widest]) = (new(box[widest].Lower, cut), new(cut, box[widest].Upper));
            left.Push(high);
            left.Push(low);
        }

        return true;
    }

    // x ← (x − P⁺F)/‖·‖, P = DF(I − xx′): the least solution of the bordered system (DF; x′)v = (F; 0).
    private static bool TryStep(GaussianSystem system, double[] x, out double length)
    {
        Matrix rows = Bordered(system, x);
        Matrix transposed = Transposed(rows);
        length = double.NaN;
        if (!transposed.Values.ToArray().All(double.IsFinite))
            return false;
        var factor = QrFactor.Of(transposed);
        // rows = R′Q′: v = Q·R′⁻¹(F; 0).
        double[] z = [.. system.Value(x), 0];
        for (int i = 0; i < z.Length; i++)
        {
            for (int j = 0; j < i; j++)
                z[i] -= factor.R[j, i] * z[j];
            if (factor.R[i, i] == 0)
                return false;
            z[i] /= factor.R[i, i];
        }

        double[] v = MatrixVector.Multiply(factor.Q, z);
        length = Lanes.Norm(v);
        // A step beyond the sphere's radius says nothing of the system.
        double share = length > 0.5 ? 0.5 / length : 1;
        Lanes.Axpy(-share, v, x);
        double norm = Lanes.Norm(x);
        Lanes.Scale(1 / norm, x);
        return true;
    }

    // (DF; x′), (n + 1) × d.
    private static Matrix Bordered(GaussianSystem system, double[] x)
    {
        Matrix D = system.Derivative(x);
        var rows = new Matrix(D.Rows + 1, D.Columns);
        D.Values.CopyTo(rows.Values);
        x.CopyTo(rows.Row(D.Rows));
        return rows;
    }

    private static Matrix Transposed(Matrix A)
    {
        var B = new Matrix(A.Columns, A.Rows);
        for (int i = 0; i < A.Rows; i++)
        {
            for (int j = 0; j < A.Columns; j++)
                B[j, i] = A[i, j];
        }

        return B;
    }

    private static Interval Length(Interval[] x) => x.Select(Interval.Square).Aggregate((a, b) => a + b);

    // An approximate inverse of the derivative at the center, whose last row is x′U rather than 2x′U: that much is
    // scaled. Null where a pivot vanishes.
    private static Matrix? Inverse(Matrix rows)
    {
        int n = rows.Rows;
        for (int k = 0; k < n; k++)
            rows[n - 1, k] *= 2;
        var factor = QrFactor.Of(rows);
        var inverse = new Matrix(n, n);
        var unit = new double[n];
        for (int k = 0; k < n; k++)
        {
            if (factor.R[k, k] == 0)
                return null;
        }

        for (int j = 0; j < n; j++)
        {
            Array.Clear(unit);
            unit[j] = 1;
            double[] column = factor.Solve(unit);
            for (int i = 0; i < n; i++)
                inverse[i, j] = column[i];
        }

        return inverse;
    }
}
