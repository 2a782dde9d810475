using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Initialization;

/// <summary>Sizes of <see cref="SpectralRiskExperiment"/>.</summary>
/// <param name="Law">Law of the coordinates.</param>
/// <param name="Dimension">d ≥ 2.</param>
/// <param name="Extremal">Whether A is E_11 − E_22 and its rotation E_12 + E_21, where the bounds are attained, instead
/// of random.</param>
public sealed record SpectralRiskCell(CoordinateLaw Law, int Dimension, bool Extremal);

/// <summary>Two symmetric matrices with one spectrum: a diagonal one and its rotation.</summary>
/// <param name="DiagonalRisk">Population risk at A = diag(λ).</param>
/// <param name="RotatedRisk">Population risk at A = Q diag(λ) Qᵀ.</param>
/// <param name="Error">Bound of the rounding error of either.</param>
/// <param name="TraceSquare">(Σλ_i)².</param>
/// <param name="SquareSum">Σλ_i².</param>
public sealed record SpectralRiskOutcome(
    double DiagonalRisk, double RotatedRisk, double Error, double TraceSquare, double SquareSum);

/// <summary>How much of the population risk the spectrum of A = WᵀW − S* decides.</summary>
public sealed class SpectralRiskExperiment : Experiment<SpectralRiskCell, SpectralRiskOutcome>
{
    /// <inheritdoc/>
    public override string Id => "quadratic-networks/spectral-risk";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    public override SpectralRiskOutcome Run(SpectralRiskCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        int d = cell.Dimension;
        var λ = new double[d];
        Matrix rotated;
        double defect = 0;
        if (cell.Extremal)
        {
            (λ[0], λ[1]) = (1, -1);
            rotated = new Matrix(d, d);
            rotated[0, 1] = rotated[1, 0] = 1;
        }
        else
        {
            stream.FillNormals(λ);
            Matrix Q = Haar.Orthogonal(stream, d);
            defect = Defect(Q);
            rotated = MatrixProduct.MultiplyTranspose(MatrixProduct.Multiply(Q, Matrix.Diagonal(λ)), Q);
            for (int i = 0; i < d; i++)
                for (int j = 0; j < i; j++)
                    rotated[i, j] = rotated[j, i];
        }

        QuadraticRisk risk = QuadraticRisk.Population(cell.Law, d);
        (double diagonal, double error) = risk.At(SymmetricVectorization.Vectorize(Matrix.Diagonal(λ)));
        (double turned, double turnedError) = risk.At(SymmetricVectorization.Vectorize(rotated));
        double trace = Lanes.Sum(λ);
        double squares = Lanes.Dot(λ, λ);

        // With ε = ‖QᵀQ − I‖ an orthogonal matrix lies within ε of Q, so that QΛQᵀ is within (2ε + ε²)‖λ‖ of a matrix
        // with the spectrum λ; the two products lose at most 2d·u·‖Q‖_F‖Q‖·‖λ‖ ≤ 4d·u·√d·‖λ‖ more, in Frobenius norm.
        // Moving A by δ moves √L by at most √tr(G)·δ.
        double δ = (2 * defect + defect * defect + 4 * d * Math.Sqrt(d) * UnitRoundoff) * Math.Sqrt(squares);
        double rounding = (2 * Math.Sqrt(Math.Max(turned, 0) * risk.Trace) + risk.Trace * δ) * δ;
        return new(diagonal, turned, Math.Max(error, turnedError) + rounding, trace * trace, squares);
    }

    // ‖QᵀQ − I‖_F, and (d + 2)·u·d for the rounding of the product, whose entries are sums of d products of at most 1
    // together.
    private static double Defect(Matrix Q)
    {
        Matrix gram = Gram.Of(Q);
        for (int i = 0; i < gram.Rows; i++)
            gram[i, i] -= 1;
        return Lanes.Norm(gram.Values) + (gram.Rows + 2) * UnitRoundoff * gram.Rows;
    }
}
