using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>Sizes of <see cref="LocalNonconvexityExperiment"/>.</summary>
/// <param name="Family">The map and its point w*.</param>
/// <param name="Outputs">n, 1 to 4.</param>
public sealed record LocalNonconvexityCell(LandscapeFamily Family, int Outputs);

/// <summary>What holds at w*, and the curvature of the loss around it.</summary>
/// <param name="Loss">L(w*).</param>
/// <param name="JacobianNorm">‖∇F(w*)‖_F.</param>
/// <param name="OwnGradient">Distance of ∇F_1(w*) from the span of the other ∇F_k(w*).</param>
/// <param name="HessianRank">Rank of H_{F_1}(w*), numerically.</param>
/// <param name="LeastEigenvalues">At each of <see cref="LocalNonconvexityExperiment.Radii"/> the least eigenvalue of
/// H_L over the points probed at that distance from w*.</param>
/// <param name="EigenvalueError">Bound of the error of each.</param>
/// <param name="RootResidual">Largest ‖H_L − BᵀB‖_F over the points probed, with the closed-form root B of convex
/// losses; NaN where none is known.</param>
/// <param name="ExactDeterminant">For a/√(1 + b): largest |det H_L| at 81 dyadic points, computed without rounding;
/// else NaN.</param>
public sealed record LocalNonconvexityOutcome(
    double Loss,
    double JacobianNorm,
    double OwnGradient,
    int HessianRank,
    double[] LeastEigenvalues,
    double EigenvalueError,
    double RootResidual,
    double ExactDeterminant)
{
    /// <summary>Whether a negative eigenvalue is certain at the smallest radius, and with it in every ball around
    /// w*.</summary>
    public bool IsNotConvex => LeastEigenvalues[^1] < -EigenvalueError;

    /// <summary>Whether every point probed has a Hessian that is positive definite for certain, or the square of its
    /// root up to rounding.</summary>
    public bool IsConvex => RootResidual <= EigenvalueError || LeastEigenvalues.Min() > EigenvalueError;
}

/// <summary>The least eigenvalue of H_L at w* ± ρu and in random directions, where u is the unit vector along which F_1
/// moves first and the other outputs do not.</summary>
/// <remarks>Where ∇F_1 has a component u off the span of the others, r = ±ρ‖·‖e_1 + O(ρ²) and H_L = ∇Fᵀ∇F ± ρ‖·‖H_{F_1}
/// + O(ρ²): on the kernel of ∇F the second term alone remains.</remarks>
public sealed class LocalNonconvexityExperiment : Experiment<LocalNonconvexityCell, LocalNonconvexityOutcome>
{
    private const int RandomDirections = 1;
    private const int NetworkDimension = 3;

    /// <summary>Distances from w* that are probed, descending powers of two.</summary>
    public static IReadOnlyList<double> Radii { get; } = [1.0 / 256, 1.0 / 1024, 1.0 / 4096, 1.0 / 16384, 1.0 / 65536];

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/local-nonconvexity";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override LocalNonconvexityOutcome Run(
        LocalNonconvexityCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        (DifferentiableMap F, double[] w, double[] y) = Draw(cell, stream);
        Matrix J = F.Jacobian(w);
        (double[] u, double own) = OwnDirection(J);
        double[] eigenvalues = SymmetricEigen.Of(F.WeightedHessian(w, FirstOutput(F.Outputs))).Values;
        double largest = eigenvalues.Max(Math.Abs);

        List<double[]> directions = own > 1e-8 ? [u] : [];
        for (int k = 0; k < RandomDirections; k++)
        {
            var direction = new double[F.Parameters];
            UniformSphere.Fill(stream, direction);
            directions.Add(direction);
        }

        var least = new double[Radii.Count];
        double error = 0;
        double root = double.NegativeInfinity;
        for (int k = 0; k < Radii.Count; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            least[k] = double.PositiveInfinity;
            foreach (double[] direction in directions)
            {
                foreach (double sign in (double[])[1, -1])
                {
                    double[] point = [.. w];
                    Lanes.Axpy(sign * Radii[k], direction, point);
                    Matrix H = F.LossHessian(point, y);

                    // Backward error of the symmetric eigenvalue routine and of the entries, 20·p·u·‖·‖_F (Golub and
                    // Van Loan, section 8.3).
                    error = Math.Max(error, 20 * F.Parameters * UnitRoundoff * Lanes.Norm(H.Values));
                    least[k] = Math.Min(least[k], SymmetricEigen.Of(H).Values[0]);
                    root = F.HessianRoot(point) is { } B ? Math.Max(root, Distance(H, Gram.Of(B))) : double.NaN;
                }
            }
        }

