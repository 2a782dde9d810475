using System.Runtime.InteropServices;

namespace Verification.Implementation.RandomSystems.Zeros;

/// <summary>What is proven about a point: that a polydisc around it has exactly one zero.</summary>
/// <param name="Exists">Whether it is proven. The other members mean nothing where it is not.</param>
/// <param name="IsReal">Whether the zero is proven to be real.</param>
/// <param name="IsNonreal">Whether the zero is proven not to be real. Where neither is proven it is open.</param>
/// <param name="Uniqueness">Radius of a polydisc in which the zero is the only one.</param>
/// <param name="Radius">The zero lies in the polydisc of this radius, at most <paramref name="Uniqueness"/>.</param>
/// <param name="Conditioning">Upper bound of the norm of an approximate inverse of the Jacobian.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ZeroCertificate(
    bool Exists, bool IsReal, bool IsNonreal, double Uniqueness, double Radius, double Conditioning);
