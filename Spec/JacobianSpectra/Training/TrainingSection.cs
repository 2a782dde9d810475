namespace Verification.Spec.JacobianSpectra.Training;

/// <summary>The claims about what trained networks show, and the printed tables.</summary>
internal static class TrainingSection
{
    private const string Clean = "No label corruption", Adam = "No label corruption with ADAM",
        Half = "50% label corruption";

    /// <summary>The claims, in the order of the talk.</summary>
    internal static Claim[] Claims =>
    [
        new OverfittingToCorruption(),
        new StoppedNetworks(),
        new HalfCorruptionDynamics(),
        new LowRankJacobian(),
        new TablePythagoras(),
        new PseudoInverseSandwich(),
        new AlignmentOfTables(),
        new AlignmentBaselines(),
        new AlignmentWithTraining(),
        new AdaptationIsNotUniversal(),
        new ResidualCurves(),
        new TandemInClosedForm(),
        new TandemOfNetworks(),
    ];

    /// <summary>The statements of the talk, with what examines them.</summary>
    internal static IReadOnlyList<CoverageEntry> Coverage { get; } =
    [
        new("Motivation: overparameterization without overfitting", "more parameters than training data", [],
            "two questions and a picture, which is missing"),
        new("Theory for overparameterization without overfitting", "optimization, generalization, early stopping", [],
            "the order of the talk"),
        new("Experiment I: Overfitting to corruption", "training to the end fits corrupted labels",
            ["overfitting-to-corruption", "printed-figures"]),
        new("Experiment II-Early stopping and robustness", "the same experiment, stopped early",
            ["stopped-networks", "printed-figures"]),
        new("Focus: optimization/generalization dynamics", "50% of training labels replaced by another random label",
            ["corruption-model", "half-corruption-dynamics"]),
        new("Focus: optimization/generalization dynamics", "train error (green), test error (red)",
            ["half-corruption-dynamics", "printed-figures"]),
        new("Key observation", "the Jacobian has low-rank structure", ["low-rank-jacobian", "printed-figures"]),
        new("Key observation", "ResNet20 on three classes of CIFAR-10, n = 10,000 and p = 270,000",
            ["printed-tables", "printed-figures"],
            "the number of weights that ResNet20 is known for, and two thirds of the 15 000 images of three classes: "
                + "which ones is not said"),
        new(Clean, "K = 3, dim(I) = 50, n = 10,000", ["pseudo-inverse-sandwich", "printed-tables"],
            "50 of 30 000 singular values; how they were chosen is not said"),
        new(Clean, "train and test error", ["overfitting-to-corruption", "printed-figures"]),
        new(Clean, "residual along information and nuisance space", ["residual-curves", "printed-figures"]),
        new(Clean, "Table 1", ["table-pythagoras", "alignment-of-tables", "printed-tables"]),
        new(Adam, "residual along the spaces of the initial and the final Jacobian", ["residual-curves"],
            "of the final Jacobian, and with SGD; probe with --set optimizer=adam"),
        new(Adam, "Table 2",
            ["table-pythagoras", "pseudo-inverse-sandwich", "alignment-with-training", "printed-tables"]),
        new(Half, "residual along information and nuisance space", ["residual-curves", "printed-figures"]),
        new(Half, "train and test error", ["half-corruption-dynamics", "printed-figures"]),
        new(Half, "Table 3", ["table-pythagoras", "alignment-of-tables", "alignment-baselines", "printed-tables"]),
        new("Test error grows in tandem with energy on nuisance space", "the figure",
            ["tandem-in-closed-form", "tandem-of-networks", "printed-figures"]),
        new("Conclusion", "Generalization: prominent eigenvectors aligned with the labels",
            ["alignment-with-training", "adaptation-is-not-universal"]),
    ];

    /// <summary>What nothing here examines, with the reasons.</summary>
    internal static IReadOnlyList<NotExamined> NotExamined { get; } =
    [
        new(
            "jacobian-spectra/printed-tables",
            "The numbers of Tables 1–3: ResNet20 on 10 000 images of CIFAR-10",
            JacobianSpectraTalk.At(Clean),
            "The data and the trained networks are not at hand, and a Jacobian of 30 000 × 270 000 is beyond a desk. "
                + "Whether the digits can be right is table-pythagoras, what follows from them alignment-of-tables; a "
                + "small network in their place is alignment-with-training. Who has CIFAR-10 or MNIST can draw its "
                + "figures from them: claims reproduce --set cifar=FOLDER."),
        new(
            "jacobian-spectra/printed-figures",
            "The curves and histograms of the experiments",
            JacobianSpectraTalk.At("Key observation"),
            "They are missing from the document, and their data are not at hand. What of them is a statement is "
                + "examined on data and networks of a desk's size, where it may hold for other reasons."),
    ];
}
