using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Model;

/// <summary>Sizes of <see cref="NetworkIdentitiesExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="StudentWidth">m̂ ≥ 1.</param>
/// <param name="Samples">N ≥ 1.</param>
public sealed record NetworkIdentitiesCell(CoordinateLaw Law, int Dimension, int StudentWidth, int Samples);

/// <summary>The network at one point and its risk on one sample, each computed in several ways.</summary>
/// <param name="Output">Σ_j⟨W_j, x⟩², a plain loop.</param>
/// <param name="QuadraticForm">xᵀ(WᵀW)x.</param>
/// <param name="SquaredSum">(Σ_j⟨W_j, x⟩)².</param>
/// <param name="LeftRotated">f(QW; x) for orthogonal Q (m̂ × m̂).</param>
/// <param name="RightRotated">f(WQ; x) for orthogonal Q (d × d).</param>
/// <param name="Padded">f of W with two rows of zeros below.</param>
/// <param name="OutputSize">‖W‖_F²‖x‖², the size that rounding of the six refers to.</param>
/// <param name="Risk">(1/N)Σ(Y_i − f(W; X_i))², a plain loop.</param>
/// <param name="FormRisk">aᵀĜa.</param>
/// <param name="Slope">⟨4WR̂, H⟩ for a random direction H with ‖H‖_F = 1.</param>
/// <param name="SlopeOfLoop">d/dt of the plain loop at W + tH from four values, exact for quartics.</param>
/// <param name="CurvatureAtZero">−4⟨HᵀH, (1/N)ΣY_iX_iX_iᵀ⟩.</param>
/// <param name="CurvatureOfLoop">d²/dt² of the plain loop at tH from five values, exact for quartics.</param>
/// <param name="RiskSize">(1/N)Σ(Y_i + (‖W‖ + 2)²‖X_i‖²)², the size that rounding of the risks along H refers
/// to.</param>
public sealed record NetworkIdentitiesOutcome(
    double Output,
    double QuadraticForm,
    double SquaredSum,
    double LeftRotated,
    double RightRotated,
    double Padded,
    double OutputSize,
    double Risk,
    double FormRisk,
    double Slope,
    double SlopeOfLoop,
    double CurvatureAtZero,
    double CurvatureOfLoop,
    double RiskSize);

/// <summary>The forms of the network and of its empirical risk, gradient and curvature, against plain loops over the
/// definition.</summary>
public sealed class NetworkIdentitiesExperiment : Experiment<NetworkIdentitiesCell, NetworkIdentitiesOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/network-identities";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override NetworkIdentitiesOutcome Run(
        NetworkIdentitiesCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        Teacher teacher = Teacher.Gaussian(stream, d + 1, d);
        var X = new Matrix(cell.Samples, d);
        cell.Law.Fill(stream, X.Values);
        var x = new double[d];
        stream.FillNormals(x);
        var W = new Matrix(cell.StudentWidth, d);
        stream.FillNormals(W.Values);
        var H = new Matrix(cell.StudentWidth, d);
        stream.FillNormals(H.Values);
        Lanes.Scale(1 / Lanes.Norm(H.Values), H.Values);
        Matrix left = MatrixProduct.Multiply(Haar.Orthogonal(stream, W.Rows), W);
        Matrix right = MatrixProduct.Multiply(W, Haar.Orthogonal(stream, d));
        var padded = new Matrix(W.Rows + 2, d);
        W.Values.CopyTo(padded.Values);

        double[] labels = [.. Enumerable.Range(0, X.Rows).Select(i => Output(teacher.Weights, X.Row(i)))];
        (double formRisk, double[] gradient) = StudentDescent.Evaluate(
            QuadraticRisk.Empirical(X), teacher, W.Values, W.Rows);
        var zero = new Matrix(W.Rows, d);
        double norm = Lanes.Dot(W.Values, W.Values);
        return new(
            Output(W, x),
            Lanes.Dot(x, MatrixVector.Multiply(Gram.Of(W), x)),
            SquaredSum(W, x),
            Output(left, x),
            Output(right, x),
            Output(padded, x),
            norm * Lanes.Dot(x, x),
            Along(W, 0),
            formRisk,
            Lanes.Dot(gradient, H.Values),
            (8 * (Along(W, 1) - Along(W, -1)) - (Along(W, 2) - Along(W, -2))) / 12,
            -4 * WeightedForm(X, labels, H),
            (16 * (Along(zero, 1) + Along(zero, -1)) - 30 * Along(zero, 0) - (Along(zero, 2) + Along(zero, -2))) / 12,
            Size(X, labels, norm));

        double Along(Matrix from, double t)
        {
            Matrix moved = from.Clone();
            Lanes.Axpy(t, H.Values, moved.Values);
            double sum = 0;
            for (int i = 0; i < X.Rows; i++)
            {
                double residual = labels[i] - Output(moved, X.Row(i));
                sum += residual * residual;
            }

            return sum / X.Rows;
        }
    }

    private static double Output(Matrix W, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int j = 0; j < W.Rows; j++)
        {
            double product = Product(W, j, x);
            sum += product * product;
        }

        return sum;
    }

    private static double SquaredSum(Matrix W, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int j = 0; j < W.Rows; j++)
            sum += Product(W, j, x);
        return sum * sum;
    }

    private static double Product(Matrix W, int row, ReadOnlySpan<double> x)
    {
        double product = 0;
        for (int i = 0; i < x.Length; i++)
            product += W[row, i] * x[i];
        return product;
    }

    // ⟨HᵀH, (1/N)ΣY_iX_iX_iᵀ⟩ through the matrix of the second factor.
    private static double WeightedForm(Matrix X, double[] labels, Matrix H)
    {
        var moment = new Matrix(X.Columns, X.Columns);
        for (int n = 0; n < X.Rows; n++)
            for (int i = 0; i < X.Columns; i++)
                Lanes.Axpy(labels[n] * X[n, i] / X.Rows, X.Row(n), moment.Row(i));
        return Lanes.Dot(Gram.Of(H).Values, moment.Values);
    }

    // Along the line ‖W + tH‖ ≤ ‖W‖ + 2.
    private static double Size(Matrix X, double[] labels, double norm)
    {
        double reach = (Math.Sqrt(norm) + 2) * (Math.Sqrt(norm) + 2);
        double sum = 0;
        for (int i = 0; i < X.Rows; i++)
        {
            double most = labels[i] + reach * Lanes.Dot(X.Row(i), X.Row(i));
            sum += most * most;
        }

        return sum / X.Rows;
    }
}
