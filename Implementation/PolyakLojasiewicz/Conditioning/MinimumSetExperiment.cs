using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>Sizes of <see cref="MinimumSetExperiment"/>.</summary>
/// <param name="Family">The map and where its labels lie.</param>
/// <param name="Outputs">n, 1 to 12.</param>
/// <param name="Parameters">p, 2 to 24.</param>
public sealed record MinimumSetCell(MinimumSetFamily Family, int Outputs, int Parameters);

/// <summary>The minima of the square loss around a minimizer w*.</summary>
/// <param name="GradientNorm">‖∇L(w*)‖, 0 up to rounding.</param>
/// <param name="Conditioning">Least of the singular values of ∇F(w*) that are not 0, over the largest or over 1,
/// whichever is larger.</param>
/// <param name="Rank">Rank of ∇F(w*).</param>
/// <param name="ZeroEigenvalues">Eigenvalues of H_L(w*) that are 0 up to 10⁻⁹ of the largest.</param>
/// <param name="LeastEigenvalue">The least eigenvalue of H_L(w*), over the largest.</param>
/// <param name="Dimension">Dimension of the set of minima found around w*: how many independent directions the minima
/// take that are reached from w* + εe_1, …, w* + εe_p.</param>
/// <param name="Reached">Length of the last step towards these minima, the largest, over ε.</param>
/// <param name="ValleyLosses">L at w* + εv for a random unit v in the kernel of ∇F(w*), at each of
/// <see cref="MinimumSetExperiment.Steps"/>; empty where the kernel is {0} or labels are not met.</param>
/// <param name="LeastNearby">The least eigenvalue of H_L over the largest, at its least over points near w*: in random
/// directions, at a distance of a hundredth of <paramref name="LeastEigenvalue"/> where H_L ≻ 0, else of 10⁻³.</param>
public sealed record MinimumSetOutcome(
    double GradientNorm,
    double Conditioning,
    int Rank,
    int ZeroEigenvalues,
    double LeastEigenvalue,
    int Dimension,
    double Reached,
    double[] ValleyLosses,
    double LeastNearby);

/// <summary>The local dimension of the set of minimizers, found by descending from points around one of them rather
/// than by counting equations.</summary>
/// <remarks>From each w* + εe_k Gauss–Newton steps of least norm lead to a minimizer w_k. The matrix with columns (w_k
/// − w*)/ε is a projection onto the tangent space of the set of minimizers, up to O(ε), so that its singular values are
/// near 0 or near 1, and those above ½ are counted.</remarks>
public sealed class MinimumSetExperiment : Experiment<MinimumSetCell, MinimumSetOutcome>
{
    private const double Displacement = 1e-5;
    private const double ResidualSize = 0.05;
    private const int MostSteps = 60;
    private const double ZeroShare = 1e-9;
    private const double Far = 1e-3;
    private const int Directions = 4;

    /// <summary>Steps along the valley.</summary>
    public static IReadOnlyList<double> Steps { get; } = [1.0 / 64, 1.0 / 128, 1.0 / 256, 1.0 / 512, 1.0 / 1024];

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/minimum-set";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override MinimumSetOutcome Run(MinimumSetCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        (DifferentiableMap F, double[] w) = Draw(cell, stream);
        SingularValueDecomposition J = SingularValueDecomposition.Of(F.Jacobian(w));
        int rank = J.Rank();
        double[] y = Labels(F, w, J, rank, stream);
        double[] spectrum = SymmetricEigen.Of(F.LossHessian(w, y)).Values;

        double reached = 0;
        var displacements = new Matrix(F.Parameters, F.Parameters);
        for (int k = 0; k < F.Parameters; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            double[] point = [.. w];
            point[k] += Displacement;
            reached = Math.Max(reached, Minimize(F, y, point));
            Lanes.Axpy(-1, w, point);
            for (int i = 0; i < point.Length; i++)
                displacements[k, i] = point[i] / Displacement;
        }

