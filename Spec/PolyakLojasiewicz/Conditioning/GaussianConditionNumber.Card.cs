namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

// What the claim says, in words; what it does stands beside it.
public sealed partial record GaussianConditionNumber
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/gaussian-condition-number",
        Title = "Condition numbers of Gaussian Gram matrices: exact for two rows, two asymptotic regimes and a bound",
        Kind = ClaimKind.Limit,
        Guarantee = Guarantee.Asymptotic,
        Source = OverparameterizedLandscapesTalk.At(
            "Can we get PL* for our overparam. system?, ①; the law for two rows is derived here",
                "Z. Chen, J. Dongarra, arXiv:0810.0800"),
        Quotations =
        [
            """
            For Gaussian random matrix  $M \in \mathbb{R}^{n \times m}$ , the condition number  $\kappa$  of
            $MM^T$  satisfies  $\mathbb{E}[\log \kappa] \sim \log \frac{m}{|m-n|+1}$
            """,
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            """
            \text{for Gaussian } M\in\mathbb{R}^{n\times m}\text{: }
            \mathbb{E}[\log\kappa(MM^T)]\sim\log(\frac{m}{|m-n|+1})
            """)
        {
            Corrected =
                """
                \text{with } E=\mathbb{E}[\log\kappa(MM^T)]\text{: } E\le 2\log(\frac{m}{m-n+1})+4.516 \text{ for }
                n\le m;
                E=\sqrt{\pi}\,\Gamma(\tfrac{m-1}{2})/\Gamma(\tfrac{m}{2}) \text{ for } n=2;
                E=2\log(n)+3.0742+o(1) \text{ for } m=n;
                E\to 2\log(\frac{\sqrt{\gamma}+1}{\sqrt{\gamma}-1}) \text{ for } m/n\to\gamma>1
                """,
            Reason =
                "The cited theorem is about $\\kappa_2(M)=\\sqrt{\\kappa(MM^T)}$, an upper bound with the "
                + "additive constant 2.258, m being the larger dimension. As an equivalence it fails in every "
                + "regime: the ratio of the mean to the printed expression tends to 2 for m = n, and to a "
                + "constant above 2 for m = γn. For fixed n and m → ∞ it grows like √m, so that no "
                + "constant factor helps: for n = 2 and m = 50 the mean is 0.360, the printed expression 0.020.",
        },
        Hypotheses = ["entries of M independent standard normal", "2 ≤ n ≤ m"],
        Method =
            "For n = 2 Gram matrices are drawn as they are; the quartiles of log T, T = 2x/(1+x²) at x = κ₂(M), "
            + "are compared with the exponential law of rate m − 1, which has the mean of log κ stated. Larger "
            + "matrices are drawn in bidiagonal form; means of log κ, clipped far above, are compared with the "
            + "limits. Allowances: 4/n for squares (the order of the correction, which is −2.6/n at n = 2, not a "
            + "proven bound), 1.5 times the "
            + "Tracy–Widom shift of the edges otherwise. So do the upper bounds. A mean off by 1 would be seen. The "
            + "printed form is read "
            + "generously, as equality up to a constant factor: for n = 2 and m = 8, …, 512 the ratio of the "
            + "mean to the printed expression must not grow with m.",
    };
}
