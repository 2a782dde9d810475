using System.Globalization;
using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Initialization;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Initialization;

// "m > Cd² for a large constant C" – how large: E L = m·g·C/2 with g of order d² meets ½Cσ⁴, σ² ≈ (√m − √d)², at one
// width m_d; success turns from rare to sure within a window of relative width O(1/d) around it, and m_d/d² → C* =
// 2·max{1, 2μ2²/κ}, slowly.

/// <summary>The sharp constant of the initialization theorem.</summary>
public sealed partial record InitializationConstant : Claim<InitializationCell, InitializationOutcome>
{
    [Parameter("law", "laws of the data coordinates", Values = "gaussian, uniform, laplace, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform];

    [Parameter(
        "weights", "laws of the planted weights", Values = "gaussian, uniform, laplace, rademacher", Size = true)]
    public Choices<CoordinateLaw> Weights { get; init; } = [CoordinateLaw.Gaussian];

    [Parameter("d", "data dimensions", Minimum = 9, Maximum = 96, Size = true)]
    public Choices<int> Dimensions { get; init; } = [24];

    [Parameter("gaussian-d", "data dimensions for Gaussian data and weights", Minimum = 9, Maximum = 4096, Size = true)]
    public Choices<int> GaussianDimensions { get; init; } = [256];

    [Parameter("window", "relative half-width of the window, times d", Minimum = 0.01, Maximum = 8.9)]
    public double Window { get; init; } = 8;

    [Parameter("mean", "coefficient of the mean risk, over its true one", Minimum = 0.01, Maximum = 100)]
    public double Mean { get; init; } = 1;

    [Parameter("factor", "factor before the barrier constant", Minimum = 0.01, Maximum = 100)]
    public double Factor { get; init; } = 0.5;

    [Parameter("bound", "constant of the barrier")]
    public BarrierFormula Bound { get; init; } = BarrierFormula.Minimum;

    [Parameter("shrunk", "whether σ_min(W*) is taken as √m − √d instead of √m")]
    public bool IsShrunk { get; init; } = true;

    [Parameter("probability", "claimed probability on either side", Minimum = 0.01, Maximum = 0.99)]
    public double Probability { get; init; } = 0.9;

    [Parameter("limit", "factor before the limit of the critical width over d²", Minimum = 0.1, Maximum = 10)]
    public double LimitFactor { get; init; } = 1;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("barrier 0.55·C in place of ½C", Focused() with { Factor = 0.55 }, Above),
        new(
            "max{κ, 2μ2²} in place of min for uniform data",
            Focused() with
            {
                Bound = BarrierFormula.Maximum,
                Laws = [CoordinateLaw.Uniform],
                Dimensions = [Dimensions[0]],
            },
            Above),
        new("σ_min(W*)⁴ = m²", Focused() with { IsShrunk = false }, Above),
        new("2.1·max{1, 2μ2²/κ} as the limit", Focused() with { LimitFactor = 1.05 }, "limit"),
        new("mean risk too large by one tenth", Focused() with { Mean = 1.1 }, Below),
    ];

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            foreach (
                CoordinateLaw law in Weights.Where(law => law.SecondMoment != 1 || !CoordinateLaw.All.Contains(law)))
                yield return $"planted weights of unit variance, ω4 ≤ 6 and all moments finite, not the {law} law";
            foreach (
                CoordinateLaw law in Laws.Where(law =>
                    law.VarianceOfSquare == 0 || law.FourthMoment > 6 * law.SecondMoment * law.SecondMoment))
                yield return $"Var(x²) > 0 and μ4 ≤ 6·μ2², not the {law} law";
            foreach (InitializationCell cell in Cells.Where(cell => cell.Dimension < 24))
                yield return $"d ≥ 24, not d = {cell.Dimension}";
        }
    }

    public override int Decisions => Cells.Count;

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with
        {
            Weights = [CoordinateLaw.Gaussian, CoordinateLaw.Rademacher],
            GaussianDimensions = [64, 1024],
        },
        _ => this with
        {
            Laws = [CoordinateLaw.Gaussian, CoordinateLaw.Uniform, CoordinateLaw.Laplace],
            Weights = [CoordinateLaw.Gaussian, CoordinateLaw.Rademacher],
            Dimensions = [24, 40, 64],
            GaussianDimensions = [64, 256, 1024, 4096],
        },
    };

    protected override Experiment<InitializationCell, InitializationOutcome> Experiment { get; } =
        new InitializationExperiment();

    protected override IReadOnlyList<InitializationCell> Cells =>
    [
        .. from law in Laws
           from weights in Weights
           from d in law == CoordinateLaw.Gaussian && weights == CoordinateLaw.Gaussian
               ? GaussianDimensions
               : Dimensions
           from side in (int[])[1, -1]
           where law.BarrierConstant > 0
           let m = InitialLoss.Whole((1 + side * Window / d) * CriticalWidth(law, weights, d), d)
           select new InitializationCell(law, weights, d, m, 0, m),
    ];

    protected override int TrialsNeeded(double level) =>
        TrialDesign.TrialsNeeded(Probability, Probability + 0.9 * (1 - Probability), level / 2);

    protected override Evidence Judge(Examination<InitializationCell, InitializationOutcome> examination)
    {
        // Two sides of a narrow window can round to one width.
        examination.Skip(Cells.Count - Cells.Distinct().Count());
        return Evidence.All([
            .. examination.ByCell().Select(part => Side(part.Cell, part.Part)),
            .. Laws.Select(Approach),
        ]);
    }

    private const string Above = "above";

    private const string Below = "below";

    private Evidence Side(InitializationCell cell, Examination<InitializationCell, InitializationOutcome> part)
    {
        bool above = cell.Width > CriticalWidth(cell.Data, cell.Weights, cell.Dimension);
        string laws = string.Create(
            CultureInfo.InvariantCulture,
            $"{cell.Data} data, {cell.Weights} weights, d = {cell.Dimension}, m = {cell.Width}");
        return part.Count(
            above
                ? $"above the critical width the start lies below the barrier ({laws})"
                : $"below the critical width it does not ({laws})",
            (_, o) =>
                (o.Below(cell.Data.BarrierConstant / 2), above) switch
            {
                (TrialResult.Success, false) => TrialResult.Failure,
                (TrialResult.Failure, false) => TrialResult.Success,
                (TrialResult result, _) => result,
            },
            Probability).Named(above ? Above : Below);
    }

    // With h⁴ = 2E L/(mC) and m_d = s⁴: s² = hs + √d, so that s/h ≤ 1 + ε, ε = √d/h² ≤ 1/√(C*d), and h⁴/(C*d²) = 1 +
    // c/d, c = μ4(ω4 − 1)/(2μ2²) − 1 for Gaussian weights, between 0 and 5 for the laws admitted. So m_d/(C*d²) lies
    // between 1 and (1 + ε)⁴(1 + c/d), which from d = 128 on is below 1 + 8/√(C*d).
    private Evidence Approach(CoordinateLaw law)
    {
        double constant = LimitFactor * InitialLoss.AsymptoticConstant(law);
        double[] scales = [.. Enumerable.Range(7, 24).Select(k => Math.ScaleB(1, k))];
        return new Limit
        {
            Statement = $"the critical width over d² tends to 2·max{{1, 2μ2²/κ}} ({law} data)",
            Scales = scales,
            Part = "limit",
            Distances =
            [
                .. scales.Select(d =>
                    Math.Abs(CriticalWidth(law, CoordinateLaw.Gaussian, (int)d) / (d * d * constant) - 1)),
            ],
            Tolerance = 1e-12,
            Rate = 0.5,
            Constant = 8 / Math.Sqrt(constant),
            Resolution = 1e-3,
        };
    }

    private double CriticalWidth(CoordinateLaw law, CoordinateLaw weights, int d) =>
        InitialLoss.CriticalWidth(
            Mean * InitialLoss.MeanPerNeuron(law, weights, d),
            Factor * Bound.Value(law, d),
            IsShrunk ? d : 0);

    // Gaussian laws alone, in the largest dimension, where the window is narrowest.
    private InitializationConstant Focused() =>
        this with
        {
            Laws = [CoordinateLaw.Gaussian],
            Weights = [CoordinateLaw.Gaussian],
            GaussianDimensions = [GaussianDimensions[^1]],
        };
}