        int zeros = spectrum.Count(value => Math.Abs(value) <= ZeroShare * spectrum[^1]);
        return new(
            Lanes.Norm(F.LossGradient(w, y)),
            J.Values[rank - 1] / Math.Max(J.Values[0], 1),
            rank,
            zeros,
            spectrum[0] / spectrum[^1],
            SingularValueDecomposition.SingularValues(displacements).Count(value => value > 0.5),
            reached,
            rank == F.Outputs && rank < F.Parameters ? Valley(F, w, y, J.NullSpace(), stream) : [],
            LeastNearby(F, w, y, zeros > 0 ? Far : Math.Min(Far, spectrum[0] / spectrum[^1] / 100), stream));
    }

    // H_L ≻ 0 at w* stays so within λ_min/Lip(H_L), and Lip(H_L) is some 3‖J‖‖H_F‖, a few λ_max. Both signs of each
    // direction: what is of odd order in the distance, the residuals' part of H_L, is negative at one of them.
    private static double LeastNearby(
        DifferentiableMap F, double[] w, double[] y, double distance, RandomStream stream)
    {
        var direction = new double[w.Length];
        double least = double.PositiveInfinity;
        for (int k = 0; k < Directions; k++)
        {
            UniformSphere.Fill(stream, direction);
            foreach (double step in (double[])[distance, -distance])
            {
                double[] point = [.. w];
                Lanes.Axpy(step, direction, point);
                double[] values = SymmetricEigen.Of(F.LossHessian(point, y)).Values;
                least = Math.Min(least, values[0] / values[^1]);
            }
        }

        return least;
    }

    private static (DifferentiableMap Map, double[] Point) Draw(MinimumSetCell cell, RandomStream stream)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Outputs, 1, nameof(cell));
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Parameters, 2, nameof(cell));
        DifferentiableMap F;
        if (cell.Family == MinimumSetFamily.LinearUnit)
        {
            var X = new Matrix(cell.Outputs, cell.Parameters - 1);
            stream.FillNormals(X.Values);
            F = new LinearUnitMap(X);
        }
        else if (cell.Family == MinimumSetFamily.TanhNetwork)
        {
            // The largest divisor of p up to √p: many points in few coordinates make nearly dependent gradients.
            int d = Enumerable
                .Range(1, cell.Parameters)
                .Last(k => k * k <= cell.Parameters && cell.Parameters % k == 0);
            var X = new Matrix(cell.Outputs, d);
            stream.FillNormals(X.Values);
            F = new ShallowMap(new(Activation.Tanh, X, Initialization.RandomSigns(stream, cell.Parameters / d)));
        }
        else
        {
            F = QuadraticMap.Gaussian(stream, cell.Outputs, cell.Parameters);
        }

        var w = new double[cell.Parameters];
        stream.FillNormals(w);
        return (F, w);
    }

    // y = F(w) + e with Jᵀe = 0, ‖e‖ a small share of the least singular value, so that Σ r_iH_{F_i} leaves ∇Fᵀ∇F
    // positive where it is.
    private static double[] Labels(
        DifferentiableMap F, double[] w, SingularValueDecomposition J, int rank, RandomStream stream)
    {
        double[] y = F.Value(w);
        var free = new double[F.Outputs - rank];
        stream.FillNormals(free);
        double[] e = MatrixVector.Multiply(Columns(J.U, rank), free);
        double norm = Lanes.Norm(e);
        double size = ResidualSize * J.Values[rank - 1] * J.Values[rank - 1] / Math.Max(J.Values[0], 1);
        if (norm > 0)
            Lanes.Axpy(-size / norm, e, y);
        return y;
    }

    private static Matrix Columns(Matrix U, int from)
    {
        var columns = new Matrix(U.Rows, U.Columns - from);
        for (int i = 0; i < U.Rows; i++)
            for (int j = from; j < U.Columns; j++)
                columns[i, j - from] = U[i, j];
        return columns;
    }

    // Ends when steps are short beside the displacement, or shorten no more at the level of rounding.
    private static double Minimize(DifferentiableMap F, double[] y, double[] point)
    {
        double length = double.PositiveInfinity;
        for (int iteration = 0; iteration < MostSteps && length > 1e-8 * Displacement; iteration++)
        {
            SingularValueDecomposition J = SingularValueDecomposition.Of(F.Jacobian(point));
            double[] r = F.Residual(point, y);
            var step = new double[point.Length];
            for (int k = 0; k < J.Rank(1e-9 * J.Values[0]); k++)
                Lanes.Axpy(-Lanes.Dot(J.U.Column(k), r) / J.Values[k], J.TransposedV.Row(k), step);
            double next = Lanes.Norm(step);
            if (next >= length)
                break;
            length = next;
            Lanes.Axpy(1, step, point);
        }

        return length / Displacement;
    }

    private static double[] Valley(DifferentiableMap F, double[] w, double[] y, Matrix kernel, RandomStream stream)
    {
        var mix = new double[kernel.Columns];
        UniformSphere.Fill(stream, mix);
        double[] v = MatrixVector.Multiply(kernel, mix);
        return [.. Steps.Select(step =>
        {
            double[] point = [.. w];
            Lanes.Axpy(step, v, point);
            return F.Loss(point, y);
        })];
    }
}
