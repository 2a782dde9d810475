using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Optimization;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Geometry;

/// <summary>Sizes of <see cref="SeparableDescentExperiment"/>.</summary>
/// <param name="Samples">m.</param>
/// <param name="Dimension">d.</param>
/// <param name="Loss">ℓ.</param>
/// <param name="RelativeStep">0 for the gradient flow; ηβ in (0, 2) for gradient descent with the logistic loss, whose
/// gradient is β-Lipschitz, β = ¼‖Z‖².</param>
/// <param name="OtherMargin">Samples are drawn again until the examples off the support of ŵ have at least this margin,
/// above 1: the flow forgets them at the rate of its excess over 1.</param>
public sealed record SeparableDescentCell(
    int Samples, int Dimension, MarginLoss Loss, double RelativeStep, double OtherMargin);

/// <summary>Gradient descent on Σℓ(y_i⟨w, x_i⟩) against the hard-margin separator ŵ, at late times.</summary>
/// <param name="Certain">Whether ŵ has a certified support with positive multipliers and the run went through; without
/// that nothing below is proven.</param>
/// <param name="InverseMargin">‖ŵ‖ = 1/γ.</param>
/// <param name="OtherMargin">A lower bound of the margins at ŵ outside the support; ∞ where there are none.</param>
/// <param name="LogTimes">log(1 + t) for the flow, log(1 + ηk) for descent.</param>
/// <param name="Residuals">‖w − ŵ·log(1 + t)‖.</param>
/// <param name="DirectionGaps">‖w/‖w‖ − ŵ/‖ŵ‖‖.</param>
/// <param name="DirectionErrors">Bounds of the errors of <paramref name="DirectionGaps"/>.</param>
/// <param name="MarginGaps">γ − min q/‖w‖.</param>
/// <param name="MarginErrors">Bounds of the errors of <paramref name="MarginGaps"/>.</param>
/// <param name="NormRatios">‖w‖/log(1 + t).</param>
/// <param name="NormErrors">Bounds of the errors of <paramref name="NormRatios"/>.</param>
/// <param name="Radius">Bound of the error of w, for every time from the first of <paramref name="LogTimes"/>
/// on.</param>
/// <param name="LeastSquaresGap">Distance of ŵ/‖ŵ‖ to the direction of the least-squares solution of least norm for the
/// labels 1, rows z_i.</param>
/// <param name="Run">The run itself, carried on past the time at which the enclosure begins.</param>
public sealed record SeparableDescentOutcome(
    bool Certain,
    double InverseMargin,
    double OtherMargin,
    double[] LogTimes,
    double[] Residuals,
    double[] DirectionGaps,
    double[] DirectionErrors,
    double[] MarginGaps,
    double[] MarginErrors,
    double[] NormRatios,
    double[] NormErrors,
    double Radius,
    double LeastSquaresGap,
    LaterRun Run);

/// <summary>Where gradient descent with a loss of exponential tail goes on separable data, enclosed at late times: log
/// t up to 10⁸.</summary>
/// <remarks>
/// Flows of a convex loss, and descent with steps of at most 2/β, are nonexpansive. Let S be the support of ŵ = Σλ_i
/// z_i and ⟨w̃, z_i⟩ = −log λ_i on it. The curve v(t) = ŵ·log(1 + t) + w̃ + o, o ⊥ z_i on S, violates the flow of the
/// exponential loss only by the terms of the other points, and that of the logistic loss by the square of its terms
/// besides; both are integrable in log t, as is the difference between a step of descent and the flow. Hence ‖w(t) −
/// v(t)‖ after a time t₀ is at most that at t₀ plus a tail that is known, for all t ≥ t₀. With o taken from w(t₀)
/// itself, the bound is small. Up to t₀ the flow is integrated with a proven error, and descent is run.
/// </remarks>
public sealed class SeparableDescentExperiment : Experiment<SeparableDescentCell, SeparableDescentOutcome>
{
    private const double UnitRoundoff = DoublePrecision.UnitRoundoff;
    private static readonly double[] Times = [60, 100, 300, 1e4, 1e8];
    private const double SettledTime = 60;
    private const double LateTime = 300;
    private const int EarlySteps = 5_000;
    private const int LaterSteps = 15_000;
    private const int MaximumDraws = 400;
    private const double LatestStart = 46;
    private const double SmallDistance = 0.02;

    /// <inheritdoc/>
    public override string Id => "implicit-bias/separable-descent";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 4;

