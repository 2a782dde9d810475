using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.QuadraticNetworks.Descent;

/// <summary>What is known about all students of risk at most ℓ: how large their weights are, how curved the risk is,
/// and hence which steps descend.</summary>
/// <remarks>
/// <para>Derived for heading "Convergence of Gradient Descent" of Kızıldağ (2020), which speaks of "a certain step
/// size". Let λ ≤ Λ be the extreme eigenvalues of G.</para>
/// <para>Norm: λ‖A‖_F² ≤ L ≤ ℓ, so ‖W‖² ≤ B² = ‖W*‖² + √(ℓ/λ). Where λ = 0 a trace serves instead: with K = smat(G
/// svec(I)) and τ = svec(I)ᵀG svec(I) the Cauchy–Schwarz inequality gives ⟨K, WᵀW⟩ ≤ ⟨K, S*⟩ + √(τℓ), and ‖W‖² ≤
/// tr(WᵀW) ≤ (⟨K, S*⟩ + √(τℓ))/λ_min(K).</para>
/// <para>Curvature: D²L(W)[H, H] = 2⟨Q, T(Q)⟩ + 4⟨HᵀH, R⟩ with Q = WᵀH + HᵀW, ‖Q‖_F ≤ 2‖W‖‖H‖_F and ‖R‖_F ≤ √(ΛL),
/// hence at most (8ΛB² + 4√(Λℓ))‖H‖_F² = L_s‖H‖_F².</para>
/// <para>Steps: from a point of risk at most ℓ a step η ≤ 1/L_s along −∇L never leaves the set (at the first exit the
/// bound would still hold up to there, and the risk would have fallen) and lowers the risk by at least η‖∇L‖²/2.</para>
/// <para>From one point: on the segment that a step η ≤ ‖W‖/(2‖∇L‖) takes, weights stay below 1.5‖W‖, so that
/// 1/(18Λ‖W‖² + 4√(ΛL)) does as well, whatever the data.</para>
/// <para>Every bound is on the safe side of rounding: λ less its error, Λ plus its error. Immutable.</para>
/// </remarks>
public sealed class SublevelSet
{
    private readonly double _plantedNorm;
    private readonly double _traceNumerator;
    private readonly double _traceRoot;

    /// <summary>The sets of one risk and teacher.</summary>
    /// <exception cref="ArgumentException">The dimensions differ.</exception>
    public SublevelSet(QuadraticRisk risk, Teacher teacher)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(teacher);
        int d = risk.Dimension;
        if (teacher.Gram.Rows != d)
            throw new ArgumentException(
                $"The teacher has dimension {teacher.Gram.Rows}, the risk {d}.", nameof(teacher));
        double[] spectrum = risk.Spectrum.Values;
        LeastEigenvalue = Math.Max(0, spectrum[0] - risk.EigenvalueError);
        LargestEigenvalue = spectrum[^1] + risk.EigenvalueError;
        _plantedNorm = teacher.LargestEigenvalue;

        Matrix K = risk.ResidualMoment(SymmetricVectorization.Vectorize(Matrix.Identity(d)));
        SymmetricEigen traces = SymmetricEigen.Of(K);
        double least = traces.Values[0] - EigenvalueBound.Of(K, traces) - d * risk.EigenvalueError;
        double τ = 0;
        for (int i = 0; i < d; i++)
            τ += K[i, i];
        _traceNumerator = least > 0 ? Lanes.Dot(K.Values, teacher.Gram.Values) / least : double.PositiveInfinity;
        _traceRoot = least > 0 ? Math.Sqrt(τ) / least : 0;
    }

    /// <summary>λ: the least eigenvalue of G, less its error, at least 0.</summary>
    public double LeastEigenvalue { get; }

    /// <summary>Λ: the greatest eigenvalue of G, plus its error.</summary>
    public double LargestEigenvalue { get; }

    /// <summary>B²: no student of risk at most <paramref name="level"/> has larger ‖W‖². Infinite where the data span
    /// too little to tell.</summary>
    public double SquaredNorm(double level) => LeastEigenvalue > 0
        ? _plantedNorm + Math.Sqrt(level / LeastEigenvalue)
        : _traceNumerator + _traceRoot * Math.Sqrt(level);

    /// <summary>L_s: no curvature of the risk is larger on the set of risk at most <paramref name="level"/>.</summary>
    public double Curvature(double level) =>
        8 * LargestEigenvalue * SquaredNorm(level) + 4 * Math.Sqrt(LargestEigenvalue * level);

    /// <summary>A step from where a descent stands that lowers its risk by at least half of step times ‖∇L‖²: the
    /// longer one of those that the sublevel set and the point warrant.</summary>
    public double Step(GradientDescent descent)
    {
        ArgumentNullException.ThrowIfNull(descent);
        double level = Math.Max(0, descent.Risk);
        double squared = Lanes.Norm(descent.Gram.Values);
        double local = 1 / (18 * LargestEigenvalue * squared + 4 * Math.Sqrt(LargestEigenvalue * level));
        if (descent.GradientNorm > 0)
            local = Math.Min(local, Math.Sqrt(squared) / (2 * descent.GradientNorm));
        return Math.Max(1 / Curvature(level), double.IsFinite(local) ? local : 0);
    }
}
