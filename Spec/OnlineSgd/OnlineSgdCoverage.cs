namespace Verification.Spec.OnlineSgd;

/// <summary>The statements of the lecture, with what examines them.</summary>
internal static class OnlineSgdCoverage
{
    /// <summary>In the order of the lecture.</summary>
    internal static IReadOnlyList<CoverageEntry> Entries { get; } =
    [
        new("High-dimensional non-convex dynamics", "SGD emulates polynomial-time algorithms", ["emulation"]),
        new("High-dimensional non-convex dynamics", "generically intractable", ["intractable-dynamics"]),
        new("Hermite polynomials & the information exponent", "orthogonality", ["hermite-orthogonality"]),
        new("Hermite polynomials & the information exponent", "H_0, …, H_3", ["hermite-recurrence"]),
        new("Hermite polynomials & the information exponent", "(i) derivative", ["hermite-derivative"]),
        new("Hermite polynomials & the information exponent", "(ii) parts", ["gaussian-integration-by-parts"]),
        new("Hermite polynomials & the information exponent", "(iii) recurrence", ["hermite-recurrence"]),
        new("Hermite polynomials & the information exponent", "expansion in L²", ["hermite-expansion"]),
        new("Hermite polynomials & the information exponent", "information exponent; lemma",
            ["loss-formula", "losses-of-named-links"]),
        new("Hermite polynomials & the information exponent", "proof of the lemma", ["hermite-correlation"]),
        new("Test error", "L = 1 − m^k, its spherical gradient and drift", ["spherical-gradient"]),
        new("Population landscape", "minima, maxima, equator", ["landscape-of-degree"]),
        new("Population landscape", "overlap of a random start", ["initial-overlap"]),
        new("Population landscape", "gradient of order d^(−(k−1)/2) at the start", ["initial-gradient"]),
        new("Gradient flow limit", "times of order 1, log d, d^(k/2−1)", ["gradient-flow-times"]),
        new("Gradient flow limit", "the overlap while it is small", ["small-overlap-solution"]),
        new("Gradient flow limit", "distance of SGD from the flow", ["distance-from-the-flow"]),
        new("Gradient flow limit", "Ω(d) samples are needed", ["fewer-samples-than-dimensions"]),
        new("Projected online SGD", "the algorithm", ["overlap-is-a-chain"]),
        new("Theorem", "k = 1", ["linear-time-of-degree-one"]),
        new("Theorem", "k = 2", ["log-linear-time-of-degree-two"]),
        new("Theorem", "k > 2", ["polynomial-time-of-higher-degree"]),
        new("Theorem", "links that are no Hermite polynomials", ["times-of-other-links"]),
        new("Behavior of the dynamics", "search is slow, fitting fast", ["most-of-the-search"]),
        new("Behavior of the dynamics", "the case of k-parities", ["parity-phenomenon"]),
        new("Proof of the theorem", "the projection step ignored", ["critical-step-of-degree-two"],
            "where it cannot be ignored; where it can: noise-below-the-start"),
        new("Proof of the theorem", "sample gradient and its mean", ["sample-gradient"]),
        new("Proof of the theorem, ①", "Doob's inequality", ["maximal-inequality"]),
        new("Proof of the theorem, ①", "hypercontractivity", ["hypercontractivity"]),
        new("Proof of the theorem, ①", "moments of the martingale, (A1)",
            ["noise-below-the-start"], "the improvement to log(1/δ) is not examined"),
        new("Proof of the theorem, ②", "discrete Bihari–LaSalle lemma", ["discrete-bihari-lasalle"]),
        new("Proof of the theorem, ②", "(A2); most of the search at 1/√d", ["most-of-the-search"]),
        new("Proof of the theorem", "combining (A1) and (A2)", ["scales-from-two-conditions"]),
        new("Landscape concentration", "concentration of the empirical gradient", ["uniform-concentration"]),
        new("Landscape concentration", "benign caps, SGD from a cap reaches w*", ["benign-caps"]),
        new("Landscape concentration", "each sample seen once", ["repeated-samples"]),
        new("Landscape concentration", "multi-pass SGD with fewer samples", ["multi-pass"]),
        new("How tight are these guarantees?", "SQ and CSQ lower bounds", ["query-lower-bounds"],
            "the correlation of directions behind the CSQ bound: hermite-correlation"),
        new("How tight are these guarantees?", "the ℓ1 loss", ["absolute-loss"]),
        new("How tight are these guarantees?", "smoothing, d^(k/2) steps", ["smoothed-landscape"]),
        new("How tight are these guarantees?", "reusing samples, d samples", ["reused-batch"]),
        new("How tight are these guarantees?", "functions with a gap", ["generative-exponent"]),
        new("How tight are these guarantees?", "statistical–computational gap", ["low-degree-gap"]),
    ];

    /// <summary>What is left out, with the reasons.</summary>
    internal static IReadOnlyList<NotExamined> NotExamined { get; } =
    [
        new(
            "online-sgd/emulation",
            "SGD on networks of free architecture and initialization emulates every polynomial-time algorithm",
            OnlineSgdLecture.At("High-dimensional non-convex dynamics", "E. Abbe, C. Sandon, arXiv:2001.02992"),
            "A statement about all algorithms."),
        new(
            "online-sgd/intractable-dynamics",
            "The dynamics of general networks are intractable",
            OnlineSgdLecture.At("High-dimensional non-convex dynamics"),
            "An opinion about what can be proved."),
        new(
            "online-sgd/parity-phenomenon",
            "Learning k-parities shows the same phenomenon",
            OnlineSgdLecture.At("Behavior of the dynamics"),
            "A reminder of another lecture, without a statement; cross-predictability is about parities."),
        new(
            "online-sgd/benign-caps",
            "With d^(2γ(k−1)+1) samples the landscape is benign on a cap, and SGD from it reaches w*",
            OnlineSgdLecture.At("Landscape concentration"),
            "Of the signs in ½ ≤ γ ≤ 0 and d^γ several readings are possible, and the sufficient number is the "
            + "arithmetic of √(d/n) ≤ d^(−γ(k−1)), whose rate uniform-concentration examines. That no w of a cap is "
            + "stationary is a statement about all of them, which no sample of directions shows."),
        new(
            "online-sgd/multi-pass",
            "Whether multi-pass SGD succeeds with fewer than d^(k−1) samples",
            OnlineSgdLecture.At("Landscape concentration"),
            "The lecture asks it as an open question."),
        new(
            "online-sgd/query-lower-bounds",
            "SQ and CSQ lower bounds for parities and Hermite polynomials",
            OnlineSgdLecture.At("How tight are these guarantees?"),
            "Statements about all learners of a kind; hermite-correlation has the ingredient that can be computed, "
            + "and generative-exponent the one behind a smaller bound for other losses."),
        new(
            "online-sgd/low-degree-gap",
            "d^(k/2) samples are necessary for polynomial time, under a conjecture",
            OnlineSgdLecture.At("How tight are these guarantees?", "arXiv:2403.05529"),
            "Conditional on a conjecture about all algorithms."),
    ];
}
