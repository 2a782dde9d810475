using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>Sizes of <see cref="StrictSaddleExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="StudentWidth">m̂ ≥ 1.</param>
/// <param name="Samples">N; 0 for the population risk.</param>
/// <param name="IsConstructed">Whether the stationary point is built in closed form (population risk, diagonal teacher)
/// instead of found by descent.</param>
public sealed record StrictSaddleCell(
    CoordinateLaw Law, int Dimension, int StudentWidth, int Samples, bool IsConstructed);

/// <summary>A stationary point of rank below d of the risk against a teacher with ‖W*‖_F = 1, and the curvature
/// there.</summary>
/// <param name="Risk">L(W).</param>
/// <param name="GradientPairing">‖W‖_F ‖∇L(W)‖_F, which bounds ⟨W, ∇L⟩: what is left of stationarity.</param>
/// <param name="LeastMoment">λ_min(R).</param>
/// <param name="LeastHessian">Least eigenvalue of the Hessian of L as a quadratic form on m̂ × d matrices.</param>
/// <param name="Error">Bound of the rounding errors of the four numbers above.</param>
/// <param name="HasFreeRow">Whether a unit u with uᵀW = 0 exists: m̂ ≥ d.</param>
/// <param name="Curvature">D²L[uzᵀ, uzᵀ] from five values of the risk along the line, which is exact for quartics; NaN
/// without u.</param>
/// <param name="CurvatureError">Bound of its rounding error.</param>
/// <param name="Drop">L(W) − L(W + t·uzᵀ) at t² = −λ_min(R)/E(zᵀX)⁴; NaN without u.</param>
/// <param name="PredictedDrop">λ_min(R)²/E(zᵀX)⁴.</param>
/// <param name="DropError">Bound of the error of <paramref name="Drop"/>, the remaining gradient included.</param>
public sealed record StrictSaddleOutcome(
    double Risk,
    double GradientPairing,
    double LeastMoment,
    double LeastHessian,
    double Error,
    bool HasFreeRow,
    double Curvature,
    double CurvatureError,
    double Drop,
    double PredictedDrop,
    double DropError);

/// <summary>Second-order behavior of the risk at rank-deficient stationary points.</summary>
/// <remarks>
/// With B = WᵀH + HᵀW the risk along W + tH is ⟨A + tB + t²HᵀH, T(A + tB + t²HᵀH)⟩, a quartic, so D²L[H, H] = 2⟨B,
/// T(B)⟩ + 4⟨R, HᵀH⟩. For H = uzᵀ with uᵀW = 0 and unit u, z, Rz = λz: B = 0 and L(W + tH) = L(W) + 2λt² + γt⁴ at a
/// stationary point, γ = E(zᵀX)⁴; the least value is L(W) − λ²/γ.
/// </remarks>
public sealed class StrictSaddleExperiment : Experiment<StrictSaddleCell, StrictSaddleOutcome>
{
    private const double u = UnitRoundoff;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/strict-saddles";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Points can be built for the population risk with Var(x²) &gt; 0
    /// only.</exception>
    public override StrictSaddleOutcome Run(StrictSaddleCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.IsConstructed && (cell.Samples != 0 || cell.Law.VarianceOfSquare <= 0))
            throw new ArgumentException(
                $"Stationary points are built for the population risk with Var(x²) > 0, not for {cell.Law} with N = "
                    + $"{cell.Samples}.",
                nameof(cell));
        int d = cell.Dimension;

