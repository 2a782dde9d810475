namespace Verification.Spec.CrossPredictability.Emulation;

/// <summary>The claims about the emulation network, and what they cover of the talk.</summary>
internal static class EmulationSection
{
    private const string Heading = "Results";

    /// <summary>The claims: the theorem at two learners, how the network does it, and what it does not bear.</summary>
    internal static Claim[] Claims =>
    [
        new EmulationExactness(),
        new EmulationOfConjunctions(),
        new RecoveryProbability(),
        new SeparationTable(),
        new SilenceWhileStoring(),
        new GradientSupport(),
        new StoredSamples(),
        new FixedPoint(),
        new StepSizeWindow(),
        new PopulationGradient(),
        new BatchSizeCliff(),
        new NoiseCliff(),
    ];

    /// <summary>Theorem 2 and its corollary.</summary>
    internal static IReadOnlyList<CoverageEntry> Results { get; } =
    [
        new(
            Heading,
            "Theorem 2: SGD can learn efficiently any efficiently learnable distribution",
            ["emulation-exactness", "emulation-of-conjunctions", "every-learner"]),
        new(Heading, "Theorem 2: poly-rate", ["step-size-window"]),
        new(
            Heading,
            "Theorem 2: poly-noise / poly-precision",
            ["noise-cliff"],
            "what this network bears at three coordinates, measured; not the theorem's noise at every size"),
        new(
            Heading,
            "Corollary. SGD can learn efficiently parities while Perceptron, GD or SQ cannot",
            ["separation-table", "population-gradient", "batch-size-cliff"]),
    ];

    /// <summary>The argument behind the theorem.</summary>
    internal static IReadOnlyList<CoverageEntry> Argument { get; } =
    [
        new(
            "The universal emulation argument",
            "the figure, which is missing; a network of our own in its place",
            ["silence-while-storing", "gradient-support", "stored-samples", "fixed-point"]),
    ];

    /// <summary>What Theorem 2 says beyond.</summary>
    internal static IReadOnlyList<NotExamined> NotExamined { get; } =
    [
        new(
            "cross-predictability/every-learner",
            "Theorem 2 for every efficiently learnable distribution, with noise at every size",
            CrossPredictabilityTalk.At(Heading),
            "A statement about all polynomial-time algorithms, and asymptotic in n: two of them run here as networks, "
                + "at sizes up to eight coordinates, and what noise they bear is measured, not proven."),
    ];
}
