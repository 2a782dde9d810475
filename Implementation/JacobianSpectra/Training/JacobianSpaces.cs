using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.JacobianSpectra.Training;

/// <summary>Singular values of a Jacobian and its information space, from JJᵀ: I = span{u_1, …, u_r}, the left singular
/// vectors of the r largest, and N its complement in ℝ^(nK).</summary>
/// <remarks>"Information and nuisance spaces". Where λ_r = λ_(r+1) the space is not defined; <see cref="Gap"/>
/// says how far that is.</remarks>
public sealed class JacobianSpaces
{
    private readonly Matrix _information;

    private JacobianSpaces(double[] singularValues, Matrix information) =>
        (SingularValues, _information) = (singularValues, information);

    /// <summary>λ_1 ≥ … ≥ λ_nK ≥ 0, the roots of the eigenvalues (0 where rounding made one negative).</summary>
    public double[] SingularValues { get; }

    /// <summary>r.</summary>
    public int Rank => _information.Rows;

    /// <summary>(λ_r − λ_(r+1))/λ_1; 0 where λ_1 is 0, and 1 where r = nK.</summary>
    public double Gap =>
        Rank == SingularValues.Length ? 1
        : SingularValues[0] > 0 ? (SingularValues[Rank - 1] - SingularValues[Rank]) / SingularValues[0]
        : 0;

    /// <summary>The spaces of a kernel.</summary>
    /// <param name="kernel">JJᵀ, N × N.</param>
    /// <param name="rank">r, from 1 to N.</param>
    /// <exception cref="ArgumentOutOfRangeException">r is out of range.</exception>
    public static JacobianSpaces Of(Matrix kernel, int rank)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentOutOfRangeException.ThrowIfLessThan(rank, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rank, kernel.Rows);
        var spectrum = SymmetricSpectrum.Of(kernel);
        int N = kernel.Rows;
        double[] singular = [.. spectrum.Values.Reverse().Select(value => Math.Sqrt(Math.Max(value, 0)))];
        Matrix rows = spectrum.Vectors.Transpose();
        var information = new Matrix(rank, N);
        for (int s = 0; s < rank; s++)
            rows.Row(N - 1 - s).CopyTo(information.Row(s));
        return new(singular, information);
    }

    /// <summary>‖Π_I v‖.</summary>
    /// <param name="vector">v, nK entries.</param>
    public double InformationNorm(ReadOnlySpan<double> vector) =>
        Lanes.Norm(MatrixVector.Multiply(_information, vector));

    /// <summary>‖Π_N v‖, from v − Π_I v: accurate too where it is small.</summary>
    /// <param name="vector">v, nK entries.</param>
    public double NuisanceNorm(ReadOnlySpan<double> vector)
    {
        double[] rest = vector.ToArray();
        double[] coordinates = MatrixVector.Multiply(_information, vector);
        for (int s = 0; s < Rank; s++)
            Lanes.Axpy(-coordinates[s], _information.Row(s), rest);
        return Lanes.Norm(rest);
    }

    /// <summary>‖J_I^† v‖ = (Σ_(s≤r) (u_sᵀv)²/λ_s²)^½; infinite where a λ_s is 0 and v has a part there.</summary>
    /// <param name="vector">v, nK entries.</param>
    public double PseudoInverseNorm(ReadOnlySpan<double> vector)
    {
        double[] coordinates = MatrixVector.Multiply(_information, vector);
        for (int s = 0; s < Rank; s++)
            coordinates[s] = coordinates[s] == 0 ? 0 : coordinates[s] / SingularValues[s];
        return Lanes.Norm(coordinates);
    }
}
