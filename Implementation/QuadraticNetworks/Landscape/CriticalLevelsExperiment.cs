using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>Sizes of <see cref="CriticalLevelsExperiment"/>.</summary>
/// <param name="Dimension">d, 1 to 10.</param>
/// <param name="Coupling">The c in τ = −Σ_{i∉I} s_i / (1 + c|I|); ½ is right.</param>
public sealed record CriticalLevelsCell(int Dimension, double Coupling);

/// <summary>All 2^d critical points of one diagonal teacher with distinct strengths s_1 &lt; … &lt; s_d, s_1 =
/// σ_min(W*)².</summary>
/// <param name="GradientResidual">Largest of the 2^d gradient norms, relative to 4·‖W‖·(|tr A| + 2‖A‖) + 1.</param>
/// <param name="LevelResidual">Largest relative difference between the risk of a critical point and V_I =
/// (Σ_{i∉I}s_i)²/(1+|I|/2) + 2Σ_{i∉I}s_i².</param>
/// <param name="LowestLevel">The lowest level apart from the teacher's, over s_1².</param>
public sealed record CriticalLevelsOutcome(double GradientResidual, double LevelResidual, double LowestLevel);

/// <summary>The critical points of the Gaussian population risk, one for each set of directions that the student has
/// learned.</summary>
/// <remarks>
/// Derived as follows: with T(A) = tr(A)·I + 2A and S* = diag(s), a student M supported on the directions I is critical
/// exactly if T(A) vanishes on I: M_ii = s_i − τ/2 with τ = tr A = −Σ_{i∉I}s_i − |I|τ/2.
/// </remarks>
public sealed class CriticalLevelsExperiment : Experiment<CriticalLevelsCell, CriticalLevelsOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/critical-levels";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override CriticalLevelsOutcome Run(
        CriticalLevelsCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        double[] s = Strengths(stream, d);
        QuadraticRisk risk = QuadraticRisk.Population(CoordinateLaw.Gaussian, d);
        Teacher teacher = Teacher.WithWeights(Matrix.Diagonal([.. s.Select(Math.Sqrt)]));
        double gradientResidual = 0;
        double levelResidual = 0;
        double lowest = double.PositiveInfinity;
        for (int learned = 0; learned < 1 << d; learned++)
        {
            (double[] student, double predicted) = Student(s, learned, cell.Coupling);
            Matrix W = Matrix.Diagonal([.. student.Select(Math.Sqrt)]);
            (double value, double[] gradient) = StudentDescent.Evaluate(risk, teacher, W.Values, d);
            double[] a = [.. student.Zip(s, (m, strength) => m - strength)];
            double size = 4 * Lanes.Norm(W.Values) * (Math.Abs(Lanes.Sum(a)) + 2 * Lanes.Norm(a)) + 1;
            gradientResidual = Math.Max(gradientResidual, Lanes.Norm(gradient) / size);
            levelResidual = Math.Max(levelResidual, Math.Abs(value - predicted) / (1 + predicted));
            if (learned != (1 << d) - 1)
                lowest = Math.Min(lowest, value);
        }

        return new(gradientResidual, levelResidual, lowest / (s[0] * s[0]));
    }

    // Gaps of at least ½ keep the strengths distinct.
    private static double[] Strengths(RandomStream stream, int d)
    {
        var s = new double[d];
        stream.FillUniforms(s);
        double sum = 0;
        for (int i = 0; i < d; i++)
            s[i] = sum += 0.5 + s[i];
        return s;
    }

    private static (double[] Student, double Level) Student(double[] s, int learned, double coupling)
    {
        int count = System.Numerics.BitOperations.PopCount((uint)learned);
        double missing = 0;
        double squares = 0;
        for (int i = 0; i < s.Length; i++)
        {
            if (((learned >> i) & 1) == 0)
            {
                missing += s[i];
                squares += s[i] * s[i];
            }
        }

        double τ = -missing / (1 + coupling * count);
        double[] student = [.. s.Select((strength, i) => ((learned >> i) & 1) == 0 ? 0 : strength - τ / 2)];
        return (student, missing * missing / (1 + coupling * count) + 2 * squares);
    }
}
