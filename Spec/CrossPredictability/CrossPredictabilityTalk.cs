namespace Verification.Spec.CrossPredictability;

/// <summary>The document behind this system.</summary>
public static class CrossPredictabilityTalk
{
    /// <summary>Authors, title and date.</summary>
    public const string Document =
        "E. Abbe and C. Sandon, Universality and limitations of deep learning, talk, Microsoft Research, August 2019";

    /// <summary>The paper on low cross-predictability.</summary>
    public const string FirstPaper = "E. Abbe, C. Sandon, arXiv:1812.06369";

    /// <summary>The paper with both theorems.</summary>
    public const string SecondPaper = "E. Abbe, C. Sandon, arXiv:2001.02992";

    /// <summary>On parities and statistical queries for gradients.</summary>
    public const string ParityPaper = "S. Shalev-Shwartz, O. Shamir, S. Shammah, arXiv:1703.07950, Theorem 1";

    /// <summary>
    /// The source of what stands under a heading of the document, with the paper where it comes from.
    /// </summary>
    public static Source At(string heading, string paper = SecondPaper) => new(Document, heading, paper);
}
