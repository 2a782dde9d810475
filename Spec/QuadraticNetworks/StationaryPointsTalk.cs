
namespace Verification.Spec.QuadraticNetworks;

/// <summary>The document behind this system.</summary>
public static class StationaryPointsTalk
{
    /// <summary>Author, title, occasion and date.</summary>
    public const string Document =
        "E. C. Kızıldağ, Stationary Points of Shallow Neural Networks with Quadratic Activation Function, MIT MLTea, "
            + "28 July 2020";

    private const string Paper = "D. Gamarnik, E. C. Kızıldağ, I. Zadik, arXiv:1912.01599";

    /// <summary>The source of what stands under a heading of the document.</summary>
    public static Source At(string heading) => new(Document, heading, Paper);
}
