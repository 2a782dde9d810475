using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Optimization;

/// <summary>Sizes of <see cref="LossFloorExperiment"/>.</summary>
/// <param name="Instance">Inputs and labels.</param>
/// <param name="Width">k; 1 for the instances of one neuron.</param>
/// <param name="Dimension">d of random directions; the others have their own.</param>
/// <param name="Deviation">ν of the start.</param>
/// <param name="Steps">Steps of descent, at μ = 1/(4λ_max(JJᵀ)) of the start.</param>
/// <param name="Weight">Factor of the last terms of the relation; 1 where it holds.</param>
public sealed record LossFloorCell(
    FloorInstance Instance, int Width, int Dimension, double Deviation, int Steps, double Weight);

/// <summary>Bounds of the loss from both sides.</summary>
/// <param name="LabelsSquared">‖y‖².</param>
/// <param name="ViolationLower">Lower end of the enclosed violation of the relation at the start and at the end,
/// relative; at most 0 where it holds.</param>
/// <param name="ViolationUpper">Upper end of it.</param>
/// <param name="Floor">Proven lower bound of the loss of all weights, by the relation as enclosed.</param>
/// <param name="End">Upper end of the enclosed loss after descent.</param>
/// <param name="Witness">Upper end of the enclosed loss at explicit weights.</param>
public sealed record LossFloorOutcome(
    double LabelsSquared, double ViolationLower, double ViolationUpper, double Floor, double End, double Witness);

/// <summary>The least loss of softplus networks on instances where it is known: a relation between the outputs, weights
/// that attain it, and descent from the start of the talk.</summary>
public sealed class LossFloorExperiment : Experiment<LossFloorCell, LossFloorOutcome>
{
    /// <inheritdoc/>
    public override string Id => "jacobian-spectra/loss-floor";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override LossFloorOutcome Run(LossFloorCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        var problem = FloorProblem.Of(cell.Instance, cell.Width, cell.Dimension, cell.Weight, stream);
        Matrix X = problem.Inputs;
        (double[] v, Matrix W) = SmoothDescent.Start(stream, cell.Width, X.Columns, cell.Deviation);
        var network = new SmoothNetwork(Activation.Softplus, X, cell.Width);
        var descent = new SmoothDescent(network, problem.Labels, v, W);
        double μ = 0.25 / SymmetricEigen.Of(descent.Point.TangentKernel()).Values[^1];
        for (int t = 0; t < cell.Steps; t++)
        {
            cancellation.ThrowIfCancellationRequested();
            descent.Step(μ, 2);
        }

        Interval[] before = Outputs(X, v, W), after = Outputs(X, descent.OutputWeights, descent.Weights);
        Interval atStart = problem.Violation(before, v);
        Interval atEnd = problem.Violation(after, descent.OutputWeights);
        (double[] best, Matrix weights) = Witness(problem, cell.Width, W);
        return new(
            Lanes.Dot(problem.Labels, problem.Labels),
            Math.Max(atStart.Lower, atEnd.Lower),
            Math.Max(atStart.Upper, atEnd.Upper),
            Math.Min(problem.Floor(before, v), problem.Floor(after, descent.OutputWeights)),
            Loss(after, problem.Labels).Upper,
            Loss(Outputs(X, best, weights), problem.Labels).Upper);
    }

    /// <summary>Encloses vᵀφ(Wx) for the softplus φ at each row of X.</summary>
    /// <param name="X">n × d.</param>
    /// <param name="v">k entries.</param>
    /// <param name="W">k × d.</param>
    public static Interval[] Outputs(Matrix X, ReadOnlySpan<double> v, Matrix W)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(W);
        var outputs = new Interval[X.Rows];
        for (int i = 0; i < X.Rows; i++)
        {
            for (int j = 0; j < W.Rows; j++)
            {
                Interval z = 0;
                for (int a = 0; a < X.Columns; a++)
                    z += (Interval)W[j, a] * X[i, a];
                outputs[i] += v[j] * Softplus(z);
            }
        }

        return outputs;
    }

    // Increasing, with a slope of at most 1.
    private static Interval Softplus(Interval z) => At(z.Lower) + new Interval(0, z.Width);

    // e − e²/2 ≤ log(1 + e) ≤ e keeps the digits where 1 + e loses them.
    private static Interval At(double z)
    {
        Interval e = IntervalFunctions.Exp(-Math.Abs(z));
        var series = new Interval((e * (1 - 0.5 * e)).Lower, e.Upper);
        return Math.Max(z, 0) + Interval.Intersect(IntervalFunctions.Log(1 + e), series);
    }

    private static Interval Loss(Interval[] outputs, double[] labels)
    {
        Interval loss = 0;
        for (int i = 0; i < labels.Length; i++)
            loss += Interval.Square(outputs[i] - labels[i]);
        return loss;
    }

    // One neuron that tells e_1 from e_2 as well as it can; one that is constant; none at all, where the best outputs
    // are 0; else the best output layer, on neurons that have the constant, the odd and the even part on a line, or on
    // random ones.
    private static (double[] OutputWeights, Matrix Weights) Witness(FloorProblem problem, int width, Matrix random)
    {
        var v = new double[width];
        var W = new Matrix(width, problem.Inputs.Columns);
        switch (problem.Instance)
        {
            case FloorInstance.OppositeLabels:
                (W[0, 0], W[0, 1]) = (40, -40);
                v[0] = 1.0 / 40;
                return (v, W);
            case FloorInstance.CollinearTriple:
                v[0] = 1 / (3 * ElementaryFunctions.Log(2));
                return (v, W);
            case FloorInstance.OppositePairs or FloorInstance.OppositePairsOfWidth:
                return (v, W);
            case FloorInstance.OppositePairsOnLine:
                for (int j = 0; j < Math.Min(width, 3); j++)
                    W[j, 0] = j;
                return (BestOutputs(problem, width, Math.Min(width, 3), W), W);
            default:
                return (BestOutputs(problem, width, width, random), random);
        }
    }

    // Least squares for the output weights of the first neurons, zeros for the rest.
    private static double[] BestOutputs(FloorProblem problem, int width, int neurons, Matrix W)
    {
        var v = new double[width];
        SmoothPoint point = new SmoothNetwork(Activation.Softplus, problem.Inputs, width).At(v, W);
        var features = new Matrix(problem.Inputs.Rows, neurons);
        for (int i = 0; i < features.Rows; i++)
        {
            for (int j = 0; j < neurons; j++)
                features[i, j] = point.Features[i, j];
        }

        QrFactor.Of(features).Solve(problem.Labels).CopyTo(v, 0);
        return v;
    }
}
