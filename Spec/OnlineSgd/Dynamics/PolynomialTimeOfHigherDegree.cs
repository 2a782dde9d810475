using Verification.Spec.Parameters;

namespace Verification.Spec.OnlineSgd.Dynamics;

// k ≥ 3, η = δd^(−k/2): for small δ noise and projection are small against the drift, and T = T_GF(d^(−1/2), m)/η, of
// order d^(k−1). T_GF enters in closed form: at the dimensions at hand its raw slope differs from k/2 − 1 by more than
// sampling does.
//
// To first order in the noise log T has the variance η∫σ²/F³ dm/T_GF²: δ·V(k − 2)²/(k(3k − 4)) for large d, with V the
// variance of the force along the signal at the equator, 114, 888 and 7810 for k = 3, 4, 5.

/// <summary>At information exponent k ≥ 3 online SGD needs d^(k−1) steps at step sizes of order d^(−k/2).</summary>
public sealed record PolynomialTimeOfHigherDegree : TheoremTime
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "online-sgd/polynomial-time-of-higher-degree",
        Title = "k > 2: with a step δ·d^(−k/2) online SGD arrives after a number of steps of order d^(k−1)",
        Kind = ClaimKind.Scaling,
        Guarantee = Guarantee.Asymptotic,
        Source = OnlineSgdLecture.At("Theorem, k > 2", OnlineSgdLecture.OnlineSgd + ", Theorem 1.3"),
        Quotations =
        [
            @"$\eta = \tilde{\mathcal{O}}\left(d^{-\frac{k}{2}}\right)$",
            @"$T = \tilde{\mathcal{O}}(d^{k-1})$",
        ],
        Statement = new(
            """
            k>2,\ \eta=\delta d^{-k/2},\ m_0=d^{-1/2}:\quad
            m_t\ge\tfrac12 \text{ for some } t=O(d^{k-1}/\delta) 
            \text{with a probability that tends to 1 as } d\to\infty,\ \delta\to0;
            t\approx\tfrac1\eta\int_{d^{-1/2}}^{1/2}\frac{dm}{km^{k-1}(1-m^2)} \text{ for small } \delta
            """),
        Hypotheses = ["f = H_k/√k!", "m₀ = d^(−1/2) > 0", "δ small: at most 0.1 over 7.6, 111, 1278 for k = 3, 4, 5"],
        Method =
            "Paths of the exact overlap chain until ½, for one degree. The share that arrives within four times the "
            + "time of the gradient flow has to exceed 0.8, and log T to have slope 1 on the log of that time over η. "
            + "The lecture's Õ is read with a constant that is small enough. The slope's allowance, 0.04, is above the "
            + "largest bias of runs with other seeds and dimensions, 0.03.",
    };

    [Parameter("degree", "k", Minimum = 3, Maximum = 5)]
    public int Degree { get; init; } = 3;

    [Parameter("d", "dimension", Minimum = 8, Maximum = 4096, Size = true)]
    public override Choices<int> Dimensions { get; init; } = [12, 16, 24, 32];

    [Parameter("delta", "δ of η = δd^(−k/2)", Minimum = 1e-5, Maximum = 0.1)]
    public override double Delta { get; init; } = 0.005;

    [Parameter("time", "factor of the predicted time that has to suffice", Minimum = 0.1, Maximum = 10)]
    public override double Time { get; init; } = 4;

    public override IEnumerable<string> UnmetHypotheses =>
        Delta * Noise <= 0.1 ? [] : ["δ is not small: noise changes log T by a third"];

    public override IReadOnlyList<Mutant> Mutants =>
    [
        new("a time of order d^(k−1+½)", this with { ExtraExponent = WrongExponents[0] }, Exponent),
        new("a time of order d^(k−1−½)", this with { ExtraExponent = WrongExponents[1] }, Exponent),
        new("within 0.7 times the predicted time", this with { Time = 0.7 }, InTime),
    ];

    public override Claim At(Tier tier) => tier switch
    {
        Tier.Smoke => this,
        Tier.Standard => this with { Dimensions = [12, 24, 48, 96] },
        _ => this with { Dimensions = [12, 24, 48, 96, 192] },
    };

    protected override int Link => Degree;

    protected override double Threshold => 0.5;

    // Of 2000 paths each of a pilot with other seeds 0.995, 0.995 and 0.993 arrived in time at d = 12, 16 and 32.
    protected override (double Claimed, double Planned) Share => (0.8, 0.97);

    // √(7.6δ) = 0.195 for large d; 0.33 at d = 16 with the time between the overlaps at hand. The pilot had 0.407,
    // 0.350 and 0.284 at d = 12, 16 and 32.
    protected override double Scatter => 0.35;

    // The mean of log T moved by 0.017 over the pilot's dimensions, its slope by 0.006; the largest bias of runs with
    // other seeds and dimensions was 0.03.
    protected override double Allowance => 0.04;

    protected override IReadOnlyList<double> WrongExponents => [0.5, -0.5];

    private double Noise => Degree switch { 3 => 7.6, 4 => 111, _ => 1278 };
}
