namespace Verification.Spec.PolyakLojasiewicz;

/// <summary>The document behind this system.</summary>
public static class OverparameterizedLandscapesTalk
{
    /// <summary>Author, title and date.</summary>
    public const string Document =
        "X. Liu, Loss Landscapes and Optimization in Over-Parameterized Non-Linear Systems and Neural Networks, 27 "
            + "November 2024";

    /// <summary>The paper that the talk presents.</summary>
    public const string LiuZhuBelkin = "C. Liu, L. Zhu, M. Belkin, arXiv:2003.00307";

    /// <summary>Conditions for linear rates.</summary>
    public const string KarimiNutiniSchmidt = "H. Karimi, J. Nutini, M. Schmidt, arXiv:1608.04636";

    /// <summary>Proxy convexity and proxy PL.</summary>
    public const string FreiGu = "S. Frei, Q. Gu, arXiv:2106.13792";

    /// <summary>Gradient descent on shallow networks of moderate width.</summary>
    public const string OymakSoltanolkotabi = "S. Oymak, M. Soltanolkotabi, arXiv:1902.04674";

    /// <summary>The source of what stands under a heading of the document, with the paper where it comes
    /// from.</summary>
    public static Source At(string heading, string paper = LiuZhuBelkin) => new(Document, heading, paper);
}
