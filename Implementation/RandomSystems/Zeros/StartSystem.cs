using System.Runtime.Intrinsics;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.RandomSystems.Zeros;

// γ(z_i^p_i − z_n^p_i) for i < n: the system of total degree, whose ∏p_i zeros are products of roots of unity.

/// <summary>The start of a homotopy: G_i = γ(z_i^p_i − z_n^p_i), i &lt; n, with its ∏p_i zeros.</summary>
internal sealed class StartSystem
{
    private readonly int[] _degrees;
    private readonly double[] _chart;
    private readonly ComplexLanes _gamma;
    private readonly (double Re, double Im)[][] _roots;

    /// <summary>The start system for a target.</summary>
    /// <param name="target">Degrees and chart.</param>
    /// <param name="angle">γ = e^(i·angle).</param>
    internal StartSystem(SquareSystem target, double angle)
    {
        _degrees = [.. target.Forms.Select(form => form.Degree)];
        _chart = target.Chart.ToArray();
        (double sin, double cos) = ElementaryFunctions.SinCos(angle);
        _gamma = new(Vector512.Create(cos), Vector512.Create(sin));
        _roots = [.. _degrees.Select(Roots)];
    }

    /// <summary>The zero of a number below ∏p_i, in the chart; false where its line misses the chart.</summary>
    internal bool TryZero(int number, Span<(double Re, double Im)> z)
    {
        double re = _chart[^1], im = 0;
        for (int i = 0; i < _degrees.Length; i++)
        {
            z[i] = _roots[i][number % _degrees[i]];
            number /= _degrees[i];
            re += _chart[i] * z[i].Re;
            im += _chart[i] * z[i].Im;
        }

        z[^1] = (1, 0);
        double square = re * re + im * im;
        if (!(square > 1e-20))
            return false;
        foreach (ref (double Re, double Im) entry in z)
            entry = ((entry.Re * re + entry.Im * im) / square, (entry.Im * re - entry.Re * im) / square);
        return true;
    }

    /// <summary>G_i(z), and its two derivatives that are not 0: by z_i and by z_n.</summary>
    internal (ComplexLanes Value, ComplexLanes Own, ComplexLanes Last) Evaluate(int i, ReadOnlySpan<ComplexLanes> z)
    {
        int p = _degrees[i];
        Vector512<double> degree = Vector512.Create((double)p);
        ComplexLanes own = ComplexLanes.Multiply(_gamma, Power(z[i], p - 1));
        ComplexLanes last = ComplexLanes.Multiply(_gamma, Power(z[^1], p - 1));
        ComplexLanes value = ComplexLanes.AddProduct(
            ComplexLanes.Multiply(own, z[i]), ComplexLanes.Scale(Vector512.Create(-1.0), last), z[^1]);
        return (value, ComplexLanes.Scale(degree, own), ComplexLanes.Scale(-degree, last));
    }

    private static ComplexLanes Power(ComplexLanes z, int exponent)
    {
        ComplexLanes power = ComplexLanes.One;
        for (int k = 0; k < exponent; k++)
            power = ComplexLanes.Multiply(power, z);
        return power;
    }

    private static (double Re, double Im)[] Roots(int degree)
    {
        var roots = new (double Re, double Im)[degree];
        for (int k = 0; k < degree; k++)
        {
            (double sin, double cos) = ElementaryFunctions.SinCos(2 * Math.PI * k / degree);
            roots[k] = (cos, sin);
        }

        return roots;
    }
}
