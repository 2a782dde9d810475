using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>A search for an interpolating student of given width, by Levenberg's and Marquardt's method from several
/// starts.</summary>
/// <remarks>
/// The equations are h_i(W)/‖X_i‖² = (‖WX_i‖² − X_iᵀS*X_i)/‖X_i‖² = 0. A step is δ = −Jᵀ(JJᵀ + μI)⁻¹h, an N × N system;
/// μ falls by 5 after a step that lowers ‖h‖ and rises by 4 after one that does not. A start ends at ‖h‖ ≤ 10⁻¹³ of its
/// first value, when ten steps together gain less than 10⁻³, or after 200 steps. Finding nothing proves nothing.
/// </remarks>
/// <param name="Weights">The best student found, m̂ × d.</param>
/// <param name="Starts">Starts taken; the search ends with the first interpolant.</param>
/// <param name="Nearby">What is proved about it.</param>
public sealed record NarrowFit(Matrix Weights, int Starts, NearbyInterpolant Nearby)
{
    private const int MostSteps = 200;

    /// <summary>Searches.</summary>
    /// <param name="X">Data, N × d, no sample 0.</param>
    /// <param name="S">S*, d × d.</param>
    /// <param name="width">m̂ ≥ 1.</param>
    /// <param name="starts">Starts at most, at least 1.</param>
    /// <param name="stream">Random numbers for the starts.</param>
    /// <param name="cancellation">Observed between starts.</param>
    public static NarrowFit Of(
        Matrix X, Matrix S, int width, int starts, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(S);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 1);
        double trace = 0;
        for (int i = 0; i < S.Rows; i++)
            trace += S[i, i];
        NarrowFit? best = null;
        for (int start = 1; start <= starts; start++)
        {
            cancellation.ThrowIfCancellationRequested();
            var W = new Matrix(width, X.Columns);
            stream.FillNormals(W.Values);
            Lanes.Scale(Math.Sqrt(trace / (width * X.Columns)), W.Values);
            W = Descend(X, S, W);
            var nearby = NearbyInterpolant.Of(X, W, S);
            if (best is null || nearby.Misfit < best.Nearby.Misfit)
                best = new(W, start, nearby);
            best = best with { Starts = start };
            if (nearby.Shift <= 1e-6)
                return best with { Weights = W, Nearby = nearby };
        }

        return best!;
    }

    private static Matrix Descend(Matrix X, Matrix S, Matrix W)
    {
        (double[] h, Matrix J) = Equations(X, S, W);
        double first = Lanes.Norm(h), value = first, checkpoint = first;
        double μ = 1e-2 * Lanes.Dot(J.Values, J.Values) / X.Rows;
        for (int step = 1; step <= MostSteps && value > 1e-13 * first; step++)
        {
            Matrix normal = MatrixProduct.MultiplyTranspose(J, J);
            for (int i = 0; i < normal.Rows; i++)
                normal[i, i] += μ;
            bool better = false;
            if (CholeskyFactor.TryFactor(normal, out CholeskyFactor? factor))
            {
                Matrix next = W.Clone();
                Lanes.Axpy(-1, MatrixVector.TransposeMultiply(J, factor.Solve(h)), next.Values);
                (double[] nextEquations, Matrix nextJacobian) = Equations(X, S, next);
                better = Lanes.Norm(nextEquations) < value;
                if (better)
                    (W, h, J, value) = (next, nextEquations, nextJacobian, Lanes.Norm(nextEquations));
            }

            μ *= better ? 0.2 : 4;
            if (step % 10 != 0)
                continue;
            if (value > 0.999 * checkpoint)
                break;
            checkpoint = value;
        }

        return W;
    }

    private static (double[] Values, Matrix Jacobian) Equations(Matrix X, Matrix S, Matrix W)
    {
        var h = new double[X.Rows];
        var J = new Matrix(X.Rows, W.Rows * W.Columns);
        for (int i = 0; i < X.Rows; i++)
        {
            ReadOnlySpan<double> x = X.Row(i);
            double square = Lanes.Dot(x, x);
            double[] z = MatrixVector.Multiply(W, x);
            h[i] = (Lanes.Dot(z, z) - Lanes.Dot(x, MatrixVector.Multiply(S, x))) / square;
            for (int j = 0; j < W.Rows; j++)
                for (int l = 0; l < x.Length; l++)
                    J[i, j * x.Length + l] = 2 * z[j] * x[l] / square;
        }

        return (h, J);
    }
}