        return new(
            F.Loss(w, y),
            Lanes.Norm(J.Values),
            own,
            eigenvalues.Count(value => Math.Abs(value) > 1e-10 * largest),
            least,
            error,
            root,
            cell is { Family: LandscapeFamily.MatrixFractional, Outputs: 1 } ? LargestDyadicDeterminant() : double.NaN);
    }

    /// <summary>
    /// The largest |det H_L| of L = a²/(2(1 + b)) over a ∈ {−4 … 4} and √(1 + b) = t ∈ {2⁻⁴ … 2⁴}, where roots and
    /// quotients are exact. As t⁸·det is a polynomial of degree at most 2 in a and 8 in t, its vanishing at these 9 × 9
    /// points makes it zero everywhere.
    /// </summary>
    public static double LargestDyadicDeterminant()
    {
        var F = new MatrixFractionalMap(1);
        double largest = 0;
        for (int a = -4; a <= 4; a++)
        {
            for (int k = -4; k <= 4; k++)
            {
                double t = Math.ScaleB(1, k);
                Matrix H = F.LossHessian([a, t * t - 1], [0]);
                largest = Math.Max(largest, Math.Abs(H[0, 0] * H[1, 1] - H[0, 1] * H[1, 0]));
            }
        }

        return largest;
    }

    private static (DifferentiableMap Map, double[] Point, double[] Labels) Draw(
        LocalNonconvexityCell cell, RandomStream stream)
    {
        int n = cell.Outputs;
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1, nameof(cell));
        switch (cell.Family)
        {
            case LandscapeFamily.GaussianQuadratic:
                return Interpolating(QuadraticMap.Gaussian(stream, n, 2 * n + 2), stream);
            case LandscapeFamily.TanhNetwork:
                int m = 2 * n + 2;
                Matrix X = UniformSphere.Rows(stream, n, NetworkDimension);
                return Interpolating(
                    new ShallowMap(new(Activation.Tanh, X, Initialization.RandomSigns(stream, m))), stream);
            case LandscapeFamily.MatrixFractional:
                return (new MatrixFractionalMap(n), new double[2 * n], new double[n]);
            case LandscapeFamily.Bowl:
                return (Bowl(n, _ => -1, bowls: n), new double[2 * n + 1], new double[n]);
            case LandscapeFamily.BowlBesideLines when n == 1:
                throw new ArgumentException("Lines beside a bowl need two outputs.", nameof(cell));
            case LandscapeFamily.BowlBesideLines:
                return (Bowl(n, i => i - 1, bowls: 1), new double[2 * n + 1], new double[n]);
            case LandscapeFamily.BowlBelow:
                var labels = new double[n];
                labels[0] = -10;
                return (Bowl(n, i => i, bowls: 1), new double[2 * n + 1], labels);
            default:
                throw new ArgumentOutOfRangeException(nameof(cell), cell.Family, "The family is not known.");
        }
    }

    private static (DifferentiableMap Map, double[] Point, double[] Labels) Interpolating(
        DifferentiableMap F, RandomStream stream)
    {
        var w = new double[F.Parameters];
        stream.FillNormals(w);
        return (F, w, F.Value(w));
    }

    // The first outputs are ½‖w‖², plus a coordinate where slope names one; the others are coordinates.
    private static QuadraticMap Bowl(int n, Func<int, int> slope, int bowls)
    {
        int p = 2 * n + 1;
        var slopes = new Matrix(n, p);
        for (int i = 0; i < n; i++)
        {
            if (slope(i) >= 0)
                slopes[i, slope(i)] = 1;
        }

        return new(
            new double[n],
            slopes,
            [.. Enumerable.Range(0, n).Select(i => i < bowls ? Matrix.Identity(p) : new Matrix(p, p))]);
    }

    // The component of ∇F_1 orthogonal to the other gradients, by orthogonalization done twice.
    private static (double[] Unit, double Norm) OwnDirection(Matrix J)
    {
        double[] own = J.Row(0).ToArray();
        if (J.Rows > 1)
        {
            var others = new Matrix(J.Columns, J.Rows - 1);
            for (int k = 1; k < J.Rows; k++)
                for (int j = 0; j < J.Columns; j++)
                    others[j, k - 1] = J[k, j];
            SingularValueDecomposition basis = SingularValueDecomposition.Of(others);
            int rank = basis.Rank();
            for (int pass = 0; pass < 2; pass++)
            {
                for (int k = 0; k < rank; k++)
                {
                    double[] column = basis.U.Column(k);
                    Lanes.Axpy(-Lanes.Dot(own, column), column, own);
                }
            }
        }

        double norm = Lanes.Norm(own);
        if (norm > 0)
            Lanes.Scale(1 / norm, own);
        return (own, norm);
    }

    private static double[] FirstOutput(int n)
    {
        var first = new double[n];
        first[0] = 1;
        return first;
    }

    private static double Distance(Matrix A, Matrix B)
    {
        double[] difference = A.Values.ToArray();
        Lanes.Axpy(-1, B.Values, difference);
        return Lanes.Norm(difference);
    }
}
