using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.PolyakLojasiewicz.Remedies;

/// <summary>Sizes of <see cref="ReluDescentExperiment"/>.</summary>
/// <param name="Samples">n, at least 1.</param>
/// <param name="Dimension">d, at least 1.</param>
/// <param name="Width">m, at least 1.</param>
/// <param name="Steps">Most steps, at least 1.</param>
public sealed record ReluDescentCell(int Samples, int Dimension, int Width, int Steps);

/// <summary>One run of gradient descent on a ReLU network.</summary>
/// <param name="RelativeLoss">L_T/L_0 at the end.</param>
public sealed record ReluDescentOutcome(double RelativeLoss);

/// <summary>Gradient descent for f(x; W) = (1/√m)Σ v_j·max{w_j·x, 0}, v_j = ±1 fixed, L = ½Σ(f(x_i) − y_i)², from
/// standard normal weights.</summary>
/// <remarks>Inputs uniform on the unit sphere, labels random signs, step size 1/‖X‖² (‖∇F‖ ≤ ‖X‖). The gradient at a
/// kink uses the slope 0; after S. Oymak, M. Soltanolkotabi, arXiv:1902.04674.</remarks>
public sealed class ReluDescentExperiment : Experiment<ReluDescentCell, ReluDescentOutcome>
{
    /// <summary>The relative loss at which a run ends as interpolating.</summary>
    public const double Interpolated = 1e-6;

    /// <inheritdoc/>
    public override string Id => "polyak-lojasiewicz/relu-descent";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override ReluDescentOutcome Run(ReluDescentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Samples, 1, nameof(cell));
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Width, 1, nameof(cell));
        ArgumentOutOfRangeException.ThrowIfLessThan(cell.Steps, 1, nameof(cell));
        (int n, int m) = (cell.Samples, cell.Width);
        Matrix X = UniformSphere.Rows(stream, n, cell.Dimension);
        var y = new double[n];
        var v = new double[m];
        var W = new Matrix(m, cell.Dimension);
        stream.FillSigns(y);
        stream.FillSigns(v);
        stream.FillNormals(W.Values);
        Lanes.Scale(1 / Math.Sqrt(m), v);
        double norm = SingularValueDecomposition.SingularValues(X)[0];

        var Z = new Matrix(n, m);
        var G = new Matrix(m, cell.Dimension);
        double initial = 0;
        double last = 0;
        for (int t = 0; t <= cell.Steps; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            MatrixProduct.MultiplyTranspose(X, W, Z);
            double loss = 0;
            for (int i = 0; i < n; i++)
            {
                Span<double> row = Z.Row(i);
                double residual = -y[i];
                for (int j = 0; j < m; j++)
                    residual = Math.FusedMultiplyAdd(v[j], Math.Max(row[j], 0), residual);
                loss += residual * residual / 2;

                // From here on row i holds r_iv_jσ'(w_j·x_i).
                for (int j = 0; j < m; j++)
                    row[j] = row[j] > 0 ? residual * v[j] : 0;
            }

            last = loss;
            if (t == 0)
                initial = loss;
            if (loss <= Interpolated * initial)
                break;
            MatrixProduct.TransposeMultiply(Z, X, G);
            Lanes.Axpy(-1 / (norm * norm), G.Values, W.Values);
        }

        return new(last / initial);
    }
}
