using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.RandomSystems.Zeros;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;

namespace Verification.Spec.RandomSystems.Zeros;

// At k = 0 the definition reads ‖F(x⁰)‖ ≤ ‖F(x⁰)‖e^(−c), which for c > 0 only a zero satisfies. With 2^k − 1, as in
// Smale's definition, it is what Newton's method does: f = x² − a has f(x⁺) = f(x)²/(4x²) ≤ f(x)²/(4a) beyond √a, so
// that f(x^k) ≤ f(x⁰)θ^(2^k − 1), θ = f(x⁰)/(4a).

/// <summary>What an approximate solution is.</summary>
public sealed partial record ApproximateSolution : Claim<RootIterationCell, RootIterationOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/approximate-solution",
        Title = "An approximate solution gains a factor e^(−c(2^k − 1)), not e^(−c2^k), in k steps of Newton's method",
        Kind = ClaimKind.Inequality,
        Guarantee = Guarantee.Bound,
        Source = RandomSystemsTalk.At(
            "What is an exact solution?", "M. Shub, S. Smale, Complexity of Bezout's theorem I"),
        Quotations =
        [
            @"for all $k$",
            @"$$\|\mathbf{F}(\mathbf{x}^k)\| \leq \|\mathbf{F}(\mathbf{x}^0)\| \cdot \exp \{ -c \cdot 2^k \}.$$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(@"\|F(x^k)\|\le\|F(x^0)\|e^{-c\,2^k} \text{ for all } k\ge 0")
        {
            Corrected = @"\|F(x^k)\|\le\|F(x^0)\|e^{-c(2^k-1)} \text{ for all } k\ge 0",
            Reason =
                "At $k=0$ the printed inequality is $1\\le e^{-c}$ unless $F(x^0)=0$: with $c>0$ no point is an "
                + "approximate solution but the solutions themselves. Smallest case: $x^2-a$ from any $x^0>\\sqrt a$.",
        },
        Hypotheses = ["c > 0: f(x⁰) < 4a, √a < x⁰ < √(5a)"],
        Method =
            "Newton's method for square roots, whose residuals are products and lose no digit: f(x^k)/f(x⁰) against "
            + "θ^(2^k − 1), θ = e^(−c) = f(x⁰)/(4a), by interval arithmetic.",
    };

    [Parameter("a", "the square whose root is sought", Minimum = 0.001, Maximum = 1000)]
    public double Square { get; init; } = 2;

    [Parameter("start", "x⁰", Minimum = 0.001, Maximum = 1000)]
    public Choices<double> Starts { get; init; } = [1.5, 2, 2.5];

    [Parameter("steps", "steps of Newton's method", Minimum = 1, Maximum = 6, Size = true)]
    public int Steps { get; init; } = 5;

    [Parameter("offset", "what is taken from 2^k", Minimum = 0, Maximum = 2)]
    public int Offset { get; init; } = 1;

    [Parameter("base", "b of b^k", Minimum = 2, Maximum = 3)]
    public int Base { get; init; } = 2;

    [Parameter("factor", "θ over f(x⁰)/(4a)", Minimum = 0.1, Maximum = 2)]
    public double Factor { get; init; } = 1;

    public override Claim AsPrinted => this with { Offset = 0 };

    public override IEnumerable<string> UnmetHypotheses
    {
        get
        {
            if (!Starts.All(IsBeyond))
                yield return "every start has to lie beyond the root";
            if (!Starts.All(IsRateLess))
                yield return "c > 0: f(x⁰) is less than 4a over the factor, so x⁰ < √(5a) for the factor 1";
        }
    }

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("3^k, as for a method of third order", this with { Base = 3 }),
        new("θ = f(x⁰)/(8a)", this with { Factor = 0.5 }),
    ];

    protected override Experiment<RootIterationCell, RootIterationOutcome> Experiment { get; } =
        new RootIterationExperiment();

    protected override IReadOnlyList<RootIterationCell> Cells =>
        [.. Starts.Where(IsBeyond).Select(start => new RootIterationCell(Square, start, Steps))];

    protected override Evidence Judge(Examination<RootIterationCell, RootIterationOutcome> examination) =>
        examination.ForAllEnclosed("1 − f(x⁰)θ^(2^k − 1)/f(x^k), largest over k", Worst);

    private Interval Worst(RootIterationCell cell, RootIterationOutcome o)
    {
        Interval theta = Rate(cell.Start);
        return Enumerable.Range(0, o.Lower.Length)
            .Select(k => 1 - Interval.Power(theta, Exponent(k)) / new Interval(o.Lower[k], o.Upper[k]))
            .Aggregate(Interval.Max);
    }

    // θ = e^(−c).
    private Interval Rate(double start) => Factor * (Interval.Square(start) / Square - 1) / 4;

    private bool IsRateLess(double start) => Rate(start).Upper < 1;

    // As the experiment asks for it: certainly, not but for rounding.
    private bool IsBeyond(double start) => (Interval.Of(start) * start - Square).Lower > 0;

    private int Exponent(int k)
    {
        int power = 1;
        for (int i = 0; i < k; i++)
            power *= Base;
        return power - Offset;
    }
}
