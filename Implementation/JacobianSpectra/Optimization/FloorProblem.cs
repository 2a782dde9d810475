using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Optimization;

// φ(z) − φ(−z) = z for φ(z) = log(1 + e^z), so that f(x) − f(−x) = vᵀWx is linear in x. Where Σ c_i f_i = 0 whatever
// the weights, ‖f − y‖² ≥ (cᵀy)²/‖c‖².

/// <summary>Inputs, labels and a relation c of an instance of <see cref="FloorInstance"/>.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Inputs">X, n × d.</param>
/// <param name="Labels">y, n entries.</param>
/// <param name="Relation">c, n entries; 0 where the instance has none.</param>
public sealed record FloorProblem(FloorInstance Instance, Matrix Inputs, double[] Labels, double[] Relation)
{
    /// <summary>The instance.</summary>
    /// <param name="instance">Which.</param>
    /// <param name="width">k, the number of random directions, and of pairs where it is that of the neurons.</param>
    /// <param name="dimension">Their dimension.</param>
    /// <param name="weight">Factor of the last pair or of the last two entries of the relation; 1 where it
    /// holds.</param>
    /// <param name="stream">Where random directions and labels come from.</param>
    public static FloorProblem Of(
        FloorInstance instance, int width, int dimension, double weight, RandomStream stream) => instance switch
        {
            FloorInstance.OppositeLabels => new(
                instance, new(new double[,] { { 1, 0 }, { 0, 1 } }), [1, -1], [1, weight]),
            FloorInstance.CollinearTriple => new(
                instance, new(new double[,] { { 1 }, { 2 }, { 3 } }), [0, 1, 0], [-weight, 2, -weight]),
            FloorInstance.OppositePairs => new(
                instance,
                new(new double[,] { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 }, { 1, 1 }, { -1, -1 } }),
                [1, -1, 1, -1, -1, 1],
                [1, -1, 1, -1, -weight, weight]),
            FloorInstance.OppositePairsOfWidth => Pairs(width, weight),
            FloorInstance.OppositePairsOnLine => new(
                instance,
                new(new double[,] { { 1 }, { -1 }, { 2 }, { -2 } }),
                [1, 0, 0, 0],
                [2, -2, -weight, weight]),
            FloorInstance.RandomDirections => Random(width, dimension, stream),
            _ => throw new ArgumentOutOfRangeException(nameof(instance), instance, "There is no such instance."),
        };

    /// <summary>Encloses by how much the outputs violate the relation of the instance, over the magnitudes that it
    /// adds; at most 0 where it holds.</summary>
    /// <param name="outputs">Enclosures of f, n of them.</param>
    /// <param name="outputWeights">v, of which the sign of the first entry counts for instances of one neuron.</param>
    public Interval Violation(Interval[] outputs, ReadOnlySpan<double> outputWeights)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        double magnitude = 0;
        Interval sum = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            sum += Relation[i] * outputs[i];
            magnitude += Math.Abs(Relation[i]) * outputs[i].Magnitude;
        }

        if (magnitude == 0)
            return 0;
        double sign = Math.Sign(outputWeights[0]);
        return Instance switch
        {
            FloorInstance.OppositeLabels => -(Interval.Min(sign * outputs[0], sign * outputs[1]) / magnitude),
            FloorInstance.CollinearTriple => sign * sum / magnitude,
            _ => Interval.Abs(sum) / magnitude,
        };
    }

    /// <summary>A lower bound of the loss of all weights whose outputs satisfy the relation as well as these do; 0
    /// where these do not.</summary>
    /// <inheritdoc cref="Violation(Interval[], ReadOnlySpan{double})"/>
    public double Floor(Interval[] outputs, ReadOnlySpan<double> outputWeights)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Interval sum = 0, of = 0, norm = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            sum += Relation[i] * outputs[i];
            of += (Interval)Relation[i] * Labels[i];
            norm += Interval.Square(Relation[i]);
        }

        double sign = Math.Sign(outputWeights[0]);
        switch (Instance)
        {
            // Both outputs on one side: the label of the other side is missed by 1.
            case FloorInstance.OppositeLabels:
                return Interval.Min(sign * outputs[0], sign * outputs[1]).Lower >= 0 ? 1 : 0;
            // Concave and negative: the label 1 is missed by 1, more than what convexity leaves.
            case FloorInstance.CollinearTriple when sign < 0:
                return outputs[1].Upper <= 0 ? Math.Min(1, Squared(of)) : 0;
            case FloorInstance.CollinearTriple:
                return Squared(of - new Interval(0, Math.Max(0, sum.Upper)));
            case FloorInstance.RandomDirections:
                return 0;
            default:
                return Squared(Interval.Abs(of) - Interval.Abs(sum));
        }

        double Squared(Interval gap) => gap.Lower <= 0 ? 0 : (Interval.Square(gap.Lower) / norm).Lower;
    }

    // e_1, e_2, e_2 + e_1, e_2 + 2e_1, … and their sum.
    private static FloorProblem Pairs(int count, double weight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 3);
        var X = new Matrix(2 * count, 2);
        double[] y = new double[2 * count], c = new double[2 * count];
        for (int pair = 0; pair < count; pair++)
        {
            bool isSum = pair == count - 1;
            (X[2 * pair, 0], X[2 * pair, 1]) = isSum ? (1 + (count - 2) * (count - 3) / 2, count - 2)
                : pair == 0 ? (1, 0) : (pair - 1, 1);
            for (int a = 0; a < 2; a++)
                X[2 * pair + 1, a] = -X[2 * pair, a];
            y[2 * pair] = isSum ? -1 : 1;
            y[2 * pair + 1] = -y[2 * pair];
            for (int i = 2 * pair; i <= 2 * pair + 1; i++)
                c[i] = isSum ? weight * y[i] : y[i];
        }

        return new(FloorInstance.OppositePairsOfWidth, X, y, c);
    }

    private static FloorProblem Random(int width, int dimension, RandomStream stream)
    {
        var labels = new double[width];
        stream.FillSigns(labels);
        return new(
            FloorInstance.RandomDirections, UniformSphere.Rows(stream, width, dimension), labels, new double[width]);
    }
}
