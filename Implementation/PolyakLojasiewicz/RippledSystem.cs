using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.PolyakLojasiewicz;

/// <summary>L(w) = Σ_i h((Aw)_i − y_i), h(r) = r² + a·sin²r: least squares for a = 0 (without the ½), non-convex beyond
/// a = 1, and Polyak–Łojasiewicz on all of R^p for n ≤ p and a below 4.603…</summary>
/// <remarks>
/// A = U·diag(s)·Vᵀ with Haar's orthogonal U, V and s_i² spread geometrically from 1 to the condition number. For n ≤ p
/// the minimum is 0 and ½‖∇L‖² = ½‖Aᵀh′‖² ≥ ½s_min²‖h′‖² ≥ s_min²·μ(a)·L; the Hessian is at most (2 + 2a)·s_max². For a
/// = 0 both constants are best possible: μ = 2s_min², β = 2s_max².
/// </remarks>
public sealed class RippledSystem
{
    private readonly Matrix _left;
    private readonly Matrix _right;
    private readonly double[] _singularValues;

    /// <summary>Draws A.</summary>
    /// <param name="stream">Source of the orthogonal factors.</param>
    /// <param name="samples">n ≥ 1.</param>
    /// <param name="parameters">p ≥ 1.</param>
    /// <param name="ripple">a, in [0, 100].</param>
    /// <param name="condition">s_max²/s_min² ≥ 1; 1 is taken for one singular value.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size or constant is out of range.</exception>
    public RippledSystem(RandomStream stream, int samples, int parameters, double ripple, double condition)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(parameters, 1);
        if (!(condition >= 1 && condition <= 1e6))
            throw new ArgumentOutOfRangeException(
                nameof(condition), condition, "The condition number has to lie in [1, 10⁶].");
        Ripple = ripple;
        LandscapeConstants scalar = RippledParabola.ConstantsAt(ripple);
        int rank = Math.Min(samples, parameters);
        _left = Haar.Orthogonal(stream, samples);
        _right = Haar.Orthogonal(stream, parameters);
        _singularValues = new double[rank];
        for (int i = 0; i < rank; i++)
            _singularValues[i] =
                rank == 1 ? 1 : ElementaryFunctions.Exp(0.5 * ElementaryFunctions.Log(condition) * i / (rank - 1));
        A = new Matrix(samples, parameters);
        for (int k = 0; k < rank; k++)
            for (int i = 0; i < samples; i++)
                for (int j = 0; j < parameters; j++)
                    A[i, j] += _left[i, k] * _singularValues[k] * _right[j, k];
        double largest = _singularValues[^1];
        Polyak = scalar.Polyak.Lower * _singularValues[0] * _singularValues[0];
        CurvatureBound = 2 + 2 * ripple;
        Smoothness = CurvatureBound * largest * largest;
        WorstResidual = ripple > 0 ? scalar.PolyakLocation : 1;
    }

    /// <summary>n × p.</summary>
    public Matrix A { get; }

    /// <summary>a.</summary>
    public double Ripple { get; }

    /// <summary>A lower bound of μ in ½‖∇L‖² ≥ μ(L − L*), best possible for a = 0; the last digits of
    /// <see cref="ConstantsError"/> apart.</summary>
    public double Polyak { get; }

    /// <summary>β, best possible for a = 0.</summary>
    public double Smoothness { get; }

    /// <summary>sup|h″| = 2 + 2a.</summary>
    public double CurvatureBound { get; }

    /// <summary>The residual at which ½h′²/h is least.</summary>
    public double WorstResidual { get; }

    /// <summary>Relative error of μ and β: the stored A differs from a matrix with the singular values s by at most
    /// 16(n + p) roundings of s_max.</summary>
    public double ConstantsError =>
        64.0 * (A.Rows + A.Columns) * UnitRoundoff * _singularValues[^1] / _singularValues[0];

    /// <summary>Relative error of one evaluation, from the longest chains of operations: products with A and sums over
    /// the samples.</summary>
    public double OperationError => 8.0 * (A.Rows + A.Columns + 8) * UnitRoundoff;

    /// <summary>A point with residuals (for y = 0) along the left singular vector of the given rank: 0 for the
    /// weakest.</summary>
    public double[] AlongSingularVector(int index, double size)
    {
        double[] w = _right.Column(index);
        Lanes.Scale(size / _singularValues[index], w);
        return w;
    }

    /// <summary>The number of singular values.</summary>
    public int Rank => _singularValues.Length;

    /// <summary>A unit vector orthogonal to the range of A, for n &gt; p.</summary>
    /// <exception cref="InvalidOperationException">The range is everything.</exception>
    public double[] OutsideTheRange() => A.Rows > Rank
        ? _left.Column(Rank)
        : throw new InvalidOperationException($"A has {A.Rows} rows and rank {Rank}: its range is everything.");

    /// <summary>r = Aw − y.</summary>
    public double[] Residual(ReadOnlySpan<double> w, ReadOnlySpan<double> y)
    {
        double[] r = MatrixVector.Multiply(A, w);
        Lanes.Axpy(-1, y, r);
        return r;
    }

    /// <summary>Σ h(r_i).</summary>
    public double Loss(ReadOnlySpan<double> r)
    {
        double sum = 0;
        foreach (double residual in r)
        {
            double sine = ElementaryFunctions.SinCos(residual).Sin;
            sum += residual * residual + Ripple * sine * sine;
        }

        return sum;
    }

    /// <summary>h′(r_i), entry by entry: 2r + a·sin 2r.</summary>
    public double[] Slopes(ReadOnlySpan<double> r)
    {
        var slopes = new double[r.Length];
        for (int i = 0; i < r.Length; i++)
            slopes[i] = 2 * r[i] + Ripple * ElementaryFunctions.SinCos(2 * r[i]).Sin;
        return slopes;
    }

    /// <summary>A starting point: along the weakest or the stiffest singular vector, at the worst or a random distance,
    /// or in a random direction, each a third of the time.</summary>
    public double[] Start(RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        double kind = stream.NextUniform();
        double size = ElementaryFunctions.Exp(-4 + 7 * stream.NextUniform());
        bool worst = stream.NextUniform() < 0.5;
        if (kind < 2.0 / 3)
            return AlongSingularVector(kind < 1.0 / 3 ? 0 : Rank - 1, worst ? WorstResidual : size);
        var w = new double[A.Columns];
        stream.FillNormals(w);
        Lanes.Scale(size / Lanes.Norm(w), w);
        return w;
    }

    /// <summary>Bound of the error that rounding makes in L(w − step), where the step was computed from slopes v as
    /// η·Aᵀv or less.</summary>
    /// <param name="after">Residuals after the step.</param>
    /// <param name="start">‖w‖.</param>
    /// <param name="stepSize">η.</param>
    /// <param name="slopes">‖v‖.</param>
    public double LossError(ReadOnlySpan<double> after, double start, double stepSize, double slopes)
    {
        double size = _singularValues[^1];
        double δ = OperationError * size * Math.Sqrt(Rank) * (start + 2 * stepSize * size * slopes);
        return Lanes.Norm(Slopes(after)) * δ + 0.5 * CurvatureBound * δ * δ + OperationError * Loss(after);
    }
}
