using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.RandomSystems.Model;

namespace Verification.Implementation.RandomSystems.HessianDescent;

/// <summary>Cell of <see cref="OrthogonalStepsExperiment"/>.</summary>
/// <param name="Mixture">ξ.</param>
/// <param name="Dimension">d, from 3.</param>
/// <param name="Equations">n, from 1.</param>
/// <param name="Steps">1/δ, from 2.</param>
/// <param name="IsTangent">Whether eigenvectors are taken on the tangent space of x^k, as the talk has it; of the whole
/// Hessian otherwise.</param>
/// <param name="HasRoot">Whether steps have the length √δ; δ otherwise.</param>
/// <param name="Sign">Factor of s_k in the step: −1 by the talk.</param>
public sealed record OrthogonalStepsCell(
    Mixture Mixture, int Dimension, int Equations, int Steps, bool IsTangent, bool HasRoot, int Sign);

/// <summary>A run of Hessian descent as the talk has it.</summary>
/// <param name="SquaredNorms">‖x^k‖² for k = 1, …, 1/δ + 1, one more than reaches the sphere.</param>
/// <param name="Error">Bound of the rounding of each, over kδ.</param>
/// <param name="LargestSlope">The largest ⟨∇R_n(x^k), x^{k+1} − x^k⟩ over ‖∇R_n(x^k)‖‖x^{k+1} − x^k‖.</param>
public sealed record OrthogonalStepsOutcome(double[] SquaredNorms, double Error, double LargestSlope);

/// <summary>Hessian descent on random systems given by their coefficients, with all directions orthogonal to
/// x^k.</summary>
/// <remarks>Source: the talk, "Algorithm: Simplified". One step more is taken than reaches the sphere, so that every
/// count of steps can be looked at.</remarks>
public sealed class OrthogonalStepsExperiment : Experiment<OrthogonalStepsCell, OrthogonalStepsOutcome>
{
    /// <inheritdoc/>
    public override string Id => "random-systems/orthogonal-steps";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override OrthogonalStepsOutcome Run(
        OrthogonalStepsCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        if (cell.Dimension < 3 || cell.Equations < 1 || cell.Steps < 2)
            throw new ArgumentException("d ≥ 3, n ≥ 1 and 1/δ ≥ 2 are needed.", nameof(cell));
        double δ = 1.0 / cell.Steps, length = cell.HasRoot ? Math.Sqrt(δ) : δ;
        var system = GaussianSystem.Draw(stream, cell.Mixture, cell.Dimension, cell.Equations);
        var x = new double[cell.Dimension];
        UniformSphere.Fill(stream, x);
        Lanes.Scale(Math.Sqrt(δ), x);
        var norms = new double[cell.Steps + 1];
        double slope = double.NegativeInfinity;
        for (int k = 0; ; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            norms[k] = Lanes.Dot(x, x);
            if (k == cell.Steps)
                return new(norms, Bound(cell), slope);
            double[] F = system.Value(x);
            Matrix D = system.Derivative(x), H = system.Hessian(x, F);
            Lanes.Axpy(1, Gram.Of(D).Values, H.Values);
            double[] gradient = MatrixVector.TransposeMultiply(D, F);
            double[] v = LowestDirection(H, x, cell.IsTangent);
            double inner = Lanes.Dot(v, gradient);
            // s is 1 where the derivative vanishes.
            double s = inner >= 0 ? 1 : -1;
            double[] before = [.. x];
            Lanes.Axpy(cell.Sign * s * length, v, x);
            double[] step = [.. x.Zip(before, (to, from) => to - from)];
            slope = Math.Max(slope, Lanes.Dot(gradient, step) / (Lanes.Norm(gradient) * Lanes.Norm(step)));
        }
    }

    private static double[] LowestDirection(Matrix H, double[] x, bool isTangent)
    {
        if (!isTangent)
            return SymmetricEigen.Of(H).Vectors.Column(0);
        double radius = Lanes.Norm(x);
        Matrix basis = new Reflection([.. x.Select(entry => entry / radius)]).FromRight(Matrix.Identity(H.Rows));
        Matrix tangential = MatrixProduct.TransposeMultiply(basis, MatrixProduct.Multiply(H, basis));
        for (int i = 0; i < tangential.Rows; i++)
        {
            for (int j = 0; j < i; j++)
                tangential[i, j] = tangential[j, i];
        }

        double[] v = MatrixVector.Multiply(basis, SymmetricEigen.Of(tangential).Vectors.Column(0));
        // Once more orthogonal to x and of length 1: what is left is the rounding of one inner product each.
        Lanes.Axpy(-Lanes.Dot(x, v) / (radius * radius), x, v);
        Lanes.Scale(1 / Lanes.Norm(v), v);
        return v;
    }

    // ‖x + hv‖² = ‖x‖² + 2h⟨x, v⟩ + h²‖v‖², where ⟨x, v⟩ is at most (d + 5)u‖x‖, ‖v‖² is 1 up to (d + 6)u and h² is δ
    // up to 3u; the sum rounds by 2u of its square, and the norm that is returned by du. As 2h‖x‖ ≤ ‖x‖² + h², a step adds
    // (2d + 21)u of the new square at most, and errors of smaller squares count less.
    private static double Bound(OrthogonalStepsCell cell) =>
        1.01 * (cell.Steps + 1) * (3 * cell.Dimension + 24) * DoublePrecision.UnitRoundoff;
}
