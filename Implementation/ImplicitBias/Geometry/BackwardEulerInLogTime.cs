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
    private readonly Matrix _Z;
    private readonly MarginLoss _loss;
    private readonly double _scale;
    private readonly double[] _w;
    private readonly double[] _lastMove;
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
        _lastMove = new double[_w.Length];
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
        double[] u = [.. _w], values = new double[m], slopes = new double[m], curvatures = new double[m];
        double[] before = new double[m];
        Terms(MatrixVector.Multiply(_Z, _w), logStep, before, slopes, curvatures);
        // Late steps of equal length in s are equal: the last one is the first guess.
        Lanes.Axpy(1, _lastMove, u);
        double residual = double.PositiveInfinity;
        for (int iteration = 0; iteration < 60; iteration++)
        {
            Terms(MatrixVector.Multiply(_Z, u), logStep, values, slopes, curvatures);
            // F(u) = u − w + τ∇L(u) is the gradient of a strongly convex function with Hessian I + Σczzᵀ.
            double[] F = MatrixVector.TransposeMultiply(_Z, slopes);
            for (int j = 0; j < d; j++)
                F[j] += u[j] - _w[j];
            double now = Lanes.Norm(F);
            if (!double.IsFinite(now))
                return false;
            if (now >= residual && now < 1e-9 * (1 + Lanes.Norm(u)))
                break;
            residual = now;
            if (now <= 16 * UnitRoundoff * (1 + Lanes.Norm(u)))
                break;
            Solve(curvatures, F);
            // The exponentials fall by at most e^{−1} per unit of margin: longer Newton steps are cut to a change of
            // margins of 2.
            double change = MatrixVector.Multiply(_Z, F).Max(Math.Abs);
            Lanes.Axpy(-Math.Min(1, 2 / change), F, u);
        }

        Terms(MatrixVector.Multiply(_Z, u), logStep, values, slopes, curvatures);
        double[] defect = MatrixVector.TransposeMultiply(_Z, slopes);
        double moved = 0, gradient = Lanes.Norm(defect), weight = Lanes.Sum(values);
        for (int j = 0; j < d; j++)
        {
            defect[j] += u[j] - _w[j];
            moved += (u[j] - _w[j]) * (u[j] - _w[j]);
        }

        double length = Lanes.Norm(u);
        // Margins err by (d + 2)u‖z‖‖w‖, exponents by that and by the rounding of log τ: a relative error of every
        // term.
        double relative = UnitRoundoff * ((d + 4) * (_scale * (length + Lanes.Norm(_w)) + Math.Abs(logStep)) + m + 8);
        double inexact = Lanes.Norm(defect) + relative * (_scale * weight + gradient) + 4 * UnitRoundoff * length;
        double bracket = Lanes.Sum(before) - weight - moved;
        double growth =
            Math.Max(0, bracket)
            + relative * (Lanes.Sum(before) + weight + moved)
            + 4 * inexact * (Math.Sqrt(moved) + gradient + inexact);
        _error = Math.Sqrt(_error * _error + growth) + inexact;
        for (int j = 0; j < d; j++)
            _lastMove[j] = u[j] - _w[j];
        u.CopyTo(_w, 0);
        return double.IsFinite(_error);
    }

    // τ·ℓ(q), τ·ℓ′(q) and τ·ℓ″(q).
    private void Terms(double[] q, double logStep, double[] values, double[] slopes, double[] curvatures)
    {
        for (int i = 0; i < q.Length; i++)
            values[i] = logStep - q[i];
        ElementaryFunctions.Exp(values, values);
        for (int i = 0; i < q.Length; i++)
        {
            double scaled = values[i];
            if (_loss == MarginLoss.Exponential)
            {
                (slopes[i], curvatures[i]) = (-scaled, scaled);
                continue;
            }

            double e = ElementaryFunctions.Exp(-Math.Abs(q[i]));
            double sigmoid = q[i] >= 0 ? e / (1 + e) : 1 / (1 + e); // σ(−q)
            if (q[i] > 36)
            {
                (slopes[i], curvatures[i]) = (-scaled, scaled); // 1 + e^{−q} rounds to 1
                continue;
            }

            double τ = ElementaryFunctions.Exp(logStep);
            values[i] = τ * (ElementaryFunctions.Log1p(e) + Math.Max(0, -q[i]));
            slopes[i] = -τ * sigmoid;
            curvatures[i] = τ * sigmoid * (1 - sigmoid);
        }
    }

    // F ← (I + ZᵀcZ)⁻¹F by elimination without pivoting, stable for a positive definite matrix.
    private void Solve(double[] curvatures, double[] F)
    {
        int d = F.Length;
        Span<double> H = d <= 32 ? stackalloc double[d * d] : new double[d * d];
        for (int a = 0; a < d; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double sum = a == b ? 1 : 0;
                for (int i = 0; i < curvatures.Length; i++)
                    sum += curvatures[i] * _Z[i, a] * _Z[i, b];
                H[a * d + b] = sum;
                H[b * d + a] = sum;
            }
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
