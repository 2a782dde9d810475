using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.RandomSystems.Model;

/// <summary>A system F: R^d → R^n that is evaluated with its derivative, as methods on the sphere need it.</summary>
public interface ISphereSystem
{
    /// <summary>n.</summary>
    int Equations { get; }

    /// <summary>d.</summary>
    int Dimension { get; }

    /// <summary>The most products that one entry of F or DF adds up.</summary>
    int LongestSum { get; }

    /// <summary>F(x) and DF(x).</summary>
    /// <param name="x">A point, of length d.</param>
    /// <param name="values">Receives F(x), of length n.</param>
    /// <param name="slopes">Receives DF(x), n × d.</param>
    void Evaluate(ReadOnlySpan<double> x, Span<double> values, Matrix slopes);
}
