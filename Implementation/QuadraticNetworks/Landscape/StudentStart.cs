namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>Where a student starts its descent.</summary>
public enum StudentStart
{
    /// <summary>Gaussian weights of the teacher's size.</summary>
    Gaussian,

    /// <summary>The same with the rows d, d + 1, … set to exactly zero: rank at most d − 1 for the whole
    /// descent.</summary>
    DeficientRows,
}
