namespace Verification.Spec.ImplicitBias;

/// <summary>The document behind this system.</summary>
public static class ImplicitBiasTalk
{
    /// <summary>Author and title.</summary>
    public const string Document = "N. Srebro, Geometry of Optimization and Learning: Rich vs Kernel Inductive Bias";

    /// <summary>Diagonal networks of depth 2 and more between the regimes.</summary>
    public const string KernelAndRich = "B. Woodworth et al., arXiv:2002.09277";

    /// <summary>Lazy training.</summary>
    public const string LazyTraining = "L. Chizat, E. Oyallon, F. Bach, arXiv:1812.07956";

    /// <summary>Deep matrix factorization.</summary>
    public const string DeepFactorization = "S. Arora, N. Cohen, W. Hu, Y. Luo, arXiv:1905.13655";

    /// <summary>Homogeneous models under losses with an exponential tail.</summary>
    public const string HomogeneousModels = "M. S. Nacson et al., arXiv:1905.07325; K. Lyu, J. Li, arXiv:1906.05890";

    /// <summary>
    /// The source of what stands under a heading of the document, with the paper where it comes from.
    /// </summary>
    public static Source At(string heading, string paper = KernelAndRich) => new(Document, heading, paper);
}
