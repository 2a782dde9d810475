namespace Verification.Spec.PolyakLojasiewicz.Conditioning;

// What the claim says, in words; what it does stands beside it.
public sealed partial record LandscapeDimension
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "polyak-lojasiewicz/landscape-dimension",
        Title = "Over-parameterized minima form manifolds of dimension p − n; others are isolated where H_L ≻ 0",
        Kind = ClaimKind.Existence,
        Source = OverparameterizedLandscapesTalk.At("Loss landscapes (8/23)"),
        Quotations =
        [
            @"under-parameterized  $m < n$",
            @"isolated local minima",
            @"over-parameterized  $m \gg n$",
            @"manifolds of global minima",
        ],
        Printed = PrintedStatus.HypothesisMissing,
        Statement = new(
            """
            \text{under-parameterized } m<n: \text{ isolated local minima};
            \quad \text{over-parameterized } m\gg n: \text{ manifolds of global minima}
            """)
        {
            Corrected =
                """
                p>n, \ F(w^*)=y, \ \mathrm{rank}\,\nabla F(w^*)=n: \text{ a manifold of dimension } p-n, \text{ and }
                H_L(w^*) \text{ has } p-n \text{ zero eigenvalues};
                \quad p<n: \text{ isolated, and } L \text{ convex around } w^*, \text{ where } H_L(w^*)\succ 0
                """,
            Reason =
                "More data than parameters isolate minima for generic maps only. F_i(a, v) = a(v·x_i), one "
                + "linear hidden unit, takes each value along a curve (at, v/t): its minima are never isolated. "
                + "Smallest case p = 2, n = 3, where H_L has the eigenvalue 0.",
        },
        Hypotheses = ["F twice continuously differentiable; p counts the parameters (the talk's m)",
            "p > n: labels that w* meets, ∇F(w*) of rank n (for p ≥ n this is generic, not automatic)",
                "p < n: w* is a minimizer, possibly with a loss"],
        Method =
            "From w* + εe_k, k = 1 … p, Gauss–Newton steps lead back to minimizers; how many independent "
            + "directions these take from w* is the local dimension. It is compared with p − n, with the number "
            + "of zero eigenvalues of H_L, and with 0 where H_L ≻ 0; there H_L has to be positive semidefinite at "
            + "points nearby as well. "
            + "Along the kernel of ∇F the loss of over-parameterized maps has to grow like ε⁴, where it grows at all. "
            + "Draws are left out whose ∇F(w*) has a singular value other than 0 below a fiftieth of its "
            + "largest, or whose descents fail; a family of which none is left leaves the claim undecided.",
    };
}
