namespace Verification.Spec.JacobianSpectra;

/// <summary>The document behind this system.</summary>
public static class JacobianSpectraTalk
{
    /// <summary>Author, title and date.</summary>
    public const string Document =
        "M. Soltanolkotabi, Towards demystifying generalization and early stopping in neural networks, talk, Microsoft "
            + "Research, August 2019";

    /// <summary>Generalization through the spectrum of the Jacobian.</summary>
    public const string JacobianPaper = "S. Oymak, Z. Fabian, M. Li, M. Soltanolkotabi, arXiv:1906.05392";

    /// <summary>Early stopping against corrupted labels.</summary>
    public const string RobustnessPaper = "M. Li, M. Soltanolkotabi, S. Oymak, arXiv:1903.11680";

    /// <summary>Convergence of gradient descent with smooth activations.</summary>
    public const string OptimizationPaper = "S. Oymak, M. Soltanolkotabi, arXiv:1902.04674";

    /// <summary>
    /// The source of what stands under a heading of the document, with the paper where it comes from.
    /// </summary>
    public static Source At(string heading, string paper = JacobianPaper) => new(Document, heading, paper);
}
