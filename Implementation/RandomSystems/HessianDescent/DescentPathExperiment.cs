using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.HessianDescent;

/// <summary>Cell of <see cref="DescentPathExperiment"/>.</summary>
/// <param name="Mixture">ξ.</param>
/// <param name="Dimension">d, from 1/δ + 1 to 1000.</param>
/// <param name="Equations">n, from 1 to d.</param>
/// <param name="Steps">1/δ, from 2 to 64.</param>
/// <param name="Slack">By how much the second derivative in the direction exceeds the least one, over dδ.</param>
public sealed record DescentPathCell(Mixture Mixture, int Dimension, int Equations, int Steps, double Slack)
{
    /// <summary>α = n/d.</summary>
    public double Ratio => Equations / (double)Dimension;
}

/// <summary>One run of Hessian descent to the sphere.</summary>
/// <param name="Risks">R_n/n at the points of squared radius δ, 2δ, …, 1.</param>
/// <param name="Edges">λ_min of the Hessian over d, at all of them but the last.</param>
/// <param name="Residual">The largest ‖Hv − λv‖/d of the eigenvectors; −1 where a direction had less slack than was
/// asked for, as none has more.</param>
public sealed record DescentPathOutcome(double[] Risks, double[] Edges, double Residual);

/// <summary>Hessian descent on a random system of many variables, by conditioning: from a point of squared radius δ by
/// steps along the least eigenvector among the directions orthogonal to all steps before, against the
/// gradient.</summary>
/// <remarks>Source: the talk, "Algorithm: Simplified" and "Full algorithm". There the directions are those orthogonal
/// to the point, k more of them at the k-th step: by Cauchy's interlacing theorem the least eigenvalue here is at most
/// the (k + 1)-st there. ‖F(x¹)‖² is nξ(δ), its mean.</remarks>
public sealed class DescentPathExperiment : Experiment<DescentPathCell, DescentPathOutcome>
{
    private const int MostDimensions = 1000, MostSteps = 64;

    // The residual over the largest eigenvalue; the least one is then off by about the square of that.
    private const double Tolerance = 1e-4;

    /// <inheritdoc/>
    public override string Id => "random-systems/descent-path";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 4;

    /// <inheritdoc/>
    public override DescentPathOutcome Run(
        DescentPathCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Steps is < 2 or > MostSteps)
            throw new ArgumentException($"1/δ lies between 2 and {MostSteps}.", nameof(cell));
        if (cell.Dimension <= cell.Steps || cell.Dimension > MostDimensions
            || cell.Equations < 1 || cell.Equations > cell.Dimension)
        {
            throw new ArgumentException(
                $"d lies between 1/δ + 1 and {MostDimensions}, n between 1 and d.", nameof(cell));
        }

        double δ = 1.0 / cell.Steps, d = cell.Dimension;
        var system = new ConditionedSystem(
            cell.Mixture, cell.Dimension, cell.Equations, δ, stream.FillNormals, startsAtMean: true);
        var risks = new double[cell.Steps];
        var edges = new double[cell.Steps - 1];
        double residual = 0;
        for (int k = 0; ; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            risks[k] = system.Risk / cell.Equations;
            if (k == edges.Length)
                return new(risks, edges, residual);
            Matrix H = system.Hessian();
            var lowest = LowestDirection(H, stream);
            edges[k] = lowest.Value / d;
            residual = residual < 0 ? residual : Math.Max(residual, lowest.Residual / d);
            double[] v = lowest.Vector;
            if (cell.Slack > 0 && !Loosen(v, H, lowest.Value, cell.Slack * d * δ, stream))
                residual = -1;
            double[] slopes = MatrixVector.TransposeMultiply(system.Gradient, system.Value);
            if (Lanes.Dot(v, slopes) >= 0)
                Lanes.Scale(-1, v);
            system.Advance(v);
        }
    }

    /// <summary>The least eigenvalue with its vector and the residual.</summary>
    internal static RitzPair LowestDirection(Matrix H, RandomStream stream) => Lanczos.Extremes(
        (x, result) => MatrixVector.Multiply(H, x, result),
        stream.Normals(H.Rows),
        H.Rows,
        Tolerance).Smallest;

    // Turns v towards a random direction until v′Hv = λ + excess; false where that direction itself has less.
    private static bool Loosen(double[] v, Matrix H, double lowest, double excess, RandomStream stream)
    {
        double[] y = stream.Normals(v.Length);
        Lanes.Axpy(-Lanes.Dot(v, y), v, y);
        Lanes.Scale(1 / Lanes.Norm(y), y);
        double available = Lanes.Dot(y, MatrixVector.Multiply(H, y)) - lowest;
        double share = Math.Min(1, excess / available);
        if (!(share >= 0))
            share = 1;
        Lanes.Scale(Math.Sqrt(1 - share), v);
        Lanes.Axpy(Math.Sqrt(share), y, v);
        Lanes.Scale(1 / Lanes.Norm(v), v);
        return share < 1;
    }
}
