using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Dynamics;

/// <summary>What the three cases of the theorem share: paths from 1/√d on the squared loss against the time that the
/// mean dynamics predicts.</summary>
/// <remarks>A time of d^e times the prediction has another slope on it than 1; the nearest of the mutants' sets the
/// gap, and with it the number of paths.</remarks>
public abstract record TheoremTime : HittingTimes
{
    /// <summary>Name of the part about the exponent.</summary>
    protected const string Exponent = "the exponent of the time";

    /// <summary>Name of the part about success in time.</summary>
    protected const string InTime = "success within the time";

    /// <summary>d.</summary>
    public abstract Choices<int> Dimensions { get; init; }

    /// <summary>δ of the step.</summary>
    public abstract double Delta { get; init; }

    /// <summary>Factor of the predicted time that has to suffice.</summary>
    public abstract double Time { get; init; }

    /// <summary>e of a claimed time d^e times the predicted one.</summary>
    [Parameter("extra-exponent", "e of a time d^e times the predicted one", Minimum = -1, Maximum = 1)]
    public double ExtraExponent { get; init; }

    /// <summary>k.</summary>
    protected abstract int Link { get; }

    /// <summary>The overlap that has to be reached.</summary>
    protected abstract double Threshold { get; }

    /// <summary>The share of paths that is claimed to arrive in time, and that which is planned for.</summary>
    protected abstract (double Claimed, double Planned) Share { get; }

    /// <summary>Bound of the standard deviation of log T, over all dimensions together: the interval of the slope comes
    /// from the pooled residuals.</summary>
    protected abstract double Scatter { get; }

    /// <summary>Deviation of the slope that is forgiven.</summary>
    protected abstract double Allowance { get; }

    /// <summary>Exponents that the mutants add to that of the time.</summary>
    protected abstract IReadOnlyList<double> WrongExponents { get; }

    // Paths are followed as long whatever is claimed: variants share them.
    private const double FollowedTime = 4;

    /// <inheritdoc/>
    protected sealed override IReadOnlyList<HittingTimeCell> Cells =>
    [
        .. Dimensions.Select(d => new HittingTimeCell(
            Link, SampleLoss.Squared, d, PredictedTime.Step(Link, d, Delta), 1 / Math.Sqrt(d), Threshold,
            Either: false, Whole(Math.Max(Time, FollowedTime) * Predicted(d)))),
    ];

    /// <inheritdoc/>
    protected sealed override int TrialsNeeded(double level) => Paths(
        level, Share.Claimed, Share.Planned, Dimensions.Count, Scatter, Allowance, Gap, Dimensions.Select(Predicted));

    /// <inheritdoc/>
    protected sealed override Evidence Judge(Examination<HittingTimeCell, HittingTimeOutcome> examination) =>
        Evidence.All([
            Arrive(
                examination, "the overlap reaches the threshold within the steps claimed",
                cell => Whole(Time * Predicted(cell.Dimension)), Share.Claimed).Named(InTime),
            Scale(
                examination,
                cell => Predicted(cell.Dimension) * Powers.Real(cell.Dimension, ExtraExponent),
                Allowance,
                Gap).Named(Exponent),
        ]);

    /// <summary>The δ whose time is predicted; another one than that of the step where this has no time.</summary>
    protected virtual double PredictedDelta => Delta;

    private double Gap => WrongExponents.Min(e => SlopeDesign.Gap(
        Dimensions.Select(d => Predicted(d) * Powers.Real(d, e)), Dimensions.Select(Predicted)));

    private double Predicted(int d) => PredictedTime.Steps(Link, d, PredictedDelta, 1 / Math.Sqrt(d), Threshold);
}
