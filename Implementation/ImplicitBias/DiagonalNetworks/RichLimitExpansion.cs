using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.ImplicitBias.DiagonalNetworks;

// S is the optimal basis of basis pursuit, σ the signs there, β* its solution, z* = Xᵀν* with z*_S = σ. For any
// interpolant whose signs on S are σ, ‖β‖₁ − ‖β*‖₁ = ‖β‖₁ − ν*ᵀXβ = Σ_{j∉S} |β_j|(1 − z*_j·sign β_j): nothing cancels.
// The slopes z = q′(β_α/α^D) lie in the row space, so that z_j = a_jᵀz_S with a_j = X_S⁻¹x_j, z*_j = a_jᵀσ. On S they
// are known: for D = 2, |z_i| = log(|β*_i|/α²) + δ_i; for D ≥ 3, |z_i| = 1 − δ_i. Off S therefore z_j = L·z*_j +
// a_jᵀ(σ·log|β*|), L = log(1/α²), up to ‖a_j‖₁·max|δ_i|, or z_j = z*_j up to the same. δ is read from the computed
// minimizer with its bounds.

/// <summary>
/// The leading term of ‖β_α‖₁ − min ‖β‖₁ as α → 0 on one instance, with the bounds that prove how near the gap is to
/// it.
/// </summary>
public sealed class RichLimitExpansion
{
    private readonly int _depth;
    private readonly Link _link;
    private readonly int[] _basis;
    private readonly int[] _off;
    private readonly double[] _signs;
    private readonly double[] _logs; // log|β*_i| on the basis
    private readonly double[] _logErrors;
    private readonly double[] _dual; // z* off the basis, signed
    private readonly double[] _shift; // a_jᵀ(σ·log|β*|)
    private readonly double[] _weights; // upper bounds of ‖a_j‖₁
    private readonly double[] _dualErrors;
    private readonly double[] _shiftErrors;

    /// <summary>Sets up the expansion.</summary>
    /// <param name="X">m × d.</param>
    /// <param name="y">m labels.</param>
    /// <param name="optimum">The solution of basis pursuit.</param>
    /// <param name="depth">D ≥ 2.</param>
    public RichLimitExpansion(Matrix X, double[] y, BasisPursuitSolution optimum, int depth)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(optimum);
        _depth = depth;
        _link = DiagonalLink.Of(depth);
        int m = X.Rows;
        _basis = optimum.IsOptimal ? optimum.Support : [];
        _off = [.. Enumerable.Range(0, X.Columns).Where(j => !_basis.Contains(j))];
        _signs = [.. _basis.Select(j => optimum.Solution[j] < 0 ? -1.0 : 1)];
        _logs = new double[_basis.Length];
        _logErrors = new double[_basis.Length];
        (_dual, _shift, _weights) = (new double[_off.Length], new double[_off.Length], new double[_off.Length]);
        (_dualErrors, _shiftErrors) = (new double[_off.Length], new double[_off.Length]);
        if (_basis.Length < m)
            return;
        var B = new Matrix(m, m);
        for (int i = 0; i < m; i++)
            for (int k = 0; k < m; k++)
                B[i, k] = X[i, _basis[k]];
        PotentialMinimum primal = PotentialMinimizer.Minimize(B, y, new LinearLink(), 1);
        double σ = RowConditioning.LeastSingularValue(B);
        double margin = double.PositiveInfinity, size = 0;
        for (int k = 0; k < m; k++)
        {
            double β = Math.Abs(primal.Solution[k]);
            margin = Math.Min(margin, β - primal.Radius[k]);
            size = Math.Max(size, β);
            _logs[k] = ElementaryFunctions.Log(β);
            _logErrors[k] =
                -ElementaryFunctions.Log1p(-Math.Min(primal.Radius[k] / β, 0.5))
                + 4 * DoublePrecision.UnitRoundoff * (1 + Math.Abs(_logs[k]));
        }

        // Vectors with prescribed products with the basis columns, and the residuals of both systems.
        QrFactor transposed = QrFactor.Of(B.Transpose()), direct = QrFactor.Of(B);
        double[] target = [.. _signs.Zip(_logs, (sign, log) => sign * log)];
        double[] ν = transposed.Solve(_signs),
            μ = transposed.Solve(target);
        double νResidual = Residual(B.Transpose(), ν, _signs),
            μResidual = Residual(B.Transpose(), μ, target) + _logErrors.Max();
        for (int n = 0; n < _off.Length; n++)
        {
            double[] x = X.Column(_off[n]);
            double[] a = direct.Solve(x);
            _weights[n] = a.Sum(Math.Abs) + Math.Sqrt(m) * Residual(B, a, x) / σ;
            _dual[n] = Lanes.Dot(x, ν);
            _shift[n] = Lanes.Dot(x, μ);
            _dualErrors[n] = _weights[n] * νResidual + Rounding(x, ν);
            _shiftErrors[n] = _weights[n] * μResidual + Rounding(x, μ);
        }

