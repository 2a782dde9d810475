using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>Sizes and laws of <see cref="ConditioningBallExperiment"/>.</summary>
/// <param name="Model">What F is.</param>
/// <param name="Samples">n, 1 to 50.</param>
/// <param name="Size">Parameters beyond n for quadratic maps (at least 1); width m of a shallow network.</param>
/// <param name="Reach">x = √n·h·R/√λ0, in (0, 1): how far into the ball of its theorem the search goes, in units where
/// the kernel may become singular at 1.</param>
public sealed record ConditioningBallCell(BallModel Model, int Samples, int Size, double Reach);

/// <summary>The worst kernel found in a ball. In units where λ_min(K(w0)) = λ0 = 1.</summary>
/// <param name="Least">Least λ_min(K(w)) found with ‖w − w0‖ ≤ R.</param>
/// <param name="Spread">√n·h·R/√λ0 with h an upper bound of all ‖H_F_i(w)‖ in the ball.</param>
/// <param name="Lipschitz">L_F/√λ0: the supremum of ‖J(w)‖ in the ball for maps in closed form, else an upper bound of
/// it.</param>
/// <param name="Error">Bound of the rounding error of <paramref name="Least"/> and of the squares of the
/// others.</param>
public sealed record ConditioningBallOutcome(double Least, double Spread, double Lipschitz, double Error);

/// <summary>Tangent kernels in balls around w0: an adversary looks for the least λ_min.</summary>
public sealed class ConditioningBallExperiment : Experiment<ConditioningBallCell, ConditioningBallOutcome>
{
    private const int Steps = 24;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/conditioning-ball";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 4;

    /// <inheritdoc/>
    public override ConditioningBallOutcome Run(
        ConditioningBallCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (!(cell.Reach > 0 && cell.Reach < 1))
            throw new ArgumentException(
                $"The reach is {cell.Reach}; it has to lie strictly between 0 and 1.", nameof(cell));
        return cell.Model == BallModel.Network
            ? Network(cell, stream, cancellation)
            : Quadratic(cell, stream, cancellation);
    }

    // h = 1 throughout, so that R = x·√λ0/√n.
    private static ConditioningBallOutcome Quadratic(
        ConditioningBallCell cell, RandomStream stream, CancellationToken cancellation)
    {
        int n = cell.Samples, p = n + cell.Size;
        (Matrix J0, double[] u) = JacobianAtZero(cell, stream);
        var decomposition = SingularValueDecomposition.Of(J0);
        double[] singular = decomposition.Values;
        double root = singular[^1];
        double radius = cell.Reach * root / Math.Sqrt(n);
        (Matrix A, double Error)[] units =
        [
            .. Enumerable.Range(0, n).Select(_ =>
                cell.Model == BallModel.Random ? UnitHessian(stream, p) : (RankOne(u), DirectionError(J0, u, root))),
        ];
        Matrix[] hessians = [.. units.Select(unit => unit.A)];
        var field = new QuadraticKernelField(J0, hessians);
        (double atCenter, double least, double searchError) = KernelDescent.Search(
            field, new Matrix(p, 1), radius, n, Steps, cancellation);
        if (cell.Model != BallModel.Random)
        {
            (double along, double alongError) = LeastAlong(field, u, radius, n);
            least = Math.Min(least, along);
            searchError = Math.Max(searchError, alongError);
        }

        // One direction u for all outputs: ‖J0 − (u·w)1uᵀ‖ ≤ ‖J0‖ + √nR, attained in the isotropic case at w = −Ru;
        // else the same bound by the triangle inequality.
        double lipschitz = (singular[0] / root) + cell.Reach;

        // Rows J0_i + A_iw are off by γ_(p + 1)(‖J0_i‖ + ‖A_i‖_F·R), products of two of them by three times that. J0 is
        // what was computed: of it only the singular values err, and how far it is from its place in the family.
        double size = Lanes.Norm(J0.Values) + radius * Math.Sqrt(hessians.Sum(A => Lanes.Dot(A.Values, A.Values)));
        double ofKernel = searchError + Gamma(3.0 * p + 4) * size * size;
        double singularError = SingularValueBound.Of(J0, decomposition, 0) / root;
        double ofOthers = 2 * lipschitz * (1 + lipschitz) * (singularError + units.Max(unit => unit.Error));
        return new(least / atCenter, cell.Reach, lipschitz, 2 * ofKernel / atCenter + ofOthers);
    }

