namespace Verification.Spec.ImplicitBias.MatrixFactorization;

// What the claim says, in words; what it does stands beside it.
public sealed partial record UnobservedEntries
{
    public override ClaimCard Card { get; } = new()
    {
        Id = "implicit-bias/unobserved-entries",
        Title =
            "From unbiased orthogonal factors the tangent kernel of completion is 2α²δ and unobserved entries change "
                + "by O(α^−4)",
        Kind = ClaimKind.Scaling,
        Guarantee = Guarantee.Asymptotic,
        Source = ImplicitBiasTalk.At("Kernel and Deep Regimes in Matrix Completion"),
        Quotations =
        [
            @"Tangent kernel:  $K_{U,V}((i, j), (i', j')) = \delta_{i=i'} \langle V_j, V_{j'} \rangle + \delta_{j=j'} "
                + @"\langle U_i, U_{i'} \rangle$",
            @"For orthogonal initialization:  $K_0((i, j), (i', j')) \propto \delta_{(i,j)=(i',j')}$",
            "Change on unobserved entries",
        ],
        Printed = PrintedStatus.Loose,
        Statement = new(
            """
            K_{U,V}((i,j),(i',j'))=\delta_{i=i'}\langle V_j,V_{j'}\rangle+\delta_{j=j'}\langle U_i,U_{i'}\rangle,
            \quad \text{orthogonal initialization: } K_0\propto\delta
            """)
        {
            Corrected =
                """
                U_0,V_0 \text{ with orthonormal rows, scaled by } \alpha:\ K_0=2\alpha^2\delta;
                \quad U_0V_0^T=0:\ \|P_{\Omega^c}(M_\alpha(\infty)-M(0))\|=O(\alpha^{-4}),
                \text{ of that order at the problems examined (where only the diagonal is observed it is } 0\text{)};
                \quad U_0V_0^T\text{ orthogonal}:\ \text{not so}
                """,
            Reason =
                "Both formulas stand. The power is ours: of the change on unobserved entries the transcript has the "
                    + "label of an axis. Unbiased, as the talk asks its starts to be, is needed: from "
                    + "$M(0)=\\alpha^2U_0V_0^T\\ne0$ the residuals are of size $\\alpha^2$ too, and no scale is large.",
        },
        Hypotheses =
        [
            "orthonormal rows of U₀ and of V₀",
            "U₀V₀ᵀ = 0, which takes an inner dimension of 2n",
            "gradient flow of the squared loss",
        ],
        Method =
            "The kernel as the Gram matrix of the gradients of all entries. Fixed problems of rank 1, half of the "
                + "entries observed. Flows enclosed up to their limits at α = 2, 4, 8; the power between the first and "
                + "the last α, which the next order changes by less than 0.2.",
    };
}
