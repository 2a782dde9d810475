using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.QuadraticNetworks.Descent;

/// <summary>Sizes of <see cref="DeficientDescentExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 2; the student has width d.</param>
/// <param name="Samples">N ≥ 1.</param>
/// <param name="Start">How the start has lost a rank.</param>
/// <param name="Steps">Number of steps.</param>
public sealed record DeficientDescentCell(
    CoordinateLaw Law, int Dimension, int Samples, DeficientStart Start, int Steps);

/// <summary>A descent from a rank-deficient start. Risks are in units of σ_min(W*)⁴.</summary>
/// <param name="LeastRisk">The least risk of the descent.</param>
/// <param name="Error">Bound of its rounding error.</param>
/// <param name="LowerBound">λ_min(Ĝ), less its error: no student of rank below d has a smaller risk; 0 where the
/// covariance is singular.</param>
/// <param name="Minimum">Risk of the best student of rank below d found through the dual; NaN where the covariance is
/// singular.</param>
/// <param name="MinimumError">Bound of its rounding error.</param>
/// <param name="Gradient">‖∇L‖ at the end, in units of σ_min(W*)³.</param>
/// <param name="IsStructured">Whether the last row is still zero, or equal to the one before it, to the last
/// bit.</param>
/// <param name="Rank">Numerical rank at the end.</param>
public sealed record DeficientDescentOutcome(
    double LeastRisk,
    double Error,
    double LowerBound,
    double Minimum,
    double MinimumError,
    double Gradient,
    bool IsStructured,
    int Rank);

/// <summary>Gradient descent from students of rank d − 1, beside the least risk of such students found without
/// descending.</summary>
public sealed class DeficientDescentExperiment : Experiment<DeficientDescentCell, DeficientDescentOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/deficient-descent";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 8;

    /// <inheritdoc/>
    public override DeficientDescentOutcome Run(
        DeficientDescentCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        if (d < 2)
            throw new ArgumentException("A student of rank d − 1 ≥ 1 needs d ≥ 2.", nameof(cell));
        Teacher teacher = Teacher.Gaussian(stream, 4 * d, d);
        var X = new Matrix(cell.Samples, d);
        cell.Law.Fill(stream, X.Values);
        QuadraticRisk risk = QuadraticRisk.Empirical(X);
        WeightDescent descent = GradientDescent.OnWeights(ResidualMap.Of(risk), teacher, Start(cell.Start, d, stream));
        RankDeficientMinimum? minimum = RankDeficientMinimum.Of(risk, teacher, stream, starts: 2);
        var sublevel = new SublevelSet(risk, teacher);
        double least = descent.Risk;
        double error = risk.At(descent.Difference).Error;
        for (int step = 0; step < cell.Steps; step++)
        {
            if (step % 256 == 0)
                cancellation.ThrowIfCancellationRequested();
            descent.Advance(sublevel.Step(descent));
            if (descent.Risk < least)
            {
                least = descent.Risk;
                error = double.NaN;
            }
        }

        // The risk falls monotonically but for rounding: the least one is the last one up to the error of that.
        if (double.IsNaN(error))
            error = 2 * risk.At(descent.Difference).Error;
        double σ2 = teacher.LeastEigenvalue;
        double σ4 = σ2 * σ2;
        return new(
            least / σ4,
            error / σ4,
            minimum is null ? 0 : minimum.LowerBound / σ4,
            minimum is null ? double.NaN : minimum.Risk / σ4,
            minimum is null ? double.NaN : minimum.Error / σ4,
            descent.GradientNorm / (σ2 * Math.Sqrt(σ2)),
            IsStructured(cell.Start, descent.Weights),
            new Student(descent.Weights).Rank());
    }

    private static Student Start(DeficientStart start, int d, RandomStream stream)
    {
        var W = new Matrix(d, d);
        stream.FillNormals(W.Values);

        // Of the size of the teacher, whose S* is near 4d·I.
        Lanes.Scale(2, W.Values);
        switch (start)
        {
            case DeficientStart.ZeroRow:
                W.Row(d - 1).Clear();
                break;
            case DeficientStart.EqualRows:
                W.Row(d - 2).CopyTo(W.Row(d - 1));
                break;
            default:
                var v = new double[d];
                UniformSphere.Fill(stream, v);
                double[] image = MatrixVector.Multiply(W, v);
                for (int i = 0; i < d; i++)
                    Lanes.Axpy(-image[i], v, W.Row(i));
                break;
        }

        return new(W);
    }

    private static bool IsStructured(DeficientStart start, Matrix W) => start switch
    {
        DeficientStart.ZeroRow => W.Row(W.Rows - 1).IndexOfAnyExcept(0.0) < 0,
        DeficientStart.EqualRows => W.Row(W.Rows - 1).SequenceEqual(W.Row(W.Rows - 2)),
        _ => false,
    };
}
