namespace Verification.Implementation.PolyakLojasiewicz.Conditioning;

/// <summary>Maps with a minimizer of the square loss.</summary>
public enum MinimumSetFamily
{
    /// <summary>A Gaussian quadratic map; its labels lie off its range by a residual orthogonal to the columns of ∇F,
    /// so that w* is a minimizer with a small loss.</summary>
    Quadratic,

    /// <summary>A tanh network with Gaussian inputs in dimension 2 where p is even, else 1, and labels that it meets;
    /// for p &gt; n.</summary>
    TanhNetwork,

    /// <summary><see cref="LinearUnitMap"/> with Gaussian data in dimension p − 1, and labels off its range
    /// likewise.</summary>
    LinearUnit,
}
