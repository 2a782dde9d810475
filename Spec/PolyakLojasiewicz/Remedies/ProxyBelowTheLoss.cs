using Verification.Implementation.Experiments;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Remedies;
using Verification.Spec.Examining;
using Verification.Spec.Parameters;
using Verification.Spec.Verdicts;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Spec.PolyakLojasiewicz.Remedies;

// "Remedies": "think of h(w) ≥ L(w)", an advice and no theorem. In the standard example it is the other way round:
// −ℓ'(z) = 1 − e^(−ℓ(z)) ≤ ℓ(z), so that Ĝ ≤ L; and no proxy above the loss can serve there, as ‖∇L‖ is bounded while L
// is not. What makes a proxy useful is that a small value implies the goal: −ℓ'(z) ≥ ½ wherever z ≤ 0, so that the
// training error is at most 2Ĝ.

/// <summary>The proxy of classification lies below the loss and above half the training error.</summary>
public sealed record ProxyBelowTheLoss : Claim<ProxyPlCell, ProxyPlOutcome>
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/proxy-below-the-loss",
        Title = "The proxy of the standard example lies below the loss, and bounds the training error",
        Kind = ClaimKind.Inequality,
        Source = OverparameterizedLandscapesTalk.At(
            "Remedies, Proxy PL (23/23); beside its advice to think of h above L, no theorem; derived here",
            OverparameterizedLandscapesTalk.FreiGu),
        Printed = PrintedStatus.NotPrinted,
        Statement = new(
            """
            \text{logistic loss},\ h=\widehat G=\tfrac1n\sum_i\tfrac{1}{1+e^{y_if_i}}:
            \quad \tfrac12\cdot\text{training error}\le\widehat G\le L
            """),
        Hypotheses = ["logistic loss; any network and data"],
        Method =
            "Ĝ, L and the training error at random weights, far along the planted direction, far against it and "
            + "at the origin, where the error (ties counted) is exactly 2Ĝ.",
    };

    [Parameter("n", "number of samples", Minimum = 1, Maximum = 200, Size = true)]
    public int Samples { get; init; } = 50;

    [Parameter("width", "number of hidden units", Minimum = 1, Maximum = 256, Size = true)]
    public int Width { get; init; } = 4;

    [Parameter("d", "dimension of the inputs", Minimum = 1, Maximum = 64, Size = true)]
    public int Dimension { get; init; } = 3;

    [Parameter("above", "whether the proxy is said to lie above the loss")]
    public bool IsAbove { get; init; }

    [Parameter("loss-factor", "claimed bound of the proxy over the loss", Minimum = 0, Maximum = 4)]
    public double LossFactor { get; init; } = 1;

    [Parameter("error-factor", "claimed bound of the training error over the proxy", Minimum = 0, Maximum = 4)]
    public double ErrorFactor { get; init; } = 2;

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("the proxy lies above the loss", this with { IsAbove = true }, "order"),
        new("Ĝ at most nine tenths of the loss", this with { LossFactor = 0.9 }, "order"),
        new("training error at most 1.9Ĝ", this with { ErrorFactor = 1.9 }, "error"),
    ];

    public override int Decisions => 2;

    protected override Experiment<ProxyPlCell, ProxyPlOutcome> Experiment { get; } = new ProxyPlExperiment();

    protected override IReadOnlyList<ProxyPlCell> Cells =>
    [
        .. from weights in (ProxyWeights[])
            [ProxyWeights.Origin, ProxyWeights.Random, ProxyWeights.Planted, ProxyWeights.Opposed]
           select new ProxyPlCell(weights, Width, Samples, 0, Dimension, Slope: 0.25, Margin: 1),
    ];

    protected override Evidence Judge(Examination<ProxyPlCell, ProxyPlOutcome> examination)
    {
        // Relative to the proxy, which may be tiny: both are sums of like terms with a relative error of a few units
        // each.
        Evidence order = IsAbove
            ? examination
                .ForAll(
                    "the proxy lies above the loss",
                    (_, o) => (o.Loss - o.Proxy) / Math.Max(o.Loss, double.Epsilon),
                    (_, _) => Tolerance,
                    Derivation)
                .Named("order")
            : examination
                .ForAll(
                    "the proxy lies below the loss",
                    (_, o) => (o.Proxy - LossFactor * o.Loss) / Math.Max(o.Loss, double.Epsilon),
                    (_, _) => Tolerance,
                    Derivation)
                .Named("order");
        return Evidence.All(
            order,
            examination
                .ForAll(
                    "the training error is at most twice the proxy",
                    (_, o) => o.TrainingError - ErrorFactor * o.Proxy,
                    (_, _) => Tolerance,
                    Derivation)
                .Named("error"));
    }

    // Pull and loss of a sample have relative errors of a few units (3 + 2 + 1 ulp), their sums of at most 200 terms
    // n·u.
    private const double Tolerance = 256 * UnitRoundoff;

    private const string Derivation =
        "relative rounding of sums of at most 200 positive terms, each to a few units in the last place";
}