        bool optimal = _dual.Zip(_dualErrors, (z, error) => Math.Abs(z) + error).All(z => z < 1);
        LeastMargin = primal.IsCertified && optimal && σ > 0 ? Math.Max(margin, 0) / size : 0;
    }

    /// <inheritdoc cref="RichLimitOutcome.LeastMargin"/>
    public double LeastMargin { get; }

    /// <summary>|z*_j| off the basis.</summary>
    public double[] DualSlopes => [.. _dual.Select(Math.Abs)];

    /// <inheritdoc cref="RichLimitOutcome.LogConstants"/>
    public double[] LogConstants =>
        [
            .. _dual.Select(
                (z, n) => _depth == 2 ? Math.Sign(z) * _shift[n] : ElementaryFunctions.Log(Link(Math.Abs(z)))),
        ];

    /// <summary>The leading term Σ(1 − s_j)·c_j·α^e of the gap, e = 2(1 − s_j) for D = 2 and D for D ≥ 3.</summary>
    /// <param name="dualSlopes">s_j = |z*_j| off the basis.</param>
    /// <param name="logConstants">log c_j.</param>
    /// <param name="depth">D ≥ 2.</param>
    /// <param name="α">The scale of the start.</param>
    /// <param name="relativeExponent">A factor of every exponent.</param>
    public static double Leading(
        IReadOnlyList<double> dualSlopes, IReadOnlyList<double> logConstants, int depth, double α,
        double relativeExponent = 1)
    {
        ArgumentNullException.ThrowIfNull(dualSlopes);
        ArgumentNullException.ThrowIfNull(logConstants);
        double log = ElementaryFunctions.Log(α), sum = 0;
        for (int n = 0; n < dualSlopes.Count; n++)
        {
            double s = dualSlopes[n], exponent = relativeExponent * (depth == 2 ? 2 * (1 - s) : depth);
            sum += (1 - s) * ElementaryFunctions.Exp(logConstants[n] + exponent * log);
        }

        return sum;
    }

    /// <summary>
    /// The gap at a scale, the bound of its error relative to it, and the bound of |log(gap/leading term)|.
    /// </summary>
    public (double Gap, double Error, double Envelope) Gap(PotentialMinimum point, double α)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (LeastMargin <= 0 || !point.IsCertified)
            return (double.NaN, double.NaN, double.PositiveInfinity);
        double scale = DiagonalLink.Scale(_depth, α);
        double L = -2 * ElementaryFunctions.Log(α);
        double δ = 0;
        for (int k = 0; k < _basis.Length; k++)
        {
            int i = _basis[k];
            if (_signs[k] * point.Solution[i] <= point.Radius[i])
                return (double.NaN, double.NaN, double.PositiveInfinity);
            double z = Math.Abs(point.Slopes[i]);
            double deviation = _depth == 2 ? Math.Abs(z - L - _logs[k]) + _logErrors[k] : 1 - z;
            δ = Math.Max(δ, deviation + point.SlopeRadius[i] + 4 * DoublePrecision.UnitRoundoff * (z + 1));
        }

        double gap = 0, error = 0, leading = 0, lower = 0, upper = 0;
        for (int n = 0; n < _off.Length; n++)
        {
            int j = _off[n];
            double β = Math.Abs(point.Solution[j]);
            double factor = 1 - _dual[n] * Math.Sign(point.Solution[j]);
            gap += β * factor;
            error += 2 * point.Radius[j] + β * _dualErrors[n];
            double s = Math.Abs(_dual[n]);
            double sign = _dual[n] < 0 ? -1 : 1;
            leading += (1 - s) * (_depth == 2
                ? ElementaryFunctions.Exp(-L * (1 - s) + sign * _shift[n])
                : scale * Link(s));
            double center = _depth == 2 ? L * s + sign * _shift[n] : s;
            double reach = _weights[n] * δ + (_depth == 2 ? L * _dualErrors[n] + _shiftErrors[n] : _dualErrors[n]);
            (double least, double most) = (Term(center - reach, s, scale), Term(center + reach, s, scale));
            upper += 1.000001 * Math.Max(least, most) + 2 * _dualErrors[n] * β;
            lower += center - reach > 0 ? 0.999999 * Math.Min(least, most) : 0;
        }

        lower -= error;
        double envelope =
            lower > 0
                ? Math.Max(
                    Math.Abs(ElementaryFunctions.Log(upper / leading)),
                    Math.Abs(ElementaryFunctions.Log(lower / leading)))
            : double.PositiveInfinity;
        return (gap, 1.000001 * error / gap + 1e-13, envelope + 1e-12);
    }

    // s·h(|z|)·(1 − |z*|·sign z): what a slope z, counted in the direction of z*, contributes; +∞ beyond the domain.
    private double Term(double z, double dual, double scale) =>
        Math.Abs(z) < _link.Bound ? scale * Link(Math.Abs(z)) * (1 - dual * Math.Sign(z)) : double.PositiveInfinity;

    private double Link(double z)
    {
        Span<double> argument = [z];
        Span<double> value = [0];
        Span<double> slope = [0];
        _link.Evaluate(argument, value, slope);
        return value[0];
    }

    private static double Residual(Matrix A, double[] x, double[] b)
    {
        double squares = 0;
        for (int i = 0; i < A.Rows; i++)
        {
            double r =
                Math.Abs(Lanes.Dot(A.Row(i), x) - b[i])
                + Rounding(A.Row(i).ToArray(), x)
                + 2 * DoublePrecision.UnitRoundoff * Math.Abs(b[i]);
            squares += r * r;
        }

        return Math.Sqrt(squares);
    }

    private static double Rounding(double[] a, double[] x) =>
        (a.Length + 8) * DoublePrecision.UnitRoundoff * a.Zip(x, (first, second) => Math.Abs(first * second)).Sum();
}
