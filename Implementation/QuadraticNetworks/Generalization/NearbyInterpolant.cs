using Verification.Implementation.Numerics.LinearAlgebra;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Generalization;

/// <summary>How far a computed student is from a student of the same width that interpolates the labels exactly,
/// bounded from both sides.</summary>
/// <remarks>
/// <para>A computed W never interpolates to the last bit, and a small misfit alone proves no exact interpolant. The
/// proof is Newton–Kantorovich's for the quadratic system h_i(W) = ‖WX_i‖² − X_iᵀS*X_i: h(W + H) = h(W) + J·H + q(H),
/// (J·H)_i = 2⟨WX_i, HX_i⟩, q_i(H) = ‖HX_i‖², over a maximal set of k samples whose X_iX_iᵀ are independent (the other
/// equations are combinations of these). For any m̂d × k matrix Q the map y ↦ y − h(W + Qy) = (I − JQ)y − h(W) − q(Qy)
/// takes the ball ‖y‖ ≤ ρ = 2‖h(W)‖/(1 − α), α ≥ ‖I − JQ‖, into itself as soon as 4κ‖h(W)‖ ≤ (1 − α)², κ =
/// ‖Q‖²(Σ‖X_i‖⁴)^½. By Brouwer it has a fixed point there: an exact interpolant W' = W + Qy of the same width with ‖W'
/// − W‖_F ≤ ‖Q‖ρ. Equations are divided by ‖X_i‖² first. Q is computed as Jᵀ(JJᵀ)⁻¹, refined once; the proof does not
/// care how.</para>
/// <para>Norms are bounded by Frobenius norms, and every sum of n products by γ_n = n·u/(1 − n·u) times the sum of
/// magnitudes (Higham, Accuracy and Stability of Numerical Algorithms, section 3.1). The bounds are sums and products
/// of nonnegative doubles, accurate to 10⁻¹² relative; the end result is widened by 10⁻⁹ of itself. Weights, data and
/// S* are taken as the exact doubles that they are: every positive definite S* is a teacher's. Independence is certain;
/// that the remaining X_iX_iᵀ depend on the chosen ones is certain where the chosen ones are all, and otherwise known
/// modulo 2⁶¹ − 1, with certainty for integer data whose D × D minors are below that (Hadamard: d ≤ 5 for entries up to
/// 2). Where the test fails on integer data, <see cref="IntegerInterpolant"/> is tried.</para>
/// </remarks>
/// <param name="Misfit">max_i |h_i(W)|/(‖X_i‖²s), s = max{‖S*‖, ‖W‖_F²}. Less <paramref name="MisfitError"/> it bounds
/// ‖M − WᵀW‖/s from below for every interpolating Gram matrix M.</param>
/// <param name="MisfitError">Bound of the rounding error of <paramref name="Misfit"/>.</param>
/// <param name="Shift">Bound of ‖W'ᵀW' − WᵀW‖_F/s from above for an exact interpolant W' of the same width; infinite
/// where none was proved to exist.</param>
/// <param name="Distance">‖WᵀW − S*‖_F.</param>
/// <param name="DistanceError">Bound of |‖W'ᵀW' − S*‖_F − <paramref name="Distance"/>|, rounding included; infinite
/// with <paramref name="Shift"/>.</param>
public sealed record NearbyInterpolant(
    double Misfit, double MisfitError, double Shift, double Distance, double DistanceError)
{
    private const double Widening = 1 + 1e-9;

    /// <summary>Bound of ‖W'ᵀW' − WᵀW‖_F, absolute.</summary>
    public double GramShift { get; private init; }

    /// <summary>Looks around a student.</summary>
    /// <param name="X">Data, N × d.</param>
    /// <param name="W">Weights of the student, m̂ × d.</param>
    /// <param name="S">S* = W*ᵀW*, d × d, positive semidefinite and not 0.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static NearbyInterpolant Of(Matrix X, Matrix W, Matrix S)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(W);
        ArgumentNullException.ThrowIfNull(S);
        if (W.Columns != X.Columns || S.Rows != X.Columns || S.Columns != X.Columns)
            throw new ArgumentException(
                $"Samples of {X.Columns} coordinates need weights and a teacher of as many columns, not {W.Columns} "
                    + $"and {S.Columns}.",
                nameof(W));
        double weights = Lanes.Norm(W.Values);
        double scale = Math.Max(SymmetricEigen.Of(S).Values[^1], weights * weights);
        var system = new System(X, W, S);
        double misfit = 0, error = 0;
        for (int i = 0; i < X.Rows; i++)
        {
            (double value, double bound) = system.Equation(i);
            misfit = Math.Max(misfit, Math.Abs(value) / scale);
            error = Math.Max(error, bound / scale);
        }

        Matrix M = Gram.Of(W);
        double radius = system.Radius() * Widening;
        double shift = (2 * weights + radius) * radius * Widening;
        if (double.IsPositiveInfinity(shift) && IntegerInterpolant.Near(X, M, S, W.Rows) is { } exact)
            shift = Lanes.Norm(QuadraticRisk.Difference(exact, M).Values);
        double rounding = Gamma(W.Rows + 3) * (weights * weights + Lanes.Norm(S.Values)) * Widening;
        shift += rounding;
        return new(misfit, error, shift / scale, Lanes.Norm(QuadraticRisk.Difference(M, S).Values), shift)
        {
            GramShift = shift,
        };
    }

    /// <summary>The equations h_i(W)/‖X_i‖², with their Jacobian.</summary>
    private sealed class System(Matrix X, Matrix W, Matrix S)
    {
        // Two sums of d, one of m̂, a difference and the division.
        private readonly double _γ = Gamma(2 * X.Columns + W.Rows + 8);

        /// <summary>h_i(W)/‖X_i‖² with its error bound; 0 for a sample that is 0.</summary>
        public (double Value, double Error) Equation(int i)
        {
            ReadOnlySpan<double> x = X.Row(i);
            double square = Lanes.Dot(x, x);
            if (square == 0)
                return (0, 0);
            double[] z = MatrixVector.Multiply(W, x);
            double value = Lanes.Dot(z, z) - Lanes.Dot(x, MatrixVector.Multiply(S, x));
            double size = 0;
            for (int j = 0; j < W.Rows; j++)
            {
                double sum = Magnitude(W.Row(j), x);
                size += sum * sum;
            }

            for (int j = 0; j < x.Length; j++)
                size += Math.Abs(x[j]) * Magnitude(S.Row(j), x);
            return (value / square, _γ * size / square);
        }

        /// <summary>Bound of ‖W' − W‖_F for an exact interpolant W'; infinite where the test of Newton and Kantorovich
        /// fails.</summary>
        public double Radius()
        {
            int[] samples = TensorSpan.IndependentSamples(X);
            int k = samples.Length;
            int unknowns = W.Rows * W.Columns;
            if (k == 0)
                return 0;
            if (k > unknowns)
                return double.PositiveInfinity;
            (Matrix J, double jacobianError) = Jacobian(samples);
            if (!CholeskyFactor.TryFactor(MatrixProduct.MultiplyTranspose(J, J), out CholeskyFactor? factor))
                return double.PositiveInfinity;

            // Qᵀ = (JJᵀ)⁻¹J, refined by Q ← Q(2I − JQ), which squares the defect.
            Matrix transposed = factor.Solve(J);
            Matrix correction = Defect(J, transposed, 2);
            transposed = MatrixProduct.TransposeMultiply(correction, transposed);
            double Q = Lanes.Norm(transposed.Values);
            double α =
                Lanes.Norm(Defect(J, transposed, 1).Values)
                + (jacobianError + Gamma(unknowns + 2) * Lanes.Norm(J.Values)) * Q;
            double misfit = 0,
                error = 0;
            foreach (int i in samples)
            {
                (double value, double bound) = Equation(i);
                misfit += value * value;
                error += bound * bound;
            }

            double h = Math.Sqrt(misfit) + Math.Sqrt(error);
            double room = 1 - α;

            // With equations divided by ‖X_i‖² the sum of fourth powers is k; (1 + γ)² covers the rounding of the
            // squares.
            double κ = Q * Q * Math.Sqrt(k) * Widening;
            return room > 0 && 4 * κ * h * Widening <= room * room ? 2 * Q * h / room : double.PositiveInfinity;
        }

        // multiple·I − JQ.
        private static Matrix Defect(Matrix J, Matrix transposedQ, double multiple)
        {
            Matrix product = MatrixProduct.MultiplyTranspose(J, transposedQ);
            for (int i = 0; i < product.Rows; i++)
                for (int j = 0; j < product.Columns; j++)
                    product[i, j] = (i == j ? multiple : 0) - product[i, j];
            return product;
        }

        // Row i: 2⟨WX_i, HX_i⟩/‖X_i‖² as a function of H, and a bound of the Frobenius norm of its rounding error.
        private (Matrix Jacobian, double Error) Jacobian(int[] samples)
        {
            var J = new Matrix(samples.Length, W.Rows * W.Columns);
            double error = 0;
            for (int row = 0; row < samples.Length; row++)
            {
                ReadOnlySpan<double> x = X.Row(samples[row]);
                double square = Lanes.Dot(x, x);
                double[] z = MatrixVector.Multiply(W, x);
                for (int j = 0; j < W.Rows; j++)
                {
                    double sum = Magnitude(W.Row(j), x);
                    error += 4 * sum * sum / square;
                    for (int l = 0; l < x.Length; l++)
                        J[row, j * x.Length + l] = 2 * z[j] * x[l] / square;
                }
            }

            return (J, _γ * Math.Sqrt(error) * Widening);
        }

        private static double Magnitude(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
        {
            double sum = 0;
            for (int i = 0; i < a.Length; i++)
                sum += Math.Abs(a[i] * b[i]);
            return sum;
        }
    }
}