    /// <summary>The rows y_i·x_i of a separable sample: |g₁| + ½ along a first direction, Gaussian beside it.</summary>
    public static Matrix Sample(RandomStream stream, int m, int d)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var Z = new Matrix(m, d);
        stream.FillNormals(Z.Values);
        for (int i = 0; i < m; i++)
            Z[i, 0] = Math.Abs(Z[i, 0]) + 0.5;
        return Z;
    }

    /// <inheritdoc/>
    public override SeparableDescentOutcome Run(
        SeparableDescentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int m = cell.Samples, d = cell.Dimension;
        if (m < 1 || d < 1)
            throw new ArgumentException("At least one sample and one dimension are needed.", nameof(cell));
        bool isFlow = cell.RelativeStep == 0;
        if (!isFlow && (cell.Loss != MarginLoss.Logistic || !(cell.RelativeStep > 0 && cell.RelativeStep < 2)))
            throw new ArgumentException("Descent takes the logistic loss and a relative step in (0, 2).", nameof(cell));
        if (!(cell.OtherMargin > 1))
            throw new ArgumentException(
                $"The margin {cell.OtherMargin} off the support has to exceed 1.", nameof(cell));
        Matrix Z = Sample(stream, m, d);
        HardMarginSeparator? separator = HardMarginSeparator.Of(Z);
        for (int draw = 1; draw < MaximumDraws && !Suits(separator, cell.OtherMargin); draw++)
        {
            Z = Sample(stream, m, d);
            separator = HardMarginSeparator.Of(Z);
        }

        double[] w0 = new double[d];
        stream.FillNormals(w0);
        if (separator is null || !Suits(separator, cell.OtherMargin))
            return Uncertain();
        double[] ŵ = separator.Weights;
        int[] support = [.. Enumerable.Range(0, m).Where(i => separator.Multipliers[i] > 0)];
        // The tail falls like exp(−s(q − 1)), q the least margin of the others: a start at 8/(q − 1) leaves e⁻⁸ of it.
        double start = Math.Min(50, Math.Max(12, 8 / (separator.Certificate.OtherMargin - 1)));
        double[] w;
        double s0, error;
        var flow = new BackwardEulerInLogTime(Z, cell.Loss, w0);
        if (isFlow)
        {
            // A start far from the separator has steep terms, which take short steps in t; these are long in log t.
            if (!flow.Advance(0.02, 200) || !flow.Advance(0.5, 200) || !flow.Advance(start, (int)(80 * start)))
                return Uncertain();
            (w, s0, error) = (flow.Weights.ToArray(), flow.LogTime, flow.Error);
            // What is left of the other modes on the support falls at rates of their own.
            while (s0 < LatestStart && Distance(w, ŵ, s0, Curve(Z, separator, support, w, s0).Curve) > SmallDistance)
            {
                if (!flow.Advance(s0 + 4, 320))
                    return Uncertain();
                (w, s0, error) = (flow.Weights.ToArray(), flow.LogTime, flow.Error);
            }

        }
        else
        {
            (w, s0, error) = Descend(Z, w0, cell.RelativeStep, 0, EarlySteps, 0, cancellation);
        }

        (double[] w̃, double curveError) = Curve(Z, separator, support, w, s0);
        double size = Lanes.Norm(Z.Values);
        double distance =
            error
            + Distance(w, ŵ, s0, w̃)
            + Tail(Z, separator, support, w̃, s0, cell.Loss, isFlow ? 0 : 4 * cell.RelativeStep / (size * size))
            + curveError
            + separator.Certificate.DistanceBound * Times[^1]
            + 16 * d * UnitRoundoff * (s0 * Lanes.Norm(ŵ) + Lanes.Norm(w̃));
        SeparableDescentOutcome outcome = Observe(Z, separator, w̃, distance);
        var later = new LaterRun.Recorder(Z, separator, support);
        if (!isFlow)
        {
            (w, s0, error) = Descend(Z, w, cell.RelativeStep, EarlySteps, LaterSteps, error, cancellation);
            return outcome with { Run = later.Once(w, s0, error) };
        }

        // In steps h of log t the proven error grows to ‖ŵ‖h·√(½ log t): small beside the constant term for h = 1/40,
        // beside the way to e³⁰⁰ for h = ½.
        if (!flow.Advance(SettledTime, (int)Math.Ceiling(40 * (SettledTime - s0))))
            return outcome with { Certain = false };
        (double[] settled, double settledError) = (flow.Weights.ToArray(), flow.Error);
        return flow.Advance(LateTime, (int)(2 * (LateTime - SettledTime)))
            ? outcome with { Run = later.Twice(settled, SettledTime, settledError, flow.Weights, LateTime, flow.Error) }
            : outcome with { Certain = false };
    }

    private static bool Suits(HardMarginSeparator? separator, double otherMargin) =>
        separator is { Certificate.StrictSupport: true } && separator.Certificate.OtherMargin >= otherMargin;

    // Steps number first + 1 to first + steps, from w0 with the rounding error so far.
    private static (double[] Weights, double LogTime, double Error) Descend(
        Matrix Z, double[] w0, double relativeStep, int first, int steps, double error, CancellationToken cancellation)
    {
        int m = Z.Rows, d = Z.Columns;
        double size = Lanes.Norm(Z.Values);
        // The Frobenius norm bounds the spectral one: η‖Z‖²/4 < 2 at any rate.
        double η = 4 * relativeStep / (size * size);
        double[] w = [.. w0], slopes = new double[m], q = new double[m], step = new double[d];
        ReadOnlySpan<double> z = Z.Values;
        for (int k = 0; k < steps; k++)
        {
            if (k % 4096 == 0)
                cancellation.ThrowIfCancellationRequested();
            // Products of a few entries, a hundred thousand times: plain loops are faster than calls.
            for (int i = 0; i < m; i++)
            {
                double margin = 0;
                for (int j = 0; j < d; j++)
                    margin += z[i * d + j] * w[j];
                q[i] = margin;
            }

            ElementaryFunctions.Exp(q, slopes);
            double weight = 0;
            Array.Clear(step);
            for (int i = 0; i < m; i++)
            {
                double slope = η / (1 + slopes[i]);
                weight += slope;
                for (int j = 0; j < d; j++)
                    step[j] += slope * z[i * d + j];
            }

            double square = 0;
            for (int j = 0; j < d; j++)
            {
                w[j] += step[j];
                square += w[j] * w[j];
            }

            double length = Math.Sqrt(square);
            error += UnitRoundoff * (length + size * weight * (m + 8 + (d + 2) * size * length));
        }

        return (w, ElementaryFunctions.Log1p(η * (first + steps)), error);
    }

    // w̃ + o: −log λ on the support, and w itself beside its span.
    private static (double[] Curve, double Error) Curve(
        Matrix Z, HardMarginSeparator separator, int[] support, double[] w, double s0)
    {
        int d = Z.Columns, k = support.Length;
        var ZS = new Matrix(k, d);
        for (int a = 0; a < k; a++)
            Z.Row(support[a]).CopyTo(ZS.Row(a));
        double[] curve = [.. w];
        Lanes.Axpy(-s0, separator.Weights, curve);
        double[] wanted = new double[k];
        double logError = 0, least = double.PositiveInfinity;
        for (int a = 0; a < k; a++)
        {
            double λ = separator.Multipliers[support[a]];
            wanted[a] = -ElementaryFunctions.Log(λ);
            least = Math.Min(least, λ);
        }

        QrFactor factor = QrFactor.Of(ZS.Transpose());
        for (int refinement = 0; refinement < 2; refinement++)
        {
            double[] residual = MatrixVector.Multiply(ZS, curve);
            for (int a = 0; a < k; a++)
                residual[a] = wanted[a] - residual[a];
            // ZSᵀ = QR: the least correction is Q R⁻ᵀ residual.
            for (int i = 0; i < k; i++)
            {
                for (int j = 0; j < i; j++)
                    residual[i] -= factor.R[j, i] * residual[j];
                residual[i] /= factor.R[i, i];
            }

            Lanes.Axpy(1, MatrixVector.Multiply(factor.Q, residual), curve);
        }

        double[] left = MatrixVector.Multiply(ZS, curve);
        Lanes.Axpy(-1, wanted, left);
        // log λ errs by the relative error of λ.
        double relative = separator.Certificate.MultiplierError / least;
        logError = Math.Sqrt(k) * (relative / (1 - Math.Min(0.5, relative)) + 4 * UnitRoundoff * wanted.Max(Math.Abs))
            + (d + 4) * UnitRoundoff * Lanes.Norm(ZS.Values) * Lanes.Norm(curve);
        return (curve, (Lanes.Norm(left) + logError) / Math.Sqrt(separator.Certificate.LeastEigenvalue));
    }

    private static double Distance(double[] w, double[] ŵ, double s0, double[] w̃)
    {
        double[] difference = [.. w];
        Lanes.Axpy(-s0, ŵ, difference);
        Lanes.Axpy(-1, w̃, difference);
        return Lanes.Norm(difference);
    }

    // ∫ of the violation from s₀ on.
    private static double Tail(
        Matrix Z, HardMarginSeparator separator, int[] support, double[] w̃, double s0, MarginLoss loss, double η)
    {
        double tail = 0;
        double[] offsets = MatrixVector.Multiply(Z, w̃), margins = MatrixVector.Multiply(Z, separator.Weights);
        for (int i = 0; i < Z.Rows; i++)
        {
            double norm = Lanes.Norm(Z.Row(i));
            if (Array.IndexOf(support, i) < 0)
            {
                // ∫ e^{s − sq − offset} ds; the margin is taken a little smaller than computed.
                double excess = margins[i] - 1 - separator.Certificate.DistanceBound * norm - 1e-12;
                tail += norm * ElementaryFunctions.Exp(-offsets[i] - s0 * excess) / excess * (1 + 1e-9);
                if (loss == MarginLoss.Logistic)
                    tail += norm * ElementaryFunctions.Exp(-2 * offsets[i] - s0 * (1 + 2 * excess)) / (1 + 2 * excess);
            }
            else if (loss == MarginLoss.Logistic)
            {
                // e^{−q} − 1/(1 + e^q) ≤ e^{−2q}, e^{−q} = λe^{−s}.
                tail +=
                    norm
                    * separator.Multipliers[i]
                    * separator.Multipliers[i]
                    * ElementaryFunctions.Exp(-s0)
                    * (1 + 1e-9);
            }
        }

        // Steps of descent: log((1 + η(k + 1))/(1 + ηk)) falls short of η/(1 + ηk) by at most ½(η/(1 + ηk))², whose sum
        // from k₀ on is at most ½(η² e^{−2s₀} + ηe^{−s₀}); a sum of falling terms exceeds the integral by its first
        // term at most, which is smaller than the integral from one step earlier.
        if (η > 0)
            tail =
                tail * (1 + 2 * η)
                + 0.5
                    * Lanes.Norm(separator.Weights)
                    * (η * η * ElementaryFunctions.Exp(-2 * s0) + η * ElementaryFunctions.Exp(-s0));
        return tail;
    }

    private static SeparableDescentOutcome Observe(Matrix Z, HardMarginSeparator separator, double[] w̃, double radius)
    {
        double[] ŵ = separator.Weights;
        double size = Lanes.Norm(ŵ), γ = 1 / size;
        int n = Times.Length;
        double[] residuals = new double[n],
            gaps = new double[n],
            gapErrors = new double[n],
            margins = new double[n],
            marginErrors = new double[n];
        double[] norms = new double[n],
            normErrors = new double[n];
        double widest = 0;
        for (int i = 0; i < Z.Rows; i++)
            widest = Math.Max(widest, Lanes.Norm(Z.Row(i)));
        for (int a = 0; a < n; a++)
        {
            double[] w = [.. w̃];
            residuals[a] = Lanes.Norm(w);
            Lanes.Axpy(Times[a], ŵ, w);
            double length = Lanes.Norm(w);
            gaps[a] = DirectionGap(w, ŵ);
            // ‖x/‖x‖ − y/‖y‖‖ ≤ 2‖x − y‖/(‖x‖ + ‖y‖).
            double relative = 2 * radius / Math.Max(2 * length - radius, radius);
            gapErrors[a] = relative + separator.Certificate.DistanceBound / size * 2 + 16 * w.Length * UnitRoundoff;
            margins[a] = γ - MatrixVector.Multiply(Z, w).Min() / length;
            marginErrors[a] = widest * gapErrors[a] + 16 * w.Length * UnitRoundoff * widest;
            norms[a] = length / Times[a];
            normErrors[a] = radius / Times[a] + 16 * UnitRoundoff * norms[a];
        }

        double[] ones = new double[Z.Rows];
        Array.Fill(ones, 1);
        double leastSquares = DirectionGap(LeastSquares(Z, ones), ŵ);
        return new(
            true, size, separator.Certificate.OtherMargin, Times, residuals, gaps, gapErrors, margins, marginErrors,
            norms, normErrors, radius, leastSquares, LaterRun.None);
    }

    private static double[] LeastSquares(Matrix Z, double[] b)
    {
        SingularValueDecomposition svd = SingularValueDecomposition.Of(Z);
        double[] w = new double[Z.Columns];
        for (int k = 0; k < svd.Rank(); k++)
            Lanes.Axpy(Lanes.Dot(svd.U.Column(k), b) / svd.Values[k], svd.TransposedV.Row(k), w);
        return w;
    }

    internal static double DirectionGap(ReadOnlySpan<double> w, ReadOnlySpan<double> v)
    {
        double[] difference = w.ToArray();
        Lanes.Scale(1 / Lanes.Norm(w), difference);
        Lanes.Axpy(-1 / Lanes.Norm(v), v, difference);
        return Lanes.Norm(difference);
    }

    private static SeparableDescentOutcome Uncertain() =>
        new(
            false, double.NaN, double.NaN, [], [], [], [], [], [], [], [], double.NaN, double.NaN, LaterRun.None);
}
