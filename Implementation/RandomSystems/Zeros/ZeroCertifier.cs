using System.Numerics;
using Verification.Implementation.Numerics.Intervals;

namespace Verification.Implementation.RandomSystems.Zeros;

// Krawczyk's test on polydiscs, in circular arithmetic; Existence/SphereZero has the one for underdetermined systems on
// boxes of real numbers. They share the idea and no line: discs have a radius that is common to all coordinates and
// give the contraction as one number, boxes are mapped coordinate by coordinate. N(z) = z − CH(z) with an approximate
// inverse C of the Jacobian at the center z̃. Where |N(z̃) − z̃| ≤ y and ‖I − CH′(z)‖ ≤ q < 1 for all z of the polydisc
// of radius ρ, in the maximum norm, N contracts it by q (the polydisc is convex and H holomorphic), and maps it into
// itself if y + qρ ≤ ρ: it has exactly one fixed point. q < 1 makes C invertible, so fixed points of N are zeros of H.
// |z* − z̃| ≤ y/(1 − q).
//
// F and the chart are real. A polydisc around a real point contains the conjugates of its points, and the conjugate of
// a zero is a zero: if there is exactly one, it is real. The line of a zero is real exactly if the zero in the real
// chart is; a disc that does not meet the real axis shows that it is not.

/// <summary>Proves that a square system has exactly one zero near a point, and whether it is real.</summary>
/// <remarks>Nothing is assumed of the point. A point that is no approximate zero, or lies near a multiple one, is not
/// certified. Not synchronized.</remarks>
public sealed class ZeroCertifier
{
    // A point whose imaginary parts are this small, relative to its entries, is tried as a real one.
    private const double NearlyReal = 1e-6;

    private readonly SquareSystem _system;
    private readonly int _d;
    private readonly ComplexDisc[] _point, _values, _jacobian;
    private readonly Complex[] _matrix, _inverse;

    /// <summary>A certifier for a system.</summary>
    public ZeroCertifier(SquareSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        (_system, _d) = (system, system.Variables);
        (_point, _values) = (new ComplexDisc[_d], new ComplexDisc[_d]);
        (_jacobian, _matrix, _inverse) = (new ComplexDisc[_d * _d], new Complex[_d * _d], new Complex[_d * _d]);
    }

    /// <summary>Certifies the zero near a point of the chart.</summary>
    /// <param name="z">n + 1 coordinates; a step of Newton's method improves them, and imaginary parts of a zero that
    /// is found to be real become 0.</param>
    public ZeroCertificate Certify(Span<(double Re, double Im)> z)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(z.Length, _d, nameof(z));
        double size = 0, imaginary = 0;
        foreach ((double re, double im) in z)
        {
            size = Math.Max(size, Math.Abs(re) + Math.Abs(im));
            imaginary = Math.Max(imaginary, Math.Abs(im));
        }

        if (!double.IsFinite(size))
            return default;
        if (imaginary <= NearlyReal * size)
        {
            Span<(double Re, double Im)> real = stackalloc (double, double)[_d];
            for (int j = 0; j < _d; j++)
                real[j] = (z[j].Re, 0);
            ZeroCertificate certificate = Test(real);
            bool isCenterReal = true;
            foreach ((_, double im) in real)
                isCenterReal &= im == 0;
            if (certificate.Exists && isCenterReal)
            {
                real.CopyTo(z);
                return certificate with { IsReal = true };
            }
        }

        ZeroCertificate complex = Test(z);
        bool meetsReals = true;
        foreach ((_, double im) in z)
            meetsReals &= !(Math.Abs(im) > complex.Radius);
        return complex with { IsNonreal = complex.Exists && !meetsReals };
    }

    /// <summary>The exact same test at a point that is left where it is.</summary>
    /// <param name="z">n + 1 coordinates.</param>
    public ZeroCertificate CertifyAt(ReadOnlySpan<(double Re, double Im)> z)
    {
        Evaluate(z, 0);
        for (int k = 0; k < _matrix.Length; k++)
            _matrix[k] = new(_jacobian[k].Re, _jacobian[k].Im);
        if (!ComplexInverse.TryInvert(_matrix, _inverse, _d))
            return default;
        double step = 0, norm = 0;
        for (int i = 0; i < _d; i++)
        {
            ComplexDisc correction = default;
            double row = 0;
            for (int k = 0; k < _d; k++)
            {
                ComplexDisc c = Inverse(i, k);
                correction = ComplexDisc.AddProduct(correction, c, _values[k]);
                row += c.Magnitude;
            }

            step = Math.Max(step, correction.Magnitude);
            norm = Math.Max(norm, row);
        }

        double uniqueness = 4 * step;
        Evaluate(z, uniqueness);
        double contraction = 0;
        for (int i = 0; i < _d; i++)
            contraction = Math.Max(contraction, Defect(i));
        // y + qρ ≤ ρ/4 + ρ/2. Sums of d magnitudes have a relative rounding of d·2⁻⁵³, which the factors cover.
        return contraction < 0.499
            ? new(true, false, false, uniqueness, step / (1 - contraction) * (1 + 1e-12), norm * (1 + 1e-12))
            : default;
    }

    // At the point, improved by a step of Newton's method where that is finite.
    private ZeroCertificate Test(Span<(double Re, double Im)> z)
    {
        Evaluate(z, 0);
        for (int k = 0; k < _matrix.Length; k++)
            _matrix[k] = new(_jacobian[k].Re, _jacobian[k].Im);
        if (!ComplexInverse.TryInvert(_matrix, _inverse, _d))
            return default;
        for (int i = 0; i < _d; i++)
        {
            Complex correction = Complex.Zero;
            for (int k = 0; k < _d; k++)
                correction += _inverse[i * _d + k] * new Complex(_values[k].Re, _values[k].Im);
            z[i] = (z[i].Re - correction.Real, z[i].Im - correction.Imaginary);
        }

        return CertifyAt(z);
    }

    // Upper bound of Σ_j |δ_ij − Σ_k C_ik H′_kj|.
    private double Defect(int i)
    {
        double sum = 0;
        for (int j = 0; j < _d; j++)
        {
            ComplexDisc entry = i == j ? new(-1, 0, 0) : default;
            for (int k = 0; k < _d; k++)
                entry = ComplexDisc.AddProduct(entry, Inverse(i, k), _jacobian[k * _d + j]);
            sum += entry.Magnitude;
        }

        return double.IsNaN(sum) ? double.PositiveInfinity : sum;
    }

    private ComplexDisc Inverse(int i, int k)
    {
        Complex c = _inverse[i * _d + k];
        return new(c.Real, c.Imaginary, 0);
    }

    private void Evaluate(ReadOnlySpan<(double Re, double Im)> z, double radius)
    {
        for (int j = 0; j < _d; j++)
            _point[j] = new(z[j].Re, z[j].Im, radius);
        _system.Evaluate<ComplexDisc>(_point, _values, _jacobian, _d);
    }
}
