namespace Verification.Spec.PolyakLojasiewicz;

/// <summary>What stands in the talk without being examined.</summary>
internal static class PolyakLojasiewiczNotExamined
{
    /// <summary>All of it, with the reasons.</summary>
    public static IReadOnlyList<NotExamined> All { get; } =
    [
        new(
            "polyak-lojasiewicz/easier-to-verify",
            "The PL condition is somewhat easier to verify than strong convexity",
            OverparameterizedLandscapesTalk.At(
                "Polyak-Lojasiewicz condition, third remark (3/23)",
                OverparameterizedLandscapesTalk.KarimiNutiniSchmidt),
            "A judgment about effort; that PL is the weaker condition is examined."),
        new(
            "polyak-lojasiewicz/generalized-losses",
            "Local non-convexity can be generalized beyond the square loss",
            OverparameterizedLandscapesTalk.At("Loss landscape in overparameterized case, “can be generalized” (9/23)"),
            "Neither the losses nor the conditions are named; the square loss is examined in local-nonconvexity."),
        new(
            "polyak-lojasiewicz/sketches",
            "Sketches of landscapes, of the PL* region around a good initialization, and of the two regimes",
            OverparameterizedLandscapesTalk.At(
                "Convexity → PL (10/23), Picture so far (12/23), Summary (17/23, 21/23)"),
            "Drawings without scale. Their statements are examined where they are precise: landscape-dimension, "
                + "local-nonconvexity, and the claims on conditioning and networks."),
        new(
            "polyak-lojasiewicz/width-constant",
            "The constant and the logarithms in m = Ω̃(nR^(6L+2)/(λ_0 − μρ^(−2))²)",
            OverparameterizedLandscapesTalk.At("Theorem 3 (16/23); Limitations, first item (22/23)"),
            "Ω̃ names neither, so that no width refutes the bound, and no finite sequence of widths shows its "
                + "exponents to be needed. The figure width-requirement sets both to 1 beside widths that are "
                + "certified."),
        new(
            "polyak-lojasiewicz/deep-networks-in-the-ball",
            "Theorem 3 for deep networks over the whole ball B(w_0, R), and for every draw of the initialization",
            OverparameterizedLandscapesTalk.At("Theorem 3 (16/23), Theorem 4 (18/23)"),
            "No closed-form bound of the Hessian over a ball of the needed radius is small at desk-size widths, so "
                + "that nothing is certified there; and no rate of the probability is printed. What both theorems "
                + "conclude is examined along the path, with all layers trained, in deep-convergence; the Hessian's "
                + "size at the initialization in deep-hessian; one hidden layer over the ball in width-certificates, "
                + "convergence-in-the-ball and chain-of-certificates."),
        new(
            "polyak-lojasiewicz/convolutional-and-residual-networks",
            "PL* on a ball for convolutional networks and ResNets",
            OverparameterizedLandscapesTalk.At("Aside, This theory covers (19/23)"),
            "The talk states no architecture, initialization or width for them. What the theory asks of a network at "
                + "its initialization, a small Hessian and a kernel of constant size, is examined for two such "
                + "networks in convolutional-hessian; a certificate over a ball is not."),
        new(
            "polyak-lojasiewicz/under-parameterized-practice",
            "Under-parameterized models need capacity control, have many non-global minima, and gradient descent "
                + "oscillates around them",
            OverparameterizedLandscapesTalk.At("Summary, left column (21/23)"),
            "Names tendencies without a model or a quantity."),
        new(
            "polyak-lojasiewicz/feature-learning",
            "The NTK regime ignores the network's ability to learn features",
            OverparameterizedLandscapesTalk.At("Limitations, second item (22/23)"),
            "“Learning features” is not defined; how little the Jacobian moves is examined in lazy-regime."),
        new(
            "polyak-lojasiewicz/bottleneck-coverage",
            "The theory does not cover bottleneck layers",
            OverparameterizedLandscapesTalk.At("Aside, Doesn't cover, second item (19/23)"),
            "No width, initialization or condition is named. That the Hessian of a network with a trained narrow layer "
                + "does not shrink is examined in deep-hessian; whether such networks satisfy PL* near their "
                + "initialization is not."),
        new(
            "polyak-lojasiewicz/beyond-pl",
            "Beyond PL? To incorporate (good) non-global minima?",
            OverparameterizedLandscapesTalk.At("Limitations, third item (22/23)"),
            "A question. What the talk offers in answer, the proxy conditions of the next slide, is examined in "
                + "proxy-convexity and proxy-pl."),
        new(
            "polyak-lojasiewicz/good-local-minimum",
            "ξ ≥ 0 allows good local minima",
            OverparameterizedLandscapesTalk.At(
                "Remedies, Proxy PL, second remark (23/23)",
                OverparameterizedLandscapesTalk.FreiGu),
            "“Good” is not defined, and no minimum with 0 < h ≤ ξ is exhibited; that a network with flipped labels "
                + "needs ξ > 0 is examined in proxy-pl."),
        new(
            "polyak-lojasiewicz/common-loss",
            "The square loss is not the most commonly used loss function",
            OverparameterizedLandscapesTalk.At("Limitations, fourth item (22/23)"),
            "A statement about practice; what fails for cross-entropy is examined in cross-entropy-has-no-pl."),
        new(
            "polyak-lojasiewicz/why-easy",
            "Why over-parameterized networks are non-convex yet easy to optimize",
            OverparameterizedLandscapesTalk.At("Today's plan, closing question (1/23)"),
            "A question, which the whole talk answers; the steps of the answer are examined, together in "
                + "chain-of-certificates."),
        new(
            "polyak-lojasiewicz/tutorials",
            "Tutorials and papers that the talk builds on",
            OverparameterizedLandscapesTalk.At("Title and first slide (0/23)"),
            "History: the tutorials of Frei, Muthukumar and Yang (2023) and of Frei (2022) are named without a "
                + "statement."),
        new(
            "polyak-lojasiewicz/learning-theory-definitions",
            "Expected risk, Bayes-optimal function, empirical risk minimization",
            OverparameterizedLandscapesTalk.At("Backup slide, Classical statistical learning theory", "V. Vapnik 1998"),
            "Definitions; the bound that follows from them is examined in uniform-deviation."),
    ];
}
