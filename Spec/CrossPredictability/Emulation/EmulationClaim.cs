using Verification.Implementation.CrossPredictability.Emulation;
using Verification.Implementation.Experiments;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.CrossPredictability.Emulation;

/// <summary>A claim about training an emulation network: its sizes and constants, each of which a mutant can get
/// wrong.</summary>
public abstract record EmulationClaim : Claim<EmulationCell, EmulationOutcome>
{
    /// <summary>Where the theorem stands.</summary>
    protected const string Results = "Results";

    /// <summary>What the exact parts rest on.</summary>
    protected const string Exact =
        "all numbers of a run are dyadic with few digits, so that doubles hold them exactly: no rounding";

    [Parameter("n", "coordinates", Minimum = 1, Maximum = 12, Size = true)]
    public Choices<int> Coordinates { get; init; } = [2, 3, 4];

    [Parameter("samples", "T, slots and steps; 0: 2n", Minimum = 0, Maximum = 32)]
    public int Samples { get; init; }

    [Parameter("gamma", "γ, the rate that the network is built for", Minimum = 1.0 / 1048576, Maximum = 1)]
    public double Rate { get; init; } = 0.0625;

    [Parameter("ratio", "the run's rate over γ", Minimum = 0.0625, Maximum = 4)]
    public double RateRatio { get; init; } = 1;

    [Parameter("batch", "samples over which a step averages", Minimum = 1, Maximum = 64)]
    public int Batch { get; init; } = 1;

    [Parameter(
        "noise", "standard deviation of what is added to each weight after each step, over γ", Minimum = 0,
        Maximum = 16)]
    public double Noise { get; init; }

    [Parameter("k", "|S| of the target; −1: uniform over all subsets", Minimum = -1, Maximum = 12)]
    public int Degree { get; init; } = -1;

    [Parameter(
        "inhibition", "B, the weight that closes a path; 0: the least, max(1 + γ(n + 1), (1 + γ)(1 + 2γ))", Minimum = 0,
        Maximum = 64)]
    public double Inhibition { get; init; }

    [Parameter("offset", "what the leaf takes from an open slot, beyond n", Minimum = -4, Maximum = 4)]
    public double LeafOffset { get; init; } = 1;

    [Parameter("threshold", "above which |m − 1|/γ is a set bit", Minimum = 0.25, Maximum = 4)]
    public double ReadThreshold { get; init; } = 1.5;

    [Parameter("start", "weight of the bit edges before training, over γ", Minimum = -1, Maximum = 1)]
    public double InitialBitWeight { get; init; }

    [Parameter("gated", "whether slots that are not written read with 1 in place of the present bit")]
    public bool IsGated { get; init; } = true;

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (!double.IsPow2(Rate))
                yield return "γ is a power of two, so that the run is exact";
            if (Rate > 0.5)
                yield return "γ is at most ½";
            if (Batch != 1)
                yield return "each step takes one sample";
            if (Noise != 0)
                yield return "beside what is stated no noise is added";
            if (Degree > Coordinates.Min())
                yield return "the target has at most n coordinates";
            if (Cells.Any(cell =>
                cell.Inhibition < EmulationDesign.LeastInhibition(cell.Coordinates, cell.RateRatio * cell.Rate)))
                yield return "B is at least max(1 + γ(n + 1), (1 + γ)(1 + 2γ))";
            if (UnmetRate is { } rate)
                yield return rate;
        }
    }

    /// <summary>What is wrong where the run goes at a rate at which nothing is claimed.</summary>
    protected virtual string? UnmetRate => RateRatio == 1 ? null : "the run's rate is that of the network: ratio = 1";

    protected override Experiment<EmulationCell, EmulationOutcome> Experiment { get; } = new EmulationExperiment();

    protected override IReadOnlyList<EmulationCell> Cells => [.. Coordinates.Select(n => Cell(n))];

    /// <summary>The cell of n coordinates.</summary>
    protected EmulationCell Cell(int n) => new(n, Samples == 0 ? 2 * n : Samples)
    {
        Rate = Rate,
        RateRatio = RateRatio,
        Batch = Batch,
        Noise = Noise,
        // Outside the hypotheses there is no verdict, but there are numbers.
        Degree = Math.Min(Degree, n),
        Inhibition = Inhibition == 0 ? EmulationDesign.LeastInhibition(n, RateRatio * Rate) : Inhibition,
        LeafOffset = LeafOffset,
        ReadThreshold = ReadThreshold,
        InitialBitWeight = InitialBitWeight,
        IsGated = IsGated,
    };

    /// <summary>That something is so in every run, exactly.</summary>
    protected static Evidence Always(
        Examination<EmulationCell, EmulationOutcome> examination,
        string statement,
        Func<EmulationCell, EmulationOutcome, bool> isSo) =>
        Zero(examination, statement, (cell, outcome) => isSo(cell, outcome) ? 0 : 1);

    /// <summary>That a number is 0 in every run, exactly.</summary>
    protected static Evidence Zero(
        Examination<EmulationCell, EmulationOutcome> examination,
        string statement,
        Func<EmulationCell, EmulationOutcome, double> residual)
    {
        ArgumentNullException.ThrowIfNull(examination);
        return examination.ForAll(statement, residual, (_, _) => 0, Exact);
    }
}
