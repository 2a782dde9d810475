using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.ImplicitBias.Geometry;

// U⁺ = U − τ∇L(U⁺) with 1 + t = e^s and steps of equal length in s, so that τ grows with t. Terms τ·ℓ(q_i) are formed
// as exp(log τ − q_i): neither factor is a double at t = e³⁰⁰.
//
// Proven error (after Nochetto, Savaré and Verdi, "A posteriori error estimates for variable time-step discretizations
// of nonlinear evolution equations", 2000). With Û the linear interpolant, convexity gives ½ d/dt ‖u − Û‖² ≤ L(Û) −
// L(U⁺) − ⟨∇L(U⁺), Û − U⁺⟩ ≤ θB, θ falling from 1 to 0 along the step and B = L(U) − L(U⁺) − ‖U − U⁺‖²/τ, so that ‖u −
// U‖² grows by at most τB. Backward steps of convex losses are nonexpansive: an inexact solution adds its own residual.

/// <summary>The gradient flow of Σℓ(⟨w, z_i⟩) by backward Euler steps in log(1 + t), with a proven bound of the
/// distance to the flow.</summary>
public sealed class BackwardEulerInLogTime
{
    private const double UnitRoundoff = DoublePrecision.UnitRoundoff;
    private const int MostIterations = 60;
    private readonly Matrix _Z;
    private readonly MarginLoss _loss;
    private readonly double _scale;
    private readonly double[] _w;
    private readonly double[] _lastMove;
    private readonly double[] _u;
    private readonly double[] _F;
    private readonly double[] _gradient;
    private readonly double[] _hessian;
    private readonly double[] _margins;
    private readonly double[] _values;
    private readonly double[] _slopes;
    private readonly double[] _curvatures;
    private double _error;

    /// <summary>Starts a flow at time 0.</summary>
    /// <param name="Z">m × d, row i being y_i·x_i.</param>
    /// <param name="loss">ℓ.</param>
    /// <param name="w0">d entries.</param>
    public BackwardEulerInLogTime(Matrix Z, MarginLoss loss, ReadOnlySpan<double> w0)
    {
        ArgumentNullException.ThrowIfNull(Z);
        _Z = Z;
        _loss = loss;
        _scale = Lanes.Norm(Z.Values);
        _w = w0.ToArray();
        (int m, int d) = (Z.Rows, Z.Columns);
        (_lastMove, _u, _F, _gradient, _hessian) =
            (new double[d], new double[d], new double[d], new double[d], new double[d * d]);
        (_margins, _values, _slopes, _curvatures) = (new double[m], new double[m], new double[m], new double[m]);
    }

    /// <summary>The point reached, d entries.</summary>
    public ReadOnlySpan<double> Weights => _w;

    /// <summary>s = log(1 + t).</summary>
    public double LogTime { get; private set; }

    /// <summary>A proven bound of the distance of <see cref="Weights"/> to the flow at <see cref="LogTime"/>.</summary>
    public double Error => _error;

    /// <summary>Goes on to a later time.</summary>
    /// <param name="logTime">The time to reach, in s.</param>
    /// <param name="steps">How many steps of equal length in s, at least 1.</param>
    /// <returns>False where a step could not be solved: then the time reached is <see cref="LogTime"/>.</returns>
    public bool Advance(double logTime, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        double start = LogTime, h = (logTime - start) / steps;
        Array.Clear(_lastMove);
        for (int n = 0; n < steps; n++)
        {
            double next = start + (n + 1) * h;
            if (!Step(next))
                return false;
            LogTime = next;
        }

        return true;
    }

