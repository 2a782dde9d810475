namespace Verification.Spec.RandomSystems.Zeros;

// What the claim says, in words; what it does stands beside it.
public sealed partial record ConcentrationOfRealZeros
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "random-systems/concentration-of-real-zeros",
        Title = "The number of real zeros on the sphere concentrates at 2∏√p_i, not at ∏√p_i",
        Kind = ClaimKind.HighProbability,
        Guarantee = Guarantee.Asymptotic,
        Source = RandomSystemsTalk.At("History: Real setting", "E. Subag, arXiv:2303.11924"),
        Quotations =
        [
            "Homogeneous case,  $n = d - 1$.",
            "With high probability",
            @"$$|\text{Sol}_{n,d}(0)| = (1 + o(1)) \prod_{i=1}^n \sqrt{p_i}$$",
        ],
        Printed = PrintedStatus.False,
        Statement = new(
            @"n=d-1:\ |\{x\in\mathbb{S}^{d-1}:F(x)=0\}|=(1+o(1))\prod_{i=1}^n\sqrt{p_i} \text{ with high probability}")
        {
            Corrected =
                """
                n=d-1,\ p_i\ge 2:\ |\{x\in\mathbb{S}^{d-1}:F(x)=0\}|=2(1+o(1))\prod_{i=1}^n\sqrt{p_i}
                \text{ with high probability};
                \text{examined: } P(|N-2\prod_i\sqrt{p_i}|\le w\cdot 2\prod_i\sqrt{p_i}) \text{ rises};
                \text{medians of } N \text{ lie in } [\tfrac32,\tfrac52]\prod_i\sqrt{p_i}
                """,
            Reason =
                "Sol is defined on the sphere, where $x$ and $-x$ are zeros together: the mean is "
                + "$2\\prod\\sqrt{p_i}$, and $\\prod\\sqrt{p_i}$ counts lines. Counted by lines, as "
                + "bezout-number counts the complex ones, it stands for $p_i\\ge2$. Smallest case: one linear form has "
                + "two zeros on the circle. Linear forms beside one quadric leave it a circle with no or four zeros, "
                + "by chance, in every dimension: there is no concentration then.",
        },
        Hypotheses =
        [
            "independent forms of the Kostlan law, of degree 2 at least",
            "examined: one form of degree 36 at least, and even numbers of quadrics",
        ],
        Method =
            "Zeros counted with proof, as for their mean. One form of two degrees: the share of draws within a share w "
            + "of 2∏√p_i has to rise; so it has to with the number of quadrics, where several are given. At the "
            + "greater degree and at each number of quadrics a median has to lie within ½∏√p_i of "
            + "2∏√p_i: half of the draws at least are above the lower end, and half below the upper one. Beyond these "
            + "sizes the limit d → ∞ is not examined; at the smoke tier there are two quadrics.",
    };
}
