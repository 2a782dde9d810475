using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.Motivation;

// Letters: f(x) = Σ_j a_j[⟨w_j, (x, 1)⟩]₊ with H units, loss (1/n)Σ log(1 + e^(−y f)), gradient steps with momentum
// 0.9. The start is w_j ~ N(0, 2/(d + 1)), a_j ~ N(0, 1/H), so that f is of order 1 at every width, and E‖∇f‖² =
// H + (d + 1)/2. The loss has curvature ¼ at most, and steps with momentum μ are stable up to 2(1 + μ) over the
// curvature, that is about 15/(H + (d + 1)/2): a quarter of it is taken, with which all widths learn at about the same
// pace.

/// <summary>
/// Training and test error of two-layer networks of rectified units against their width, on labels that a small one
/// gives.
/// </summary>
/// <remarks>
/// In the manner of arXiv:1412.6614, whose data, MNIST and CIFAR-10, this is not: inputs are standard normal, labels
/// the sign of a teacher whose units have signs in turn, centered by its median so that both occur equally often. All
/// students of a trial share the data.
/// </remarks>
public sealed class NetworkSizeExperiment : Experiment<NetworkSizeCell, NetworkSizeOutcome>
{
    private const double Momentum = 0.9;
    private const double StepOverCurvature = 4;

    /// <inheritdoc/>
    public override string Id => "implicit-bias/network-size";

    /// <inheritdoc/>
    public override NetworkSizeOutcome Run(NetworkSizeCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 1 or > 100 || cell.TeacherUnits is < 1 or > 100)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Dimension, "Dimension and units of the teacher have to lie between 1 and 100.");
        if (cell.Samples is < 2 or > 10_000 || cell.TestSamples is < 2 or > 100_000)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Samples, "There have to be 2 to 10 000 training and 2 to 100 000 test examples.");
        if (cell.Widths is < 1 or > 13 || cell.Steps is < 1 or > 100_000)
            throw new ArgumentOutOfRangeException(
                nameof(cell), cell.Widths, "There have to be 1 to 13 widths and 1 to 100 000 steps.");
        int d = cell.Dimension;
        Matrix inputs = Inputs(stream, cell.Samples, d), unseen = Inputs(stream, cell.TestSamples, d);
        var teacher = new Matrix(cell.TeacherUnits, d + 1);
        stream.FillNormals(teacher.Values);
        double[] signs = [.. Enumerable.Range(0, cell.TeacherUnits).Select(j => j % 2 == 0 ? 1.0 : -1)];
        double[] scores = Scores(unseen, teacher, signs);
        double median = scores.Order().ElementAt(scores.Length / 2);
        double[] y = [.. Scores(inputs, teacher, signs).Select(score => score < median ? -1.0 : 1)];
        double[] yUnseen = [.. scores.Select(score => score < median ? -1.0 : 1)];

        double[] training = new double[cell.Widths], test = new double[cell.Widths], norms = new double[cell.Widths];
        bool finite = true;
        for (int k = 0; k < cell.Widths; k++)
        {
            int H = 1 << k;
            var W = new Matrix(H, d + 1);
            stream.FillNormals(W.Values);
            Lanes.Scale(Math.Sqrt(2.0 / (d + 1)), W.Values);
            var a = new double[H];
            stream.FillNormals(a);
            Lanes.Scale(1 / Math.Sqrt(H), a);
            Train(inputs, y, W, a, cell.Steps, cancellation);
            training[k] = WrongShare(Scores(inputs, W, a), y);
            test[k] = WrongShare(Scores(unseen, W, a), yUnseen);
            for (int j = 0; j < H; j++)
                norms[k] += Math.Abs(a[j]) * Lanes.Norm(W.Row(j));
            finite &= double.IsFinite(norms[k]);
        }

        return new(training, test, norms, finite);
    }

    // Rows (x, 1).
    private static Matrix Inputs(RandomStream stream, int n, int d)
    {
        var X = new Matrix(n, d + 1);
        var row = new double[d];
        for (int i = 0; i < n; i++)
        {
            stream.FillNormals(row);
            row.CopyTo(X.Row(i));
            X[i, d] = 1;
        }

        return X;
    }

    private static double[] Scores(Matrix X, Matrix W, double[] a)
    {
        Matrix hidden = MatrixProduct.MultiplyTranspose(X, W);
        foreach (ref double value in hidden.Values)
            value = Math.Max(value, 0);
        return MatrixVector.Multiply(hidden, a);
    }

    private static double WrongShare(double[] scores, double[] y) =>
        scores.Zip(y).Count(pair => !(pair.First * pair.Second > 0)) / (double)y.Length;

    private static void Train(
        Matrix X, double[] y, Matrix W, double[] a, int steps, CancellationToken cancellation)
    {
        int n = X.Rows, H = a.Length;
        double η = StepOverCurvature / (H + W.Columns / 2.0);
        Matrix hidden = new(n, H), back = new(n, H), move = new(H, W.Columns), gradient = new(H, W.Columns);
        double[] scores = new double[n], slopes = new double[n], aMove = new double[H], aGradient = new double[H];
        for (int step = 0; step < steps; step++)
        {
            if (step % 64 == 0)
                cancellation.ThrowIfCancellationRequested();
            MatrixProduct.Multiply(X, W.Transpose(), hidden);
            foreach (ref double value in hidden.Values)
                value = Math.Max(value, 0);
            MatrixVector.Multiply(hidden, a, scores);
            for (int i = 0; i < n; i++)
                slopes[i] = y[i] * scores[i];
            ElementaryFunctions.Exp(slopes, slopes);
            for (int i = 0; i < n; i++)
                slopes[i] = -y[i] / ((1 + slopes[i]) * n);
            MatrixVector.TransposeMultiply(hidden, slopes, aGradient);
            for (int i = 0; i < n; i++)
            {
                Span<double> row = back.Row(i), active = hidden.Row(i);
                for (int j = 0; j < H; j++)
                    row[j] = active[j] > 0 ? slopes[i] * a[j] : 0;
            }

            MatrixProduct.Multiply(back.Transpose(), X, gradient);
            Lanes.Scale(Momentum, move.Values);
            Lanes.Axpy(-η, gradient.Values, move.Values);
            Lanes.Axpy(1, move.Values, W.Values);
            Lanes.Scale(Momentum, aMove);
            Lanes.Axpy(-η, aGradient, aMove);
            Lanes.Axpy(1, aMove, a);
        }
    }
}
