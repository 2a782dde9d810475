using Verification.Implementation.JacobianSpectra.Networks;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.JacobianSpectra.Training;

/// <summary>Trains one network and records what <see cref="TrainingRun"/> holds.</summary>
internal sealed class TrainingRecorder
{
    /// <summary>Decimals of what is recorded: thresholds are coarser, and journals stay small.</summary>
    internal const int Decimals = 6;

    // Entries of pseudo-inverses are small.
    private const int AlignmentDecimals = 8;

    // Far beyond any label; products of numbers below it stay finite.
    private const double Bounded = 1e60;

    private readonly TrainingCell _cell;
    private readonly TrainedNetwork _network;
    private readonly LabeledInputs _data;
    private readonly LabeledInputs _test;
    private readonly Matrix _labels;
    private readonly Matrix _testLabels;
    private readonly NetworkTraining _training;
    private readonly List<int> _trainingErrors = [];
    private readonly List<int> _testErrors = [];
    private readonly List<double[]> _residuals = [];
    private readonly List<double[]> _testResiduals = [];

    internal TrainingRecorder(TrainingCell cell, TrainedNetwork network, LabeledInputs data, LabeledInputs test)
    {
        (_cell, _network, _data, _test) = (cell, network, data, test);
        (_labels, _testLabels) = (data.OneHot(), test.OneHot());
        _training = new(cell.Optimizer, cell.Loss, cell.Rate, cell.Batch);
    }

    /// <summary>Whether all outputs at the checkpoints are numbers, and not huge.</summary>
    internal bool IsFinite { get; private set; } = true;

    internal void Train(RandomStream stream, CancellationToken cancellation)
    {
        HashSet<int> checkpoints = [.. _cell.Checkpoints()];
        _training.Train(
            _network,
            _data,
            _cell.Epochs,
            stream,
            epoch =>
            {
                if (checkpoints.Contains(epoch))
                    Record();
            },
            cancellation);
    }

    /// <summary>Labels and first residual on the spaces of a Jacobian on the training samples.</summary>
    internal LabelAlignment Alignment(JacobianSpaces spaces)
    {
        double y = Lanes.Norm(_labels.Values), r = Lanes.Norm(_residuals[0]);
        return new(
            Share(spaces.InformationNorm(_labels.Values), y),
            Share(spaces.NuisanceNorm(_labels.Values), y),
            Share(spaces.PseudoInverseNorm(_labels.Values), y),
            Share(spaces.InformationNorm(_residuals[0]), r),
            Share(spaces.NuisanceNorm(_residuals[0]), r),
            Share(spaces.PseudoInverseNorm(_residuals[0]), r));
    }

    /// <summary>What the trained network adds.</summary>
    /// <param name="changed">How many labels are corrupted.</param>
    /// <param name="gap">The least gap so far.</param>
    internal TrainingRun Finish(int changed, ref double gap)
    {
        var last = JacobianSpaces.Of(_network.TangentKernel(_data.Inputs), _cell.Rank);
        var unseen = JacobianSpaces.Of(_network.TangentKernel(FirstRows(_test.Inputs)), _cell.Rank);
        gap = Math.Min(gap, Math.Min(last.Gap, unseen.Gap));
        return new(
            changed, [.. _trainingErrors], [.. _testErrors], Curve(last, _residuals), Curve(unseen, _testResiduals),
            TrainingExperiment.Counts(last), Alignment(last));
    }

    private static ResidualCurve Curve(JacobianSpaces spaces, List<double[]> residuals) => new(
        [.. residuals.Select(r => Math.Round(spaces.InformationNorm(r), Decimals))],
        [.. residuals.Select(r => Math.Round(spaces.NuisanceNorm(r), Decimals))]);

    // A vector 0 has no direction.
    private static double Share(double part, double whole) =>
        whole > 0 ? Math.Round(part / whole, AlignmentDecimals) : 0;

    private void Record()
    {
        Matrix outputs = _network.Outputs(_data.Inputs), unseen = _network.Outputs(_test.Inputs);
        IsFinite &= Lanes.Norm(outputs.Values) < Bounded && Lanes.Norm(unseen.Values) < Bounded;
        _trainingErrors.Add(Wrong(_data, outputs));
        _testErrors.Add(Wrong(_test, unseen));
        _residuals.Add(_training.Residual(outputs, _labels).Values.ToArray());
        _testResiduals.Add(
            _training.Residual(unseen, _testLabels).Values[..(_cell.Samples * _cell.Classes)].ToArray());
    }

    private static int Wrong(LabeledInputs data, Matrix outputs) =>
        (int)Math.Round(data.Misclassified(outputs) * data.Samples);

    private Matrix FirstRows(Matrix inputs)
    {
        var rows = new Matrix(_cell.Samples, inputs.Columns);
        inputs.Values[..rows.Values.Length].CopyTo(rows.Values);
        return rows;
    }
}
