using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Formalization;

/// <summary>Cell of <see cref="SymmetryExperiment"/>.</summary>
/// <param name="Variables">n, from 3 to 4; coordinates move in a circle.</param>
/// <param name="Steps">T, from 1 to 3.</param>
public sealed record SymmetryCell(int Variables, int Steps);

/// <summary>How far two runs are from being the same up to a permutation of the coordinates.</summary>
/// <param name="Moved">max_x |out′(x) − out(x∘p)| where target and first weights are permuted alike.</param>
/// <param name="Back">The same where the weights are permuted by the inverse.</param>
/// <param name="Still">The same where the weights are not permuted.</param>
public sealed record SymmetryOutcome(double Moved, double Back, double Still);

/// <summary>Gradient descent on the population square loss in rational arithmetic, for a function and for the function
/// with permuted coordinates.</summary>
/// <remarks>out(x) = Σ_j a_j max(0, ⟨w_j, x⟩ + b_j) with two units and drawn weights in eighths, rate ¼. The target f
/// is a drawn function, f′(x) = f(x∘p) with (x∘p)_i = x_(i + 1).</remarks>
public sealed class SymmetryExperiment : Experiment<SymmetryCell, SymmetryOutcome>
{
    private const int Width = 2;

    /// <inheritdoc/>
    public override string Id => "cross-predictability/symmetry";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override SymmetryOutcome Run(SymmetryCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Variables is < 3 or > 4 || cell.Steps is < 1 or > 3)
            throw new ArgumentException("n is 3 or 4, steps lie between 1 and 3.", nameof(cell));
        int n = cell.Variables;
        Rational[] weights = [.. Enumerable.Range(0, Width * (n + 2)).Select(_ => new Rational(Draw(stream), 8))];
        int[] f = [.. Enumerable.Range(0, 1 << n).Select(_ => 1 - 2 * stream.NextIndex(2))];
        int[] moved = [.. Enumerable.Range(0, 1 << n).Select(x => f[Rotated(x, n)])];
        Rational[] plain = Outputs(Descended(weights, f, cell, cancellation), n);
        return new(
            Distance(Permuted(weights, n, 1)),
            Distance(Permuted(weights, n, n - 1)),
            Distance(weights));

        double Distance(Rational[] start)
        {
            Rational[] other = Outputs(Descended(start, moved, cell, cancellation), n);
            double largest = 0;
            for (int x = 0; x < other.Length; x++)
                largest = Math.Max(largest, Math.Abs((other[x] - plain[Rotated(x, n)]).Rounded().Value));
            return largest;
        }
    }

    // Odd eighths: no unit is silent everywhere because its weights are 0.
    private static int Draw(RandomStream stream) => 2 * stream.NextIndex(8) - 7;

    // (x∘p)_i = x_(i + 1).
    private static int Rotated(int x, int n) => x >> 1 | (x & 1) << (n - 1);

    // The weight of x_(i + 1) in the new network is that of x_i in the old one.
    private static Rational[] Permuted(Rational[] weights, int n, int by)
    {
        Rational[] permuted = [.. weights];
        for (int j = 0; j < Width; j++)
        {
            for (int i = 0; i < n; i++)
                permuted[j * (n + 2) + (i + by) % n] = weights[j * (n + 2) + i];
        }

        return permuted;
    }

    private static Rational[] Descended(
        Rational[] start, int[] f, SymmetryCell cell, CancellationToken cancellation)
    {
        int n = cell.Variables;
        Rational[] weights = [.. start];
        for (int t = 0; t < cell.Steps; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            Rational[] outputs = Outputs(weights, n);
            Rational[] gradient = [.. weights.Select(_ => Rational.Zero)];
            for (int x = 0; x < f.Length; x++)
            {
                Rational slope = outputs[x] - f[x];
                for (int j = 0; j < Width; j++)
                    Add(gradient, weights, j * (n + 2), n, x, slope);
            }

            for (int e = 0; e < weights.Length; e++)
                weights[e] -= gradient[e] / (4 * f.Length);
        }

        return weights;
    }

    private static void Add(Rational[] gradient, Rational[] weights, int first, int n, int x, Rational slope)
    {
        Rational z = Activation(weights, first, n, x);
        if (z.Sign <= 0)
            return;
        Rational inner = slope * weights[first + n + 1];
        for (int i = 0; i < n; i++)
            gradient[first + i] += (x >> i & 1) == 0 ? inner : -inner;
        gradient[first + n] += inner;
        gradient[first + n + 1] += slope * z;
    }

    private static Rational[] Outputs(Rational[] weights, int n)
    {
        Rational[] outputs = new Rational[1 << n];
        for (int x = 0; x < outputs.Length; x++)
        {
            outputs[x] = Rational.Zero;
            for (int first = 0; first < weights.Length; first += n + 2)
            {
                Rational z = Activation(weights, first, n, x);
                if (z.Sign > 0)
                    outputs[x] += weights[first + n + 1] * z;
            }
        }

        return outputs;
    }

    private static Rational Activation(Rational[] weights, int first, int n, int x)
    {
        Rational z = weights[first + n];
        for (int i = 0; i < n; i++)
            z += (x >> i & 1) == 0 ? weights[first + i] : -weights[first + i];
        return z;
    }
}
