namespace Verification.Spec.RandomSystems;

/// <summary>The document behind this system.</summary>
public static class RandomSystemsTalk
{
    /// <summary>Author, title and date.</summary>
    public const string Document =
        "A. Montanari, Solving Overparametrized Systems of Random Equations, talk, 26 June 2024";

    /// <summary>The paper on approximate solutions: models, existence, gradient and Hessian descent.</summary>
    public const string FirstPaper = "A. Montanari, E. Subag, arXiv:2306.13326";

    /// <summary>The paper on exact solutions over the reals.</summary>
    public const string SecondPaper = "A. Montanari, E. Subag, arXiv:2405.01735";

    /// <summary>
    /// The source of what stands under a heading of the document, with the paper where it comes from.
    /// </summary>
    public static Source At(string heading, string paper = FirstPaper) => new(Document, heading, paper);
}
