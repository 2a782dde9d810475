using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz.Networks;

/// <summary>Sizes of <see cref="ConditionNumberExperiment"/>.</summary>
/// <param name="Samples">n ≥ 1 outputs.</param>
/// <param name="Parameters">p ≥ 1 parameters of the linear system.</param>
/// <param name="Width">m ≥ 1 neurons of the network, whose n inputs have dimension n.</param>
public sealed record ConditionNumberCell(int Samples, int Parameters, int Width);

/// <summary>One linear system F(w) = Aw and one shallow network. Contractions are ratios of losses over steps of η =
/// 1/λ_max(H_L).</summary>
/// <param name="LeastEigenvalue">λ_min(AAᵀ).</param>
/// <param name="LargestEigenvalue">λ_max(AAᵀ).</param>
/// <param name="EigenvalueError">Bound of the rounding error of both, relative to the least.</param>
/// <param name="HessianNorm">λ_max(H_L) by Lanczos' method on the p × p Hessian AᵀA.</param>
/// <param name="WorstContraction">L_{t+1}/L_t with residuals along the weakest eigenvector of AAᵀ.</param>
/// <param name="RandomContraction">Largest L_{t+1}/L_t over the first steps from random labels, until the residual has
/// come down a thousandfold.</param>
/// <param name="NetworkExcess">Largest λ_max(H_L(w)) over L_F² + β_F‖r(w)‖ at points between the initialization and far
/// from it.</param>
/// <param name="SolutionExcess">λ_max(H_L)/λ_max(K) − 1 at a network whose labels are its outputs.</param>
public sealed record ConditionNumberOutcome(
    double LeastEigenvalue,
    double LargestEigenvalue,
    double EigenvalueError,
    double HessianNorm,
    double WorstContraction,
    double RandomContraction,
    double NetworkExcess,
    double SolutionExcess);

/// <summary>Measures the smoothness of the loss and how fast gradient descent contracts it.</summary>
public sealed class ConditionNumberExperiment : Experiment<ConditionNumberCell, ConditionNumberOutcome>
{
    private const int Steps = 10;

    // Below this share of the first residual rounding would show in a ratio of losses.
    private const double SmallestResidual = 1e-3;

    private static readonly double[] Distances = [0, 4];

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/condition-number";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override ConditionNumberOutcome Run(
        ConditionNumberCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        (int n, int p) = (cell.Samples, cell.Parameters);
        var A = new Matrix(n, p);
        stream.FillNormals(A.Values);
        Matrix K = MatrixProduct.MultiplyTranspose(A, A), H = Gram.Of(A);
        SymmetricEigen eigen = SymmetricEigen.Of(K), ofHessian = SymmetricEigen.Of(H);
        (double least, double largest) = (eigen.Values[0], eigen.Values[^1]);
        double smoothness = ofHessian.Values[^1];
        double error =
            Gamma(p + 2.0) * Lanes.Dot(A.Values, A.Values)
            + Math.Max(EigenvalueBound.Of(K, eigen), EigenvalueBound.Of(H, ofHessian));
        double η = 1 / smoothness;

        // From w = 0 the residual is −y. One step along the weakest direction; later ones would amplify rounding along
        // the others.
        double worst = Contraction(A, eigen.Vectors.Column(0), η, steps: 1);
        var y = new double[n];
        stream.FillNormals(y);
        double random = Contraction(A, y, η, Steps);
        double network = double.NegativeInfinity;
        foreach (double distance in Distances)
            network = Math.Max(network, NetworkExcess(n, cell.Width, distance, stream));
        return new(
            least,
            largest,
            error / least,
            smoothness,
            worst,
            random,
            network,
            SolutionExcess(n, cell.Width, stream));
    }

    private static double Contraction(Matrix A, double[] labels, double η, int steps)
    {
        var w = new double[A.Columns];
        double before = Lanes.Dot(labels, labels), largest = 0, stop = SmallestResidual * SmallestResidual * before;
        for (int t = 0; t < steps && before >= stop; t++)
        {
            Lanes.Axpy(-η, MatrixVector.TransposeMultiply(A, Residual()), w);
            double[] r = Residual();
            double after = Lanes.Dot(r, r);
            largest = Math.Max(largest, after / before);
            before = after;
        }

        return largest;

        double[] Residual()
        {
            double[] r = MatrixVector.Multiply(A, w);
            Lanes.Axpy(-1, labels, r);
            return r;
        }
    }

    // λ_max of H_L = JᵀJ + Σ_i r_i H_i at Gaussian weights plus a random step of the given length.
    private static double NetworkExcess(int n, int m, double distance, RandomStream stream)
    {
        (ShallowNetwork network, Matrix W, double[] v, Matrix X) = Draw(n, m, stream);
        var away = new double[W.Values.Length];
        stream.FillNormals(away);
        Lanes.Axpy(distance / Lanes.Norm(away), away, W.Values);
        var y = new double[n];
        stream.FillNormals(y);
        var r = new double[n];
        network.At(W).Residuals(y, r);
        double λ = HessianNorm(X, W, v, r, stream);
        double L = network.LipschitzBound();
        return λ / (L * L + network.JacobianLipschitzBound() * Lanes.Norm(r)) - 1;
    }

    private static double SolutionExcess(int n, int m, RandomStream stream)
    {
        (ShallowNetwork network, Matrix W, double[] v, Matrix X) = Draw(n, m, stream);
        return HessianNorm(X, W, v, new double[n], stream) / SymmetricEigen.Of(network.At(W).TangentKernel()).Values[^1]
            - 1;
    }

    private static (ShallowNetwork Network, Matrix W, double[] V, Matrix X) Draw(int n, int m, RandomStream stream)
    {
        Matrix X = TrainingInputs.Draw(InputKind.UnitSphere, stream, n, n);
        Matrix W = Initialization.Gaussian(stream, m, n);
        double[] v = Initialization.RandomSigns(stream, m);
        return (new(Activation.Tanh, X, v), W, v, X);
    }

    private static double HessianNorm(Matrix X, Matrix W, double[] v, double[] r, RandomStream stream)
    {
        DeepNetwork deep = ShallowDerivativesExperiment.AsDeep(Activation.Tanh, W, v);
        (int n, int p) = (X.Rows, W.Values.Length);
        NetworkPass[] passes = [.. Enumerable.Range(0, n).Select(i => deep.At(X.Row(i)))];
        double[][] gradients = [.. passes.Select(pass => pass.Gradient()[..p])];
        double[] direction = new double[deep.ParameterCount], image = new double[deep.ParameterCount];

        // Derivatives by W are √d times those by the first layer of the deep network, second derivatives d times.
        return Largest(
            (x, y) =>
            {
                y.Clear();
                x.CopyTo(direction);
                for (int i = 0; i < n; i++)
                {
                    Lanes.Axpy(n * Lanes.Dot(gradients[i], x), gradients[i], y);
                    passes[i].HessianProduct(direction, image);
                    Lanes.Axpy(n * r[i], image.AsSpan(0, p), y);
                }
            },
            p,
            stream);
    }

    private static double Largest(SymmetricOperator H, int p, RandomStream stream)
    {
        var start = new double[p];
        stream.FillNormals(start);
        return Lanczos.Extremes(H, start, maximumSteps: 100, tolerance: 1e-9).Largest.Value;
    }
}