        // A narrow student uses all of its rows; a wide one leaves at least one of them, and one direction, unused.
        int rank = cell.StudentWidth < d ? cell.StudentWidth : stream.NextIndex(d);
        QuadraticRisk risk = Risk(cell, stream);
        (Teacher teacher, Matrix W) = cell.IsConstructed
            ? Construct(cell, rank, stream)
            : Descend(cell, risk, rank, stream);
        Matrix Q = Haar.Orthogonal(stream, cell.StudentWidth);
        return Examine(
            risk,
            teacher,
            MatrixProduct.Multiply(Q, W),
            cell.StudentWidth > rank ? Q.Column(cell.StudentWidth - 1) : null);
    }

    private static QuadraticRisk Risk(StrictSaddleCell cell, RandomStream stream)
    {
        if (cell.Samples == 0)
            return QuadraticRisk.Population(cell.Law, cell.Dimension);
        var X = new Matrix(cell.Samples, cell.Dimension);
        cell.Law.Fill(stream, X.Values);
        return QuadraticRisk.Empirical(X);
    }

    // Rows beyond the rank are exactly zero and stay so.
    private static (Teacher Teacher, Matrix W) Descend(
        StrictSaddleCell cell, QuadraticRisk risk, int rank, RandomStream stream)
    {
        int d = cell.Dimension;
        var planted = new Matrix(2 * d, d);
        stream.FillNormals(planted.Values);
        Lanes.Scale(1 / Lanes.Norm(planted.Values), planted.Values);
        Teacher teacher = Teacher.WithWeights(planted);
        var W = new Matrix(cell.StudentWidth, d);
        for (int j = 0; j < rank; j++)
        {
            stream.FillNormals(W.Row(j));
            Lanes.Scale(1 / Math.Sqrt(d * (double)d), W.Row(j));
        }

        return (teacher, StudentDescent.Minimize(risk, teacher, W).Weights);
    }

    // S* = diag(s), tr S* = 1; the student learns the directions of a random set I: M_ii = s_i − μ2²τ/κ, τ =
    // −Σ_{i∉I}s_i/(1 + |I|μ2²/κ), where R vanishes on I.
    private static (Teacher Teacher, Matrix W) Construct(StrictSaddleCell cell, int rank, RandomStream stream)
    {
        int d = cell.Dimension;
        var s = new double[d];
        stream.FillUniforms(s);
        foreach (ref double strength in s.AsSpan())
            strength += 0.25;
        Lanes.Scale(1 / Lanes.Sum(s), s);
        double ratio = cell.Law.SecondMoment * cell.Law.SecondMoment / cell.Law.VarianceOfSquare;
        int[] order = [.. Enumerable.Range(0, d)];
        for (int i = d - 1; i > 0; i--)
        {
            int j = stream.NextIndex(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        double missing = 0;
        for (int i = rank; i < d; i++)
            missing += s[order[i]];
        var W = new Matrix(cell.StudentWidth, d);
        for (int i = 0; i < rank; i++)
            W[i, order[i]] = Math.Sqrt(s[order[i]] + ratio * missing / (1 + rank * ratio));
        return (Teacher.WithWeights(Matrix.Diagonal([.. s.Select(Math.Sqrt)])), W);
    }

    private static StrictSaddleOutcome Examine(QuadraticRisk risk, Teacher teacher, Matrix W, double[]? free)
    {
        int d = W.Columns;
        double[] a = SymmetricVectorization.Vectorize(QuadraticRisk.Difference(Gram.Of(W), teacher.Gram));
        (double value, double error) = risk.At(a);
        double[] gradient = StudentDescent.Evaluate(risk, teacher, W.Values, W.Rows).Gradient;
        double norm = Lanes.Norm(W.Values);
        Matrix R = risk.ResidualMoment(a);
        var moment = SymmetricEigen.Of(R);
        Matrix hessian = RiskHessian.At(risk, teacher, W);
        var curvatures = SymmetricEigen.Of(hessian);

        // Entries of G are taken as they are. A is off by δ in norm, R by tr G·δ + n₁·u·tr G·‖A‖, the pairing with the
        // gradient by 4‖W‖² times that, the Hessian by n₂·u·(8‖W‖² + 4‖A‖)·tr G; the eigenvalue routine adds its proven
        // bounds.
        double distance = Lanes.Norm(a);
        double δ = 2.0 * Math.Max(W.Rows, teacher.Weights.Rows) * u * (norm * norm + 1);
        double bound = error
            + (1 + 4 * norm * norm) * risk.Trace * (δ * (distance + 1) + (2 * d + 4 * a.Length + 8) * u * distance)
            + (4 * a.Length + 16) * u * hessian.Rows * risk.Trace * (8 * norm * norm + 4 * distance)
            + EigenvalueBound.Of(R, moment)
            + EigenvalueBound.Of(hessian, curvatures);
        double λ = moment.Values[0];
        var flat = new StrictSaddleOutcome(
            value,
            norm * Lanes.Norm(gradient),
            λ,
            curvatures.Values[0],
            bound,
            false,
            double.NaN,
            0,
            double.NaN,
            double.NaN,
            0);
        if (free is null)
            return flat;

        double[] z = moment.Vectors.Column(0);
        double γ = risk.At(OuterSquare(z)).Risk;
        double t = Math.Sqrt(Math.Max(0, -λ) / γ);

        // Five points at distance h: exact second derivative of a quartic.
        const double h = 0.5;
        double curvature = 0;
        double curvatureError = 0;
        foreach ((int step, double weight) in ((int, double)[])[(-2, -1), (-1, 16), (0, -30), (1, 16), (2, -1)])
        {
            (double at, double rounding) = Along(step * h);
            curvature += weight * at / (12 * h * h);
            curvatureError += Math.Abs(weight) * rounding / (12 * h * h);
        }

        // uᵀW is zero up to ε = 2m̂·u·‖W‖, which enters at order t‖R‖ and t³·tr G; the remaining gradient enters at
        // order t.
        (double low, double lowError) = Along(t);
        double ε = 2 * W.Rows * u * norm;
        double dropError =
            error
            + lowError
            + t * Lanes.Norm(gradient)
            + 4 * ε * risk.Trace * (t * distance + t * t * t)
            + 4 * bound * t * t;
        return flat with
        {
            HasFreeRow = true,
            Curvature = curvature,
            CurvatureError = curvatureError + 4 * bound,
            Drop = value - low,
            PredictedDrop = λ * λ / γ,
            DropError = dropError,
        };

        // The risk is evaluated through A, which is off by the rounding of WᵀW besides.
        (double Risk, double Error) Along(double step)
        {
            Matrix moved = W.Clone();
            for (int j = 0; j < W.Rows; j++)
                Lanes.Axpy(step * free[j], z, moved.Row(j));
            Matrix difference = QuadraticRisk.Difference(Gram.Of(moved), teacher.Gram);
            (double at, double rounding) = risk.At(SymmetricVectorization.Vectorize(difference));
            double size = Lanes.Dot(moved.Values, moved.Values) + 1;
            return (
                at,
                rounding
                    + 4.0
                        * Math.Max(W.Rows, teacher.Weights.Rows)
                        * u
                        * size
                        * risk.Trace
                        * Lanes.Norm(difference.Values));
        }
    }

    private static double[] OuterSquare(double[] z)
    {
        var square = new double[SymmetricVectorization.Dimension(z.Length)];
        SymmetricVectorization.OfOuterSquare(z, square);
        return square;
    }
}
