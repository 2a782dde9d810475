using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.OnlineSgd.Dynamics;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.OnlineSgd.Dynamics;

// log T varies, to first order in the noise, by what MeanDynamics computes: no pilot is needed for the number of paths.
// The mean of log T is off the prediction's by an amount of second order, of the size of that variance: over the window
// it moves the slope by the largest variance over the window's length. The quadrature's percent is the rest of the
// allowance.

/// <summary>What is predicted for paths of several links and dimensions, and what a line through their times can
/// tell.</summary>
/// <param name="Links">f.</param>
/// <param name="Dimensions">d.</param>
/// <param name="Delta">δ of η = δd^(−max(1, k/2)), k the information exponent of the link.</param>
/// <param name="Loss">ℓ.</param>
/// <param name="Start">√d·m₀, positive.</param>
/// <param name="Threshold">Overlap to reach, in (0, 1).</param>
internal sealed record LinkTimes(
    Choices<SingleIndexLink> Links, Choices<int> Dimensions, double Delta, SampleLoss Loss, double Start,
    double Threshold)
{
    // First order in the noise says nothing about larger ones.
    private const double LargestScatter = 0.3;

    private const double QuadratureError = 0.02;

    /// <summary>A cell for each link and dimension, whose cap is not set.</summary>
    public IReadOnlyList<LinkTimeCell> Paths { get; } =
    [
        .. from link in Links
           from d in Dimensions
           select new LinkTimeCell(
               link, Loss, d, PredictedTime.Step(link.InformationExponent, d, Delta), Math.Min(1, Start / Math.Sqrt(d)),
               Threshold, Cap: 1),
    ];

    /// <summary>Why nothing can be predicted, path by path; none where all is well.</summary>
    public IEnumerable<string> Unmet => Paths.Select(Reason).OfType<string>();

    /// <summary>Standard deviation of log T over all paths together, whose residuals a line pools; a fifth more for
    /// what the first order leaves out.</summary>
    public double Scatter => 1.2 * Math.Sqrt(Paths.Average(path =>
    {
        double scatter = Predicted(path).Scatter;
        return scatter * scatter;
    }));

    /// <summary>Deviation of the slope that is forgiven.</summary>
    public double Allowance
    {
        get
        {
            double[] logs = [.. Paths.Select(path => ElementaryFunctions.Log(Steps(path)))];
            double scatter = Paths.Max(path => Predicted(path).Scatter);
            return QuadratureError + scatter * scatter / (logs.Max() - logs.Min());
        }
    }

    /// <summary>Distance from 1 of the slope where times are claimed that grow by d^e more.</summary>
    /// <param name="exponent">e.</param>
    public double Gap(double exponent) =>
        SlopeDesign.Gap(Paths.Select(path => Scaled(path, exponent)), Paths.Select(Steps));

    /// <summary>The predicted steps of a path; infinite where there is no prediction.</summary>
    public static double Steps(LinkTimeCell path) => Predicted(path).Steps;

    /// <summary>d^e times them.</summary>
    public static double Scaled(LinkTimeCell path, double exponent) =>
        Steps(path) * Powers.Real(path.Dimension, exponent);

    private static (double Steps, double Scatter) Predicted(LinkTimeCell path) => path.Start < path.Threshold
        ? MeanDynamics.Of(path.Link, path.Loss).Predict(path.Dimension, path.Step, path.Start, path.Threshold)
        : (double.PositiveInfinity, double.PositiveInfinity);

    private static string? Reason(LinkTimeCell path)
    {
        (double steps, double scatter) = Predicted(path);
        return path.Start >= path.Threshold ? Where("the start is not below the threshold")
            : double.IsInfinity(steps) ? Where("the mean dynamics does not grow on the way")
            : !(scatter <= LargestScatter)
                ? Where(FormattableString.Invariant($"log T varies by {scatter:0.00}: δ is not small"))
            : null;

        string Where(string what) => $"for {path.Link} at d = {path.Dimension} {what}";
    }
}