    // The extremal point w = Ru itself. At the center of the isotropic family all eigenvalues are equal, and an
    // eigenvector beside (1, …, 1) leads a search nowhere.
    private static (double Least, double Error) LeastAlong(
        QuadraticKernelField field, double[] u, double radius, int n)
    {
        var w = new Matrix(u.Length, 1);
        Lanes.Axpy(radius, u, w.Values);
        var kernel = new Matrix(n, n);
        field.MoveTo(w);
        field.TangentKernel(kernel);
        var eigen = SymmetricEigen.Of(kernel);
        return (eigen.Values[0], EigenvalueBound.Of(kernel, eigen));
    }

    private static ConditioningBallOutcome Network(
        ConditioningBallCell cell, RandomStream stream, CancellationToken cancellation)
    {
        int n = cell.Samples, d = 2 * n, m = cell.Size;
        Matrix X = UniformSphere.Rows(stream, n, d);
        var network = new ShallowNetwork(Activation.Tanh, X, Initialization.RandomSigns(stream, m));
        Matrix W = Initialization.Gaussian(stream, m, d);
        ShallowPoint point = network.At(W);
        Matrix K = point.TangentKernel();
        var spectrum = SymmetricEigen.Of(K);
        double[] eigenvalues = spectrum.Values;
        double root = Math.Sqrt(eigenvalues[0]);
        double largest = 0;
        foreach (double square in network.SquaredInputNorms)
            largest = Math.Max(largest, square);
        double h = network.Activation.LargestCurvature * largest / Math.Sqrt(m);
        double radius = cell.Reach * root / (Math.Sqrt(n) * h);
        (double atCenter, double least, double error) = KernelDescent.Search(point, W, radius, n, Steps, cancellation);
        error = Math.Max(error, EigenvalueBound.Of(K, spectrum));
        error += KernelRounding.Of(m, d, n * network.SquaredInputNorm());
        return new(
            least / atCenter, cell.Reach,
            Math.Min(network.LipschitzBound() / root, (Math.Sqrt(eigenvalues[^1]) / root) + cell.Reach),
            2 * error / atCenter);
    }

    // U·diag(s)·Vᵀ with the first left singular vector (1, …, 1)/√n, the one that all outputs share, and least singular
    // value 1 along it.
    private static (Matrix J0, double[] U) JacobianAtZero(ConditioningBallCell cell, RandomStream stream)
    {
        int n = cell.Samples, p = n + cell.Size;
        Matrix V = Haar.Orthogonal(stream, p);
        var start = new Matrix(n, n);
        stream.FillNormals(start.Values);
        for (int i = 0; i < n; i++)
            start[i, 0] = 1;
        Matrix left = QrFactor.Of(start).Q;
        double sign = left[0, 0] > 0 ? 1 : -1;
        var J0 = new Matrix(n, p);
        for (int k = 0; k < n; k++)
        {
            double s = k == 0 || cell.Model == BallModel.Isotropic ? 1 : 1 + 2 * stream.NextUniform();
            for (int i = 0; i < n; i++)
                Lanes.Axpy(s * sign * left[i, k], V.Row(k), J0.Row(i));
        }

        return (J0, V.Row(0).ToArray());
    }

    // ‖J0ᵀ(1, …, 1)/√n − σ_min·u‖/σ_min and |‖u‖² − 1|, both 0 but for the rounding of orthogonal factors.
    private static double DirectionError(Matrix J0, double[] u, double root)
    {
        var ones = new double[J0.Rows];
        Array.Fill(ones, 1 / Math.Sqrt(J0.Rows));
        double[] difference = MatrixVector.TransposeMultiply(J0, ones);
        Lanes.Axpy(-root, u, difference);
        double rounding = Gamma(J0.Rows + u.Length + 4.0);
        return (Lanes.Norm(difference) + rounding * Lanes.Norm(J0.Values)) / root
            + Math.Abs(Lanes.Dot(u, u) - 1) + rounding;
    }

    // −uuᵀ: moving along u shrinks the least singular value.
    private static Matrix RankOne(double[] u)
    {
        var A = new Matrix(u.Length, u.Length);
        for (int i = 0; i < u.Length; i++)
            Lanes.Axpy(-u[i], u, A.Row(i));
        return A;
    }

    // A normal symmetric matrix over its spectral norm, and how far from 1 its norm may be.
    private static (Matrix A, double Error) UnitHessian(RandomStream stream, int p)
    {
        var G = new Matrix(p, p);
        stream.FillNormals(G.Values);
        var A = new Matrix(p, p);
        for (int i = 0; i < p; i++)
            for (int j = 0; j < p; j++)
                A[i, j] = G[i, j] + G[j, i];
        var spectrum = SymmetricEigen.Of(A);
        double norm = Math.Max(-spectrum.Values[0], spectrum.Values[^1]);
        double error = (EigenvalueBound.Of(A, spectrum) + 2 * UnitRoundoff * Lanes.Norm(A.Values)) / norm;
        Lanes.Scale(1 / norm, A.Values);
        return (A, error);
    }
}
