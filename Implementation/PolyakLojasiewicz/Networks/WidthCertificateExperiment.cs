using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

/// <summary>Sizes of <see cref="WidthCertificateExperiment"/>, and the certificate whose largest radius is
/// searched.</summary>
/// <param name="Start">Center of the ball.</param>
/// <param name="Output">φ, applied to the outputs.</param>
/// <param name="Samples">n ≥ 1.</param>
/// <param name="Dimension">d ≥ 1; at least n for the aligned start.</param>
/// <param name="Width">m ≥ 1.</param>
/// <param name="Scale">‖x_i‖ &gt; 0.</param>
/// <param name="Share">μ/λ_0 &gt; 0.</param>
/// <param name="Constant">c in m ≥ (c·β_σ‖X‖ᵃ·max‖x_i‖·R/|√λ_0 − √μ|)^q.</param>
/// <param name="DataPower">a there.</param>
/// <param name="Power">q there.</param>
public sealed record WidthCertificateCell(
    CertificateStart Start,
    OutputMap Output,
    int Samples,
    int Dimension,
    int Width,
    double Scale,
    double Share,
    double Constant,
    int DataPower,
    int Power);

/// <summary>The ball that a width certifies, and the worst points found in it. The kernel is K for f and K_φ for
/// φ(f).</summary>
/// <param name="InitialEigenvalue">λ_0 = λ_min(K(w_0)).</param>
/// <param name="EigenvalueError">Bound of the rounding error of the eigenvalues, relative to λ_0.</param>
/// <param name="Radius">R, the largest radius with m ≥ (…)^q.</param>
/// <param name="LeastEigenvalue">Least λ_min(K(w)) found in the ball, over λ_0.</param>
/// <param name="LeastRatio">Least ½‖∇L‖²/L found there, residuals along the weakest direction, from gradients of the
/// loss, over λ_0.</param>
/// <param name="LeastOutputEigenvalue">Least λ_min(K_φ(w)) found there, over λ_0.</param>
/// <param name="OutputKernelError">Largest entry of |K_φ − DKD| at w_0 over the trace of K_φ, with K_φ from
/// backpropagation through φ and K in closed form.</param>
/// <param name="Points">Points searched.</param>
public sealed record WidthCertificateOutcome(
    double InitialEigenvalue,
    double EigenvalueError,
    double Radius,
    double LeastEigenvalue,
    double LeastRatio,
    double LeastOutputEigenvalue,
    double OutputKernelError,
    int Points);

/// <summary>Searches a ball around the initialization of a shallow tanh network for the worst conditioned tangent
/// kernel, at random points and adversarially.</summary>
public sealed class WidthCertificateExperiment : Experiment<WidthCertificateCell, WidthCertificateOutcome>
{
    private const int RandomPoints = 3;
    private const int Ascents = 8;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/width-certificate";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override WidthCertificateOutcome Run(
        WidthCertificateCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        (int n, int d, int m) = (cell.Samples, cell.Dimension, cell.Width);
        (Matrix X, Matrix W0) = Draw(cell, stream);
        double[] v = Initialization.RandomSigns(stream, m);
        var network = new ShallowNetwork(Activation.Tanh, X, v);
        ShallowPoint point = network.At(W0);
        Matrix K = point.TangentKernel();
        double λ0 = SymmetricEigen.Of(K).Values[0];
        double error = 0;

        double spread = Math.Sqrt(network.SquaredInputNorm());
        double longest = Math.Sqrt(network.SquaredInputNorms.ToArray().Max());
        double R =
            Math.Abs(Math.Sqrt(λ0) - Math.Sqrt(cell.Share * λ0))
            * ElementaryFunctions.Exp(ElementaryFunctions.Log(m) / cell.Power)
            / (cell.Constant * Activation.Tanh.LargestCurvature * (cell.DataPower == 0 ? 1 : spread) * longest);

        var worst = (
            Eigenvalue: double.PositiveInfinity, Ratio: double.PositiveInfinity, Output: double.PositiveInfinity);
        int points = 0;
        Matrix W = W0.Clone(), G = new(m, d);
        var u = new double[n];
        var F = new double[n];
        Visit();
        for (int i = 0; i < RandomPoints; i++)
        {
            stream.FillNormals(G.Values);
            Move();
            Visit();
        }

        // λ_min falls fastest against its gradient g; the point w_0 − R·g/‖g‖ is the worst of the ball for the linear
        // model of λ_min at the last point visited.
        W0.Values.CopyTo(W.Values);
        point.MoveTo(W);
        Weakest();
        for (int i = 0; i < Ascents; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            point.KernelFormGradient(u, G);
            if (Lanes.Norm(G.Values) == 0)
                break;
            Move();
            Visit();
        }

