namespace Verification.Spec.PolyakLojasiewicz.Remedies;

// What the claim says, in words; what it does stands beside it.
public sealed partial record UniformDeviation
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/uniform-deviation",
        Title = "With bounded losses the largest deviation over a class is of order √(capacity/n)",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Bound,
        Source = OverparameterizedLandscapesTalk.At("Backup slide, Classical statistical learning theory",
            "V. Vapnik 1998; P. Massart, Ann. Probab. 18 (1990)"),
        Quotations =
        [
            @"w.h.p. over the randomness in data, for any  $f \in H$ ,",
            """
            \underbrace{R(f)}_{\approx \text{Test}} - \underbrace{R_{\text{emp}}(f)}_{\text{Train}} < \tilde{O}
            \left( \sqrt{\frac{\text{cap}(H)}{n}} \right)
            """,
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            \text{w.h.p. over the randomness in data, for any } f\in H: \ R(f)-R_{\mathrm{emp}}(f)<\tilde
            O\big(\sqrt{\mathrm{cap}(H)/n}\big)
            """)
        {
            Corrected =
                """
                0\le\ell\le1: \ P\Big(\sup_{f\in
                H}(R-R_{\mathrm{emp}})\le\sqrt{\tfrac{\log|H|+\log(1/\delta)}{2n}}\Big)\ge1-\delta;
                \quad \text{thresholds whose errors are nested (labels all equal): }
                P\Big(\sup_f|R-R_{\mathrm{emp}}|\le\sqrt{\tfrac{\log(2/\delta)}{2n}}\Big)\ge1-\delta;
                \quad \text{Pareto losses of tail index } \tfrac54\text{: } |R-R_{\mathrm{emp}}| \text{ is of order } n^{-1/5}
                """,
            Reason =
                "The loss has to be bounded: for Pareto losses of tail index 5/4 and mean ½ typical deviations "
                + "of a single function are of order n^(−1/5), in the long run above every multiple of √(1/n) "
                + "and of its products with powers of log n. And the supremum belongs inside the probability: "
                + "read for each fixed f the bound needs no capacity at all, "
                + "but then it fails at f_emp, which is chosen after the data.",
        },
        Hypotheses = ["i.i.d. samples", "loss between 0 and 1", "H fixed before the data are seen"],
        Method =
            "A class of independent fair coins (risk ½, so that the deviation at f_emp is the largest) and "
            + "thresholds for uniform samples; the bounds have to hold on a share of at least 1 − δ = 0.95 of "
            + "the data sets. The deviation of one function with Pareto losses has to fall like n^(−1/5) for n "
            + "from 16 on; the printed form claims −1/2 (a factor log n would make that −0.28 from 16 to 1024, "
            + "as ln ln n rises by 0.92 and ln n by 4.16).",
    };
}
