using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.HessianDescent;

/// <summary>Cell of <see cref="RadialDerivativeExperiment"/>.</summary>
/// <param name="Mixture">ξ, of degree 4 at most.</param>
/// <param name="Dimension">d, from 2 to 60.</param>
/// <param name="Equations">n, from 1 to 400.</param>
/// <param name="Radius">‖x‖, positive, at most 1.</param>
/// <param name="Draws">Systems in one trial, from 1 to 1000.</param>
/// <param name="Ascent">Steps uphill on the sphere in the first of them, from 0 to 1000.</param>
public sealed record RadialDerivativeCell(
    Mixture Mixture, int Dimension, int Equations, double Radius, int Draws, int Ascent);

/// <summary>⟨x, ∇R_n(x)⟩/n at random points, and the largest value found on the sphere of one system.</summary>
/// <param name="Mean">Mean over the systems, within 10⁻¹² of the mean magnitude.</param>
/// <param name="MeanSquare">Mean of the square, likewise.</param>
/// <param name="Highest">The largest value on the way uphill, at a point of the sphere up to rounding; the first where
/// there are no steps.</param>
public sealed record RadialDerivativeOutcome(double Mean, double MeanSquare, double Highest);

/// <summary>The radial derivative of the risk at points that do not depend on the system, and at those that
/// do.</summary>
/// <remarks>With ρ = ⟨F, DF x⟩: ∇ρ = DFᵀ(DF x) + DFᵀF + Σ F_l∇²F_l x. The ascent is x ← r(∇ρ + κx)/‖·‖ with κ the mean
/// of the curvature's size, the best point counts.</remarks>
public sealed class RadialDerivativeExperiment : Experiment<RadialDerivativeCell, RadialDerivativeOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/radial-derivative";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override RadialDerivativeOutcome Run(
        RadialDerivativeCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension is < 2 or > 60 || cell.Equations is < 1 or > 400 || cell.Draws is < 1 or > 1000
            || cell.Ascent is < 0 or > 1000 || !(cell.Radius is > 0 and <= 1))
            throw new ArgumentException(
                "d lies between 2 and 60, n, draws and ascent are at most 400, 1000 and 1000, ‖x‖ lies in (0, 1].",
                nameof(cell));
        int n = cell.Equations, d = cell.Dimension;
        double sum = 0, squares = 0, highest = double.NegativeInfinity;
        double[] x = new double[d], F = new double[n];
        var D = new Matrix(n, d);
        for (int draw = 0; draw < cell.Draws; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            var system = TensorSystem.Draw(stream, cell.Mixture, d, n);
            UniformSphere.Fill(stream, x);
            Lanes.Scale(cell.Radius, x);
            system.Evaluate(x, F, D);
            double radial = Lanes.Dot(F, MatrixVector.Multiply(D, x)) / n;
            sum += radial;
            squares += radial * radial;
            if (draw == 0)
                highest = Highest(system, [.. x], cell, cancellation);
        }

        return new(sum / cell.Draws, squares / cell.Draws, highest);
    }

    private static double Highest(
        TensorSystem system, double[] x, RadialDerivativeCell cell, CancellationToken cancellation)
    {
        int n = cell.Equations, d = cell.Dimension;
        var F = new double[n];
        Matrix D = new(n, d), B = new(d, d);
        double best = double.NegativeInfinity;
        for (int step = 0; ; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            system.Evaluate(x, F, D, B);
            double[] along = MatrixVector.Multiply(D, x);
            best = Math.Max(best, Lanes.Dot(F, along) / n);
            if (step == cell.Ascent)
                return best;
            double κ = Lanes.Norm(B.Values) / Math.Sqrt(d);
            Lanes.Axpy(1, F, along);
            double[] slope = MatrixVector.TransposeMultiply(D, along);
            Lanes.Axpy(1, MatrixVector.Multiply(B, x), slope);
            Lanes.Axpy(κ, x, slope);
            double length = Lanes.Norm(slope);
            if (length == 0)
                return best;
            Lanes.Scale(cell.Radius / length, slope);
            x = slope;
        }
    }
}
