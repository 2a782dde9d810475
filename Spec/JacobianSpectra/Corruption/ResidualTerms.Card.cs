using Verification.Spec.Counterexamples;

namespace Verification.Spec.JacobianSpectra.Corruption;

// What the claim says, in words, and an instance at which the printed form fails.
public sealed partial record ResidualTerms
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "jacobian-spectra/residual-terms",
        Title =
            "On clusters the corruption never leaves the residual, and f − ȳ goes to its part on the information space",
        Kind = ClaimKind.Identity,
        Source = JacobianSpectraTalk.At("Key Intuition", JacobianSpectraTalk.RobustnessPaper),
        Quotations =
        [
            @"Residual w.r.t. true labels falls mostly onto  $\mathcal{I}$  and **quickly** goes to zero",
            @"Diffuseness  $\Rightarrow$  corruption  $\mathbf{y} - \bar{\mathbf{y}}$  falls mostly onto  "
                + @"$\mathcal{N}$  and "
                + "**slowly** goes to zero",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            r_\tau=(f_\tau-\bar y)+(\bar y-y):\quad f_\tau-\bar y\to0 \text{ quickly},\quad \|\Pi_{\mathcal{N}}r_\tau\|\to0 \text{ slowly}
            """)
        {
            Corrected =
                """
                \bar y-y \text{ does not depend on } \tau,\quad \varepsilon_0=0:\ f_\tau-\bar y\in\mathcal{I},\quad \Pi_{\mathcal{N}}r_\tau=\Pi_{\mathcal{N}}(\bar y-y)\ \forall\tau
                f_\tau-\bar y\to\Pi_{\mathcal{I}}(y-\bar y),\quad \|\Pi_{\mathcal{I}}(y-\bar y)\|\le\sqrt\rho\,\|y-\bar y\|
                """,
            Reason =
                "y − ȳ is data: it is the same at all τ. Read of the residual, Π_N r decays only as far as samples of "
                    + "a "
                    + "cluster can be told apart, and with coinciding ones never: it is the corruption less its mean "
                    + "over the clusters. What the residual with respect to the true labels goes to is the mean "
                    + "corruption of the clusters, small but not zero, and later, where noise is fitted, all of it.",
        },
        Hypotheses =
        [
            "all samples of a cluster at its center (ε₀ = 0)", "some, and not all, labels of a cluster corrupted",
            "the tangent kernel of the centers has full rank, kd ≥ 8LK and k ≥ 8K",
        ],
        Method =
            "Descent of a network on all samples, repeated one by one; both terms of the residual projected by means "
            + "over the clusters, before and behind descent.",
    };

    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "A cluster of three samples at one input x, K = 1, labels 1, 1, −1 with ȳ = 1: whatever the output f, "
            + "Π_N(f − y) = Π_N(ȳ − y), of squared norm 8/3.",
        Data =
        [
            ("y", "1; 1; -1"),
            ("mean", "1/3"),
        ],
        Each =
        [
            ("f", ["0", "1", "1/3", "-5"]),
        ],
        Where =
        [
            ("r", "f - y"),
            ("nuisance", "r - sum(r)/3"),
        ],
        Holds =
        [
            new("it is that of the corruption", "nuisance == mean - y"),
        ],
        Fails =
        [
            new("Π_N r has come down below the square 8/3", "sum(nuisance**2) < 8/3"),
        ],
        Unchecked = "that descent gives equal outputs to equal inputs",
    };
}
