namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

/// <summary>Which potential the gradient flow of a diagonal network minimizes: Σ q_D(β_j/α^D).</summary>
public static class DiagonalLink
{
    /// <summary>(q_D′)⁻¹.</summary>
    /// <param name="depth">D, 2 to 64.</param>
    public static Link Of(int depth) => depth == 2 ? new HyperbolicLink() : new PowerLink(depth);

    /// <summary>α^D.</summary>
    public static double Scale(int depth, double α)
    {
        double scale = 1;
        for (int i = 0; i < depth; i++)
            scale *= α;
        return scale;
    }
}
