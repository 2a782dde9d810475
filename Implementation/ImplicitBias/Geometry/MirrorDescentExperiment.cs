using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Geometry;

/// <summary>Sizes of <see cref="MirrorDescentExperiment"/>.</summary>
/// <param name="Samples">m.</param>
/// <param name="Dimension">d &gt; m.</param>
/// <param name="Start">w₀.</param>
/// <param name="RelativeStep">2ηλ_max(X diag(w*) Xᵀ), in (0, 0.5]: near the limit a step multiplies the residual by 1 −
/// 2ηλ.</param>
/// <param name="Natural">Whether the step is the natural gradient's, w − η(∇²Ψ)⁻¹∇L = w ⊙ (1 − ηg), instead of the
/// mirror step w ⊙ exp(−ηg).</param>
public sealed record MirrorDescentCell(
    int Samples, int Dimension, PositiveStart Start, double RelativeStep, bool Natural);

/// <summary>Where mirror descent ended, against three minimizers on {w > 0 : Xw = y}.</summary>
/// <param name="Finished">Whether the residual fell to its rounding error; nothing is proven of the limit
/// otherwise.</param>
/// <param name="Steps">Steps taken.</param>
/// <param name="Distance">‖w − argmin D_Ψ(·, w₀)‖, relative to the length of that point.</param>
/// <param name="DistanceToPotential">The same for argmin Ψ.</param>
/// <param name="DistanceToReverse">The same for argmin D_Ψ(w₀, ·).</param>
/// <param name="Error">Bound of what is uncertain about the distances: the references' own errors, and how far the
/// limit can be from the last iterate.</param>
/// <param name="ReverseError">The same for <paramref name="DistanceToReverse"/>.</param>
/// <param name="PotentialExcess">Ψ(last) − min Ψ.</param>
/// <param name="Step">η.</param>
public sealed record MirrorDescentOutcome(
    bool Finished,
    int Steps,
    double Distance,
    double DistanceToPotential,
    double DistanceToReverse,
    double Error,
    double ReverseError,
    double PotentialExcess,
    double Step);

/// <summary>Mirror descent and the natural gradient with the entropy Ψ(w) = Σ(w log w − w) on ‖Xw − y‖².</summary>
public sealed class MirrorDescentExperiment : Experiment<MirrorDescentCell, MirrorDescentOutcome>
{
    /// <summary>Steps after which a run ends unfinished.</summary>
    public const int MaximumSteps = 400_000;

    private const double UnitRoundoff = DoublePrecision.UnitRoundoff;

    /// <inheritdoc/>
    public override string Id => "implicit-bias/mirror-descent";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 4;

    /// <inheritdoc/>
    public override MirrorDescentOutcome Run(
        MirrorDescentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int m = cell.Samples, d = cell.Dimension;
        if (m < 1 || d <= m)
            throw new ArgumentException(
                $"{m} samples in {d} dimensions: from 1 sample to fewer than dimensions are needed.", nameof(cell));
        if (!(cell.RelativeStep > 0 && cell.RelativeStep <= 0.5))
            throw new ArgumentException(
                $"The relative step {cell.RelativeStep} does not lie in (0, 0.5].", nameof(cell));
        // Rows of length 1 about; labels of a positive point, so that {w > 0 : Xw = y} is not empty.
        var X = new Matrix(m, d);
        stream.FillNormals(X.Values);
        Lanes.Scale(1 / Math.Sqrt(d), X.Values);
        double[] planted = new double[d];
        stream.FillNormals(planted);
        ElementaryFunctions.Exp(planted, planted);
        double[] y = MatrixVector.Multiply(X, planted);
        double[] w0 = Start(cell.Start, stream, d);
        var problem = new EntropicProjection(X, y, w0);
        double[] target = problem.Newton();
        double targetError = problem.ErrorBound(target);
        double largest = SymmetricEigen.Of(problem.Hessian(target)).Values[^1];
        double η = cell.RelativeStep / (2 * largest);
        double[] w = [.. w0];
        double[] g = new double[d];
        int steps = 0;
        bool finished = false, positive = true;
        double floor = 16 * (d + 2) * UnitRoundoff * (Lanes.Norm(X.Values) * Lanes.Norm(target) + Lanes.Norm(y));
        while (steps < MaximumSteps && positive && !finished)
        {
            if (steps % 1024 == 0)
                cancellation.ThrowIfCancellationRequested();
            double[] r = problem.Residual(w);
            finished = Lanes.Norm(r) <= floor;
            MatrixVector.TransposeMultiply(X, r, g);
            Lanes.Scale(-2 * η, g);
            if (!cell.Natural)
                ElementaryFunctions.Exp(g, g);
            for (int j = 0; j < d; j++)
            {
                w[j] *= cell.Natural ? 1 + g[j] : g[j];
                positive &= w[j] > 0 && double.IsFinite(w[j]);
            }

            steps++;
        }

        double length = Lanes.Norm(target);
        // From here on the iterates move by at most 4‖diag(w)Xᵀ‖‖r‖/λ_min: the residual contracts by 1 − 2ηλ_min, at
        // least as long as w stays within a factor of 2. Each step rounds to (d + 8)u, and what leaves the family of
        // the limit adds up.
        double moving = positive
            ? 4 * floor * problem.Sensitivity(w) + steps * (m + 8) * UnitRoundoff * length
            : double.PositiveInfinity;
        var fromOnes = new EntropicProjection(X, y, Start(PositiveStart.Ones, stream, d));
        double[] potential = fromOnes.Newton();
        double potentialError = fromOnes.ErrorBound(potential);
        (double[] reverse, double reverseError) = BurgProjection.Newton(X, y, w0);
        double error = (moving + Math.Max(targetError, potentialError)) / length;
        double excess = positive ? Potential(w) - Potential(potential) : double.NaN;
        return new(
            finished && positive && double.IsFinite(error),
            steps,
            Distance(w, target) / length,
            Distance(w, potential) / length,
            Distance(w, reverse) / length,
            error,
            (moving + reverseError) / length,
            excess,
            η);
    }

    private static double[] Start(PositiveStart start, RandomStream stream, int d)
    {
        double[] w0 = new double[d];
        if (start == PositiveStart.LogNormal)
        {
            stream.FillNormals(w0);
            Lanes.Scale(0.5, w0);
            ElementaryFunctions.Exp(w0, w0);
        }
        else
        {
            Array.Fill(w0, start == PositiveStart.Ones ? 1 : 1.0 / d);
        }

        return w0;
    }

    private static double Distance(double[] w, double[] v)
    {
        double[] difference = [.. w];
        Lanes.Axpy(-1, v, difference);
        return Lanes.Norm(difference);
    }

    private static double Potential(double[] w)
    {
        double[] terms = new double[w.Length];
        for (int j = 0; j < w.Length; j++)
            terms[j] = w[j] * (ElementaryFunctions.Log(w[j]) - 1);
        return Lanes.Sum(terms);
    }
}