        return new(
            λ0, error / λ0, R, worst.Eigenvalue / λ0, worst.Ratio / λ0, worst.Output / λ0,
            OutputKernelError(cell, X, W0, v),
            points);

        void Move()
        {
            W0.Values.CopyTo(W.Values);
            Lanes.Axpy(-R / Lanes.Norm(G.Values), G.Values, W.Values);
            point.MoveTo(W);
        }

        double Weakest()
        {
            Matrix kernel = point.TangentKernel();
            SymmetricEigen eigen = SymmetricEigen.Of(kernel);
            error = Math.Max(error, KernelRounding.EigenvalueError(kernel, eigen, m, d));
            eigen.Vectors.Column(0).CopyTo(u, 0);
            return eigen.Values[0];
        }

        void Visit()
        {
            double λ = Weakest();
            point.Gradient(u, G);
            double ratio = Lanes.Dot(G.Values, G.Values) / Lanes.Dot(u, u);
            double output = λ;
            if (cell.Output != OutputMap.Linear)
            {
                point.Outputs(F);
                Matrix kernel = Scaled(point.TangentKernel(), F, cell.Output);
                SymmetricEigen eigen = SymmetricEigen.Of(kernel);

                // Slopes of φ and their products with K round as one more slope of K does. An output is a sum of m
                // terms below 1 over √m, and log φ' moves by at most 3/2 of what its argument does.
                double entries = 3 * Math.Sqrt(m) * Gamma(m + 20.0) * Lanes.Sum(eigen.Values);
                error = Math.Max(error, KernelRounding.EigenvalueError(kernel, eigen, m + 36, d) + entries);
                output = eigen.Values[0];
            }

            worst = (Math.Min(worst.Eigenvalue, λ), Math.Min(worst.Ratio, ratio), Math.Min(worst.Output, output));
            points++;
        }
    }

    private static (Matrix X, Matrix W) Draw(WidthCertificateCell cell, RandomStream stream)
    {
        (int n, int d, int m) = (cell.Samples, cell.Dimension, cell.Width);
        if (cell.Start == CertificateStart.Gaussian)
        {
            Matrix X = UniformSphere.Rows(stream, n, d);
            Lanes.Scale(cell.Scale, X.Values);
            return (X, Initialization.Gaussian(stream, m, d));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(d, n, nameof(cell));
        var axes = new Matrix(n, d);
        for (int i = 0; i < n; i++)
            axes[i, i] = cell.Scale;
        var W = new Matrix(m, d);
        double t = 1 / Math.Sqrt(3); // |tanh''| = 2t(1 − t²) is largest at t² = 1/3
        for (int j = 0; j < m; j++)
            W[j, 0] = ElementaryFunctions.Log((1 + t) / (1 - t)) / 2 / cell.Scale;
        return (axes, W);
    }

    // D·K·D with D = diag φ'(F_i).
    private static Matrix Scaled(Matrix K, ReadOnlySpan<double> outputs, OutputMap φ)
    {
        var slopes = new double[outputs.Length];
        for (int i = 0; i < slopes.Length; i++)
            slopes[i] = φ.Slope(outputs[i]);
        for (int i = 0; i < K.Rows; i++)
        {
            for (int j = 0; j < K.Columns; j++)
                K[i, j] *= slopes[i] * slopes[j];
        }

        return K;
    }

    private static double OutputKernelError(WidthCertificateCell cell, Matrix X, Matrix W, double[] v)
    {
        (int n, int d, int m) = (X.Rows, X.Columns, W.Rows);
        DeepNetwork deep = ShallowDerivativesExperiment.AsDeep(Activation.Tanh, W, v).WithOutput(cell.Output.Function);
        ShallowPoint point = new ShallowNetwork(Activation.Tanh, X, v).At(W);
        var F = new double[n];
        point.Outputs(F);
        Matrix expected = Scaled(point.TangentKernel(), F, cell.Output);
        var J = new Matrix(n, m * d);
        for (int i = 0; i < n; i++)
        {
            deep.At(X.Row(i)).Gradient().AsSpan(0, m * d).CopyTo(J.Row(i));
            Lanes.Scale(Math.Sqrt(d), J.Row(i));
        }

        Matrix actual = MatrixProduct.MultiplyTranspose(J, J);
        double error = 0, trace = 0;
        for (int i = 0; i < n; i++)
        {
            trace += actual[i, i];
            for (int j = 0; j < n; j++)
                error = Math.Max(error, Math.Abs(actual[i, j] - expected[i, j]));
        }

        return error / trace;
    }

    private static double Square(double x) => x * x;
}
