using System.Numerics;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.MatrixFactorization;

/// <summary>Sizes of <see cref="TriangleCompletionExperiment"/>.</summary>
/// <param name="Entry">R, an integer of 2 at least: the observed entries are X₁₂ = X₁₃ = R, X₂₃ = 1.</param>
/// <param name="Scale">α of the start αI.</param>
public sealed record TriangleCompletionCell(int Entry, double Scale);

/// <summary>Where the factorization's flow completes a triangle of entries, and the least trace.</summary>
/// <param name="Finished">Whether the limit is enclosed; nothing is proven of it otherwise.</param>
/// <param name="Trace">Trace of the limit.</param>
/// <param name="Error">Proven bound of its error.</param>
/// <param name="LeastTrace">min tr X over positive semidefinite completions, exact: 4R − 2.</param>
/// <param name="IsCertified">Whether integers prove that: a feasible X of this trace and a dual matrix of this
/// value.</param>
/// <param name="RankOneTrace">R² + 2, the trace of uuᵀ with u = (R, 1, 1).</param>
/// <param name="DeterminantDrift">|det Z(T)/α³ − 1|: the flow conserves the determinant, as G has no diagonal.</param>
/// <param name="DeterminantError">Bound of its error, from that of Z.</param>
public sealed record TriangleCompletionOutcome(
    bool Finished,
    double Trace,
    double Error,
    double LeastTrace,
    bool IsCertified,
    double RankOneTrace,
    double DeterminantDrift,
    double DeterminantError);

/// <summary>Positive semidefinite completion X = UUᵀ of a 3 × 3 matrix from its entries off the diagonal, by the
/// gradient flow from αI.</summary>
public sealed class TriangleCompletionExperiment : Experiment<TriangleCompletionCell, TriangleCompletionOutcome>
{
    /// <inheritdoc/>
    public override string Id => "implicit-bias/triangle-completion";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override TriangleCompletionOutcome Run(
        TriangleCompletionCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        int R = cell.Entry;
        if (R < 2 || R > 1000 || !(cell.Scale > 0))
            throw new ArgumentException(
                "The entry has to lie in 2, …, 1000, and the scale has to be positive.", nameof(cell));
        var measurements = Measurements.OfEntries(3, [(0, 1), (0, 2), (1, 2)]);
        Matrix start = Matrix.Identity(3);
        Lanes.Scale(cell.Scale, start.Values);
        // Each entry stands twice in the loss of the matrix; here once, which is half the time.
        var flow = new FactorizationFlow(measurements, [R, R, 1], start);
        bool finished = flow.Advance(1e4, 1e-9 * R, 60_000, cancellation);
        double error = finished ? flow.LimitError() : double.PositiveInfinity;
        Matrix X = flow.X;
        double determinant = Determinant(flow.Z) / (cell.Scale * cell.Scale * cell.Scale);
        double size = Lanes.Norm(flow.Z.Values) + flow.Error;
        // The determinant changes by at most ‖adj Z‖ ≤ ‖Z‖² per unit; relatively to α³.
        double determinantError =
            (3 * size * size * flow.Error + 32e-16 * size * size * size) / (cell.Scale * cell.Scale * cell.Scale);
        return new(
            double.IsFinite(error),
            X[0, 0] + X[1, 1] + X[2, 2],
            Math.Sqrt(3) * flow.ProductError(error),
            4 * R - 2,
            IsLeast(R),
            (double)R * R + 2,
            Math.Abs(determinant - 1),
            determinantError);
    }

    // X = [[2R, R, R], [R, R − 1, 1], [R, 1, R − 1]] and Λ₁₂ = Λ₁₃ = ½, Λ₂₃ = −½ (each twice): I − Λ − Λᵀ-part = zzᵀ
    // with z = (1, −1, −1), and Xz = 0, in integers.
    private static bool IsLeast(int R)
    {
        BigInteger[,] X = { { 2 * R, R, R }, { R, R - 1, 1 }, { R, 1, R - 1 } };
        int[] z = [1, -1, -1];
        // Positive semidefinite: the leading minors of the last two rows and the 3 × 3 determinant.
        bool feasible =
            X[0, 0] >= 0
            && X[1, 1] >= 0
            && X[0, 0] * X[1, 1] - X[0, 1] * X[0, 1] >= 0
            && X[1, 1] * X[2, 2] - X[1, 2] * X[1, 2] >= 0;
        for (int a = 0; a < 3; a++)
            feasible &= X[a, 0] * z[0] + X[a, 1] * z[1] + X[a, 2] * z[2] == 0;
        // zzᵀ has the diagonal of I, so that I − zzᵀ is supported on the observed entries: Λ₁₂ = Λ₁₃ = 1, Λ₂₃ = −1, of
        // value 2(R + R − 1).
        bool dual = z.All(entry => entry * entry == 1) && -z[0] * z[1] == 1 && -z[0] * z[2] == 1 && -z[1] * z[2] == -1;
        return feasible && dual && 2 * (R + R - 1) == 4 * R - 2 && X[0, 0] + X[1, 1] + X[2, 2] == 4 * R - 2;
    }

    private static double Determinant(Matrix Z) =>
        Z[0, 0] * (Z[1, 1] * Z[2, 2] - Z[1, 2] * Z[2, 1])
        - Z[0, 1] * (Z[1, 0] * Z[2, 2] - Z[1, 2] * Z[2, 0])
        + Z[0, 2] * (Z[1, 0] * Z[2, 1] - Z[1, 1] * Z[2, 0]);
}
