using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.Zeros;

/// <summary>Newton's method on the sphere for n ≤ d − 1 equations in d variables: x⁺ = (x + δ)/‖x + δ‖, where δ is the
/// shortest tangent vector with F(x) + DF(x)δ = 0.</summary>
/// <remarks>δ = −P^†F(x), P = DF(x)(I − xxᵀ), through the Gram matrix PPᵀ.</remarks>
public sealed class SphereNewton
{
    private readonly ISphereSystem _system;
    private readonly double[] _values;
    private readonly Matrix _slopes;

    /// <summary>The method for forms.</summary>
    /// <param name="forms">n ≥ 1 forms in the same d &gt; n variables.</param>
    public SphereNewton(IReadOnlyList<HomogeneousForm> forms)
        : this(new FormSystem(forms)) { }

    /// <summary>The method for a system.</summary>
    /// <param name="system">The system, n &lt; d.</param>
    public SphereNewton(ISphereSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        if (system.Equations >= system.Dimension)
            throw new ArgumentException("There are fewer equations than variables.", nameof(system));
        (_system, _values, _slopes) =
            (system, new double[system.Equations], new Matrix(system.Equations, system.Dimension));
    }

    /// <summary>F at the point given last.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Evaluates F and P at a point of the sphere.</summary>
    /// <param name="x">d entries of norm 1.</param>
    /// <returns>‖F(x)‖.</returns>
    public double Evaluate(ReadOnlySpan<double> x)
    {
        _system.Evaluate(x, _values, _slopes);
        for (int i = 0; i < _slopes.Rows; i++)
        {
            Span<double> row = _slopes.Row(i);
            Lanes.Axpy(-Lanes.Dot(row, x), x, row);
        }

        return Lanes.Norm(_values);
    }

    /// <summary>A lower bound of the least singular value of P at the point evaluated last.</summary>
    /// <param name="second">L ≥ (Σ_i ‖D²F_i‖_F²)^½ on the unit ball, of polynomials of degree 2 at least.</param>
    /// <remarks>From the eigenvalues of PPᵀ with their proven error. Entries of P and of PPᵀ are sums of fewer than 3m
    /// products, m ≥ d the longest sum of the system, those of P with terms whose absolute values sum to L at most in
    /// norm: their rounding moves an eigenvalue by less than 10m·2⁻⁵³(trace + L√trace).</remarks>
    public double LeastSingularValue(double second)
    {
        Matrix gram = MatrixProduct.MultiplyTranspose(_slopes, _slopes);
        var spectrum = SymmetricEigen.Of(gram);
        double trace = 0;
        for (int i = 0; i < gram.Rows; i++)
            trace += gram[i, i];
        double least = spectrum.Values[0] - EigenvalueBound.Of(gram, spectrum)
            - 10.0 * Math.Max(_slopes.Columns, _system.LongestSum) * DoublePrecision.UnitRoundoff
                * (trace + second * Math.Sqrt(trace));
        return least > 0 ? Math.Sqrt(least) : 0;
    }

    /// <summary>Moves a point by a step from where it was evaluated last.</summary>
    /// <param name="x">The point.</param>
    /// <param name="residual">‖F(x) + DF(x)δ‖ for the δ computed, with the rounding of its evaluation.</param>
    /// <returns>False where P has no full rank.</returns>
    public bool TryStep(Span<double> x, out double residual)
    {
        int n = _values.Length, d = x.Length;
        residual = double.PositiveInfinity;
        if (!CholeskyFactor.TryFactor(MatrixProduct.MultiplyTranspose(_slopes, _slopes), out CholeskyFactor? factor))
            return false;
        double[] weights = factor.Solve(_values), step = new double[d];
        for (int i = 0; i < n; i++)
            Lanes.Axpy(-weights[i], _slopes.Row(i), step);
        double square = 0;
        for (int i = 0; i < n; i++)
        {
            double rest = Math.Abs(_values[i] + Lanes.Dot(_slopes.Row(i), step))
                + 1e-14 * d * Lanes.Norm(_slopes.Row(i)) * Lanes.Norm(step);
            square += rest * rest;
        }

        residual = Math.Sqrt(square);
        Lanes.Axpy(1, step, x);
        Lanes.Scale(1 / Lanes.Norm(x), x);
        return true;
    }
}