    private bool Step(double next)
    {
        int m = _Z.Rows, d = _Z.Columns;
        // τ = e^s⁺ − e^s. Its rounding is a relative error of the step, that is one of the time.
        double logStep = next + ElementaryFunctions.Log(-ElementaryFunctions.Expm1(LogTime - next));
        Margins(_w);
        Terms(logStep);
        double before = Lanes.Sum(_values);
        // Late steps of equal length in s are equal: the last one is the first guess.
        _w.CopyTo(_u, 0);
        Lanes.Axpy(1, _lastMove, _u);
        double residual = double.PositiveInfinity, now, length;
        for (int iteration = 0; ; iteration++)
        {
            Margins(_u);
            Terms(logStep);
            // F(u) = u − w + τ∇L(u) is the gradient of a strongly convex function with Hessian I + Σczzᵀ.
            Gradient();
            for (int j = 0; j < d; j++)
                _F[j] = _gradient[j] + (_u[j] - _w[j]);
            (now, length) = (Lanes.Norm(_F), Lanes.Norm(_u));
            if (!double.IsFinite(now))
                return false;
            // What is left is part of the proven error: rounding of the terms makes as much of it.
            if (now <= 256 * UnitRoundoff * (1 + length)
                || now >= residual && now < 1e-9 * (1 + length)
                || iteration == MostIterations)
                break;
            residual = now;
            Solve();
            // The exponentials fall by at most e^{−1} per unit of margin: longer Newton steps are cut to a change of
            // margins of 2.
            Margins(_F);
            double change = 0;
            foreach (double margin in _margins)
                change = Math.Max(change, Math.Abs(margin));
            Lanes.Axpy(-Math.Min(1, 2 / change), _F, _u);
        }

        double moved = 0, gradient = Lanes.Norm(_gradient), weight = Lanes.Sum(_values);
        for (int j = 0; j < d; j++)
        {
            _lastMove[j] = _u[j] - _w[j];
            moved += _lastMove[j] * _lastMove[j];
        }

        // Margins err by (d + 2)u‖z‖‖w‖, exponents by that and by the rounding of log τ: a relative error of every
        // term.
        double relative = UnitRoundoff * ((d + 4) * (_scale * (length + Lanes.Norm(_w)) + Math.Abs(logStep)) + m + 8);
        double inexact = now + relative * (_scale * weight + gradient) + 4 * UnitRoundoff * length;
        double bracket = before - weight - moved;
        double growth =
            Math.Max(0, bracket)
            + relative * (before + weight + moved)
            + 4 * inexact * (Math.Sqrt(moved) + gradient + inexact);
        _error = Math.Sqrt(_error * _error + growth) + inexact;
        _u.CopyTo(_w, 0);
        return double.IsFinite(_error);
    }

    // Products of a few entries, thousands of times: plain loops are faster than calls.
    private void Margins(double[] point)
    {
        for (int i = 0; i < _margins.Length; i++)
        {
            ReadOnlySpan<double> z = _Z.Row(i);
            double sum = 0;
            for (int j = 0; j < z.Length; j++)
                sum += z[j] * point[j];
            _margins[i] = sum;
        }
    }

    private void Gradient()
    {
        Array.Clear(_gradient);
        for (int i = 0; i < _slopes.Length; i++)
        {
            ReadOnlySpan<double> z = _Z.Row(i);
            for (int j = 0; j < z.Length; j++)
                _gradient[j] += _slopes[i] * z[j];
        }
    }

    // τ·ℓ(q), τ·ℓ′(q) and τ·ℓ″(q) at the margins q.
    private void Terms(double logStep)
    {
        double[] q = _margins;
        for (int i = 0; i < q.Length; i++)
            _values[i] = logStep - q[i];
        ElementaryFunctions.Exp(_values, _values);
        double τ = double.NaN;
        for (int i = 0; i < q.Length; i++)
        {
            // 1 + e^{−q} rounds to 1 beyond 36.
            if (_loss == MarginLoss.Exponential || q[i] > 36)
            {
                (_slopes[i], _curvatures[i]) = (-_values[i], _values[i]);
                continue;
            }

            if (double.IsNaN(τ))
                τ = ElementaryFunctions.Exp(logStep);
            double e = ElementaryFunctions.Exp(-Math.Abs(q[i]));
            double sigmoid = q[i] >= 0 ? e / (1 + e) : 1 / (1 + e); // σ(−q)
            _values[i] = τ * (ElementaryFunctions.Log1p(e) + Math.Max(0, -q[i]));
            _slopes[i] = -τ * sigmoid;
            _curvatures[i] = τ * sigmoid * (1 - sigmoid);
        }
    }

    // F ← (I + ZᵀcZ)⁻¹F by elimination without pivoting, stable for a positive definite matrix.
    private void Solve()
    {
        double[] F = _F;
        int d = F.Length;
        Span<double> H = _hessian;
        H.Clear();
        for (int i = 0; i < _curvatures.Length; i++)
        {
            ReadOnlySpan<double> z = _Z.Row(i);
            for (int a = 0; a < d; a++)
            {
                double factor = _curvatures[i] * z[a];
                for (int b = 0; b <= a; b++)
                    H[a * d + b] += factor * z[b];
            }
        }

        for (int a = 0; a < d; a++)
        {
            H[a * d + a] += 1;
            for (int b = 0; b < a; b++)
                H[b * d + a] = H[a * d + b];
        }

        for (int k = 0; k < d; k++)
        {
            for (int i = k + 1; i < d; i++)
            {
                double factor = H[i * d + k] / H[k * d + k];
                for (int j = k; j < d; j++)
                    H[i * d + j] -= factor * H[k * d + j];
                F[i] -= factor * F[k];
            }
        }

        for (int i = d - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < d; j++)
                F[i] -= H[i * d + j] * F[j];
            F[i] /= H[i * d + i];
        }
    }
}
