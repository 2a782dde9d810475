namespace Verification.Implementation.JacobianSpectra.Mixtures;

/// <summary>Where the centers of a mixture lie.</summary>
public enum CenterKind
{
    /// <summary>Drawn from the unit sphere, no two within ½ of each other, nor of the other's antipode.</summary>
    Separated,

    /// <summary>(±3/5, ±4/5, 0) and (±3/5, 0, ±4/5) up to signs: eight vectors a, −a, among which a + c = b + d.
    /// Only for KC = 8 and d ≥ 3.</summary>
    Antipodal,
}
