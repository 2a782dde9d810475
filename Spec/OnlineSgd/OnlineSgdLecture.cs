namespace Verification.Spec.OnlineSgd;

/// <summary>The document behind this system.</summary>
public static class OnlineSgdLecture
{
    /// <summary>Title.</summary>
    public const string Document = "Lecture 11: High-dimensional non-convex dynamics";

    /// <summary>The paper that the lecture follows.</summary>
    public const string OnlineSgd = "G. Ben Arous, R. Gheissari, A. Jagannath, arXiv:2003.10409";

    /// <summary>
    /// The source of what stands under a heading of the document, with the paper where it comes from.
    /// </summary>
    public static Source At(string heading, string paper = OnlineSgd) => new(Document, heading, paper);
}
