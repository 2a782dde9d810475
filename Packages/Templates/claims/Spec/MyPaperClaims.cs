using Verification.Spec;

namespace MyPaper.Spec;

/// <summary>What the paper states: its claims in its order, and what nothing examines.</summary>
public static class MyPaperClaims
{
    private const string Document = "A. Author, My paper (an example: put your paper in its place), 2026";

    /// <summary>The paper as a system of claims.</summary>
    public static ClaimSystem System { get; } = new()
    {
        Id = "my-paper",
        Title = "My paper",
        Folder = "MyPaper",
        Document = Document,
        Claims =
        [
            new DivergenceBelowChiSquare(),
            new PinskerConstant(),
        ],
        NotExamined =
        [
            new("my-paper/history", "The inequality was found by Pinsker", At("2. From divergence to distance"),
                "Who found it first is no matter of computation."),
        ],

        // Claims that no entry names stand in the table by themselves.
        Coverage = [new("2. From divergence to distance", "The inequality was found by Pinsker", ["history"])],
    };

    /// <summary>A heading of the paper as a source.</summary>
    public static Source At(string heading) => new(Document, heading, "no arXiv id");
}
