using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.PolyakLojasiewicz.Remedies;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.PolyakLojasiewicz.Remedies;

// "Classical statistical learning theory": w.h.p., for any f ∈ H, R(f) − R_emp(f) < Õ(√(cap(H)/n)). True for bounded losses, with the supremum over H inside the probability: for finite H by Hoeffding and the
// union bound, for thresholds on the line by Dvoretzky, Kiefer, Wolfowitz and Massart. Without a bound of the loss no √(1/n) holds: a tail of index 5/4 leaves deviations of order n^(−1/5).

/// <summary>Empirical risks are uniformly close to risks, for bounded losses.</summary>
public sealed record UniformDeviation : Claim<UniformDeviationCell, UniformDeviationOutcome>
{
    /// <inheritdoc/>
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/uniform-deviation",
        Title = "With bounded losses the largest deviation over a class is of order √(capacity/n)",
        Kind = ClaimKind.HighProbability,
        Source = OverparameterizedLandscapesTalk.At("Backup slide, Classical statistical learning theory", "V. Vapnik 1998; P. Massart, Ann. Probab. 18 (1990)"),
        Statement = new(
            @"\text{w.h.p. over the randomness in data, for any } f\in H: \ R(f)-R_{\mathrm{emp}}(f)<\tilde O\big(\sqrt{\mathrm{cap}(H)/n}\big)")
        {
            Corrected =
                @"0\le\ell\le1: \ P\Big(\sup_{f\in H}(R-R_{\mathrm{emp}})\le\sqrt{\tfrac{\log|H|+\log(1/\delta)}{2n}}\Big)\ge1-\delta; \quad \text{thresholds: } P\Big(\sup_f|R-R_{\mathrm{emp}}|\le\sqrt{\tfrac{\log(2/\delta)}{2n}}\Big)\ge1-\delta",
            Reason =
                "The loss has to be bounded: for Pareto losses of tail index 5/4 and mean ½ typical deviations are of order n^(−1/5), above every multiple of √(1/n). And the supremum belongs inside the probability: read for each fixed f the bound needs no capacity at all, "
                + "but then it fails at f_emp, which is chosen after the data.",
        },
        Hypotheses = ["i.i.d. samples", "loss between 0 and 1", "H fixed before the data are seen"],
        Method =
            "A class of independent fair coins (risk ½, so that the deviation at f_emp is the largest) and thresholds for uniform samples; the bounds have to hold on a share of at least 1 − δ = 0.95 of the data sets. The printed form is tried on Pareto losses besides.",
    };

    /// <summary>|H|.</summary>
    [Parameter("class-size", "number of functions in the finite class", Minimum = 1, Maximum = 100_000, Size = true)]
    public int ClassSize { get; init; } = 200;

    /// <summary>Numbers of samples of the finite class.</summary>
    [Parameter("n", "numbers of samples", Minimum = 1, Maximum = 10_000, Size = true)]
    public Choices<int> Samples { get; init; } = [64, 256];

    /// <summary>Number of samples for thresholds.</summary>
    [Parameter("thresholds-n", "number of samples for thresholds on the line", Minimum = 1, Maximum = 10_000)]
    public int ThresholdSamples { get; init; } = 2;

    /// <summary>The bounds over those of the corrected statement.</summary>
    [Parameter("factor", "the bounds over those of the statement", Minimum = 0, Maximum = 100)]
    public double Factor { get; init; } = 1;

    /// <summary>Whether the capacity enters.</summary>
    [Parameter("capacity", "whether log|H| stands in the bound")]
    public bool HasCapacity { get; init; } = true;

    /// <summary>Power of (capacity/n).</summary>
    [Parameter("power", "power of the ratio of capacity and samples", Minimum = 0.1, Maximum = 2)]
    public double Power { get; init; } = 0.5;

    /// <summary>Whether losses are said to need no bound.</summary>
    [Parameter("unbounded", "whether losses are said to need no bound")]
    public bool IsUnbounded { get; init; }

    /// <inheritdoc/>
    public override Claim AsPrinted => this with { IsUnbounded = true };

    /// <inheritdoc/>
    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("no capacity: each fixed f, tried at f_emp", this with { HasCapacity = false }),
        new("rate 1/n", this with { Power = 1 }),
        new("half the bounds", this with { Factor = 0.5 }),
    ];

    /// <inheritdoc/>
    public override int Decisions => 3;

    /// <inheritdoc/>
    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { ThresholdSamples = 3, ClassSize = 1000, Samples = [100, 400] },
        _ => this with { ThresholdSamples = 5, ClassSize = 10_000, Samples = [100, 1000] },
    };

    /// <inheritdoc/>
    protected override Experiment<UniformDeviationCell, UniformDeviationOutcome> Experiment { get; } = new UniformDeviationExperiment();

    /// <inheritdoc/>
    protected override IReadOnlyList<UniformDeviationCell> Cells =>
    [
        .. Samples.Select(n => new UniformDeviationCell(DeviationClass.Coins, n, ClassSize)),
        new(DeviationClass.Thresholds, ThresholdSamples, 1),
        .. IsUnbounded ? Samples.Select(n => new UniformDeviationCell(DeviationClass.HeavyTails, n, 5)) : [],
    ];

    /// <inheritdoc/>
    protected override int TrialsNeeded(double level) => TrialDesign.TrialsNeeded(1 - Risk, IsUnbounded ? 1 : PlannedShare, level / 2);

    /// <inheritdoc/>
    protected override Evidence Judge(Examination<UniformDeviationCell, UniformDeviationOutcome> examination)
    {
        ArgumentNullException.ThrowIfNull(examination);
        return Evidence.All(
        [
            .. from functions in Enum.GetValues<DeviationClass>()
               let part = examination.Where(cell => cell.Functions == functions)
               where part.Observations.Count > 0
               select part.Count(
                   functions switch
                   {
                       DeviationClass.Coins => "coins: the largest deviation stays within the bound",
                       DeviationClass.Thresholds => "thresholds: the largest deviation stays within the bound",
                       _ => "Pareto losses: the largest deviation stays within the bound",
                   },
                   (cell, o) => o.Deviation <= Limit(cell) ? TrialResult.Success : TrialResult.Failure,
                   1 - Risk),
        ]);
    }

    private const double Risk = 0.05;

    // Thresholds stray beyond their bound with probability 2(1 − 0.960)² = 0.003 at two samples, 2(1 − 0.784)³ = 0.020 at three, and close to δ at many: plans keep a margin, and more samples take more data sets.
    private double PlannedShare => ThresholdSamples switch
    {
        <= 2 => 0.99,
        3 => 0.97,
        _ => 0.96,
    };

    private double Limit(UniformDeviationCell cell)
    {
        double capacity = cell.Functions == DeviationClass.Thresholds ? ElementaryFunctions.Log(2) : HasCapacity ? ElementaryFunctions.Log(cell.ClassSize) : 0;
        double ratio = (capacity - ElementaryFunctions.Log(Risk)) / (2 * cell.Samples);
        return Factor * ElementaryFunctions.Exp(Power * ElementaryFunctions.Log(ratio));
    }
}
