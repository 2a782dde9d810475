using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;
using Verification.Implementation.QuadraticNetworks.Landscape;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.QuadraticNetworks.Landscape;

// "Optimization Landscape: An Energy Barrier": "C5 > 0 is a constant determined only by the (conditional) moments". With μ_n(c) = E[xⁿ | |x| ≤ c], c = d^K: C5(c) = min{Var(x² | |x| ≤ c), 2μ2(c)²}
// depends on d through c and increases to C = min{κ, 2μ2²}, for unimodal symmetric laws; it is 0 where x² does not vary.

/// <summary>The barrier's constant from conditional moments increases to the one from moments, and is positive if x² varies.</summary>
public sealed record TruncatedConstants : Claim<TruncatedMomentsCell, TruncatedMomentsOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "quadratic-networks/truncated-constants",
        Title = "C5 from conditional moments increases to C with the truncation, and is positive if Var(x²) > 0",
        Kind = ClaimKind.Inequality,
        Source = StationaryPointsTalk.At("Optimization Landscape: An Energy Barrier"),
        Printed = PrintedStatus.False,
        Statement = new(@"C_5>0 \text{ is a constant determined only by the (conditional) moments of data distribution}")
        {
            Corrected =
                @"C_5(c)=\min\{\mu_4(c)-\mu_2(c)^2,2\mu_2(c)^2\}, \ \mu_n(c)=\mathbb{E}[x^n\ \mid\ |x|\le c], \ c=d^K\ge 2: \ C_5(c)>0 \text{ if } \mathrm{Var}(x^2)>0, \ C_5(c)\le C_5(c')\le C \text{ for } c\le c', \ C_5(c)\to C=\min\{\mu_4-\mu_2^2,2\mu_2^2\}",
            Reason =
                "±1 coordinates are centered and sub-Gaussian, but x² is constant: μ4 = μ2² = 1 and C5 = 0. Nor is C5 one constant: for Gaussian data it is 0.82 at c = 2, 1.73 at c = 3, 1.98 at c = 4, and 2 in the limit only.",
        },
        Hypotheses =
        [
            "coordinates i.i.d., centered, with finite fourth moment",
            "Var(x²) > 0, also below the bound c (c ≥ 2 for the laws here)",
            "for monotonicity: a symmetric unimodal density, or no truncation (then μ2(c) ≤ c²/3, and Var(x² | |x| ≤ c) ≤ μ2(c)(c² − μ2(c)) ≤ (c² − μ2(c))²)",
        ],
        Method =
            "Conditional moments in closed form (partial integration, incomplete Gamma sums) are compared with quadrature of the densities or with sums over the values. C5(c) has to be at least 10⁻³, at least C5 at half the distance to 2, at most C, and within 10⁻³ of C at c = 16.",
    };

    [Parameter("law", "laws of the coordinates", Values = "gaussian, uniform, laplace, rademacher, two-point", Size = true)]
    public Choices<CoordinateLaw> Laws { get; init; } = [CoordinateLaw.Gaussian, CoordinateLaw.Laplace, CoordinateLaw.Uniform, CoordinateLaw.TwoPoint];

    [Parameter("bound", "truncation bounds c", Minimum = 2, Maximum = 16, Size = true)]
    public Choices<double> Bounds { get; init; } = [2, 2.5, 3, 4, 5, 6, 8, 12, 16];

    [Parameter("conditional", "whether moments are conditioned on |x| ≤ c, not only restricted to it")]
    public bool IsConditional { get; init; } = true;

    [Parameter("constant", "whether C5(c) is said to be C at every c")]
    public bool IsConstant { get; init; }

    [Parameter("limit", "limit of C5(c) over C", Minimum = 0, Maximum = 4)]
    public double LimitFactor { get; init; } = 1;

    public override Claim AsPrinted => this with { Laws = [CoordinateLaw.Rademacher] };

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("C5 is C at every truncation", this with { IsConstant = true }),
        new("moments restricted to |x| ≤ c, not conditioned", this with { IsConditional = false }),
        new("half the limit", this with { LimitFactor = 0.5 }),
    ];

    protected override Experiment<TruncatedMomentsCell, TruncatedMomentsOutcome> Experiment { get; } = new TruncatedMomentsExperiment();

    protected override IReadOnlyList<TruncatedMomentsCell> Cells => [.. from law in Laws from c in Bounds select new TruncatedMomentsCell(law, c)];

    // Nothing is random here.
    protected override Evidence Judge(Examination<TruncatedMomentsCell, TruncatedMomentsOutcome> examination)
    {
        var parts = new List<Evidence>
        {
            examination.ForAll("C5(c) is positive: at least 10⁻³", (_, o) => 1e-3 - o.Constant, Tolerance, Derivation),
            examination.ForAll(
                "closed forms and quadrature agree",
                (_, o) => Math.Max(Math.Abs(Weight(o) * o.Second - o.IntegratedSecond), Math.Abs(Weight(o) * o.Fourth - o.IntegratedFourth)),
                Tolerance,
                Derivation),
            examination.ForAll("C5 does not decrease with the bound", (_, o) => o.EarlierConstant - o.Constant, Tolerance, Derivation),
            examination.ForAll("C5(c) is at most its limit", (cell, o) => o.Constant - LimitFactor * cell.Law.BarrierConstant, Tolerance, Derivation),
        };
        Examination<TruncatedMomentsCell, TruncatedMomentsOutcome> last = examination.Where(cell => IsConstant || cell.Bound >= 16);
        if (last.Observations.Count > 0)
            parts.Add(last.ForAll("C5(c) has come within 10⁻³ of its limit", (cell, o) => LimitFactor * cell.Law.BarrierConstant - o.Constant - 1e-3, Tolerance, Derivation));
        return Evidence.All(parts);
    }

    private const string Derivation = "error of Gauss–Legendre quadrature on panels of width at most ¼ with tenth derivatives below 10⁶, and rounding; C5 moves by at most 1 + 4μ2 ≤ 9 times that";

    private static double Tolerance(TruncatedMomentsCell cell, TruncatedMomentsOutcome o) => 10 * o.Error;

    private double Weight(TruncatedMomentsOutcome o) => IsConditional ? 1 : o.Mass;
}
