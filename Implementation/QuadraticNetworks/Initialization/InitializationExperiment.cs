using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using static Verification.Implementation.Numerics.Elementary.DoublePrecision;

namespace Verification.Implementation.QuadraticNetworks.Initialization;

/// <summary>Sizes of <see cref="InitializationExperiment"/>.</summary>
/// <param name="Data">Law of the data coordinates.</param>
/// <param name="Weights">Law of the entries of W*.</param>
/// <param name="Dimension">d ≥ 1.</param>
/// <param name="Width">m ≥ d.</param>
/// <param name="Samples">N; 0 for the population risk.</param>
/// <param name="Start">W0ᵀW0 = Start·I, Start ≥ 0.</param>
public sealed record InitializationCell(
    CoordinateLaw Data, CoordinateLaw Weights, int Dimension, int Width, int Samples, double Start);

/// <summary>An enclosure of the risk of W0 over σ_min(W*)⁴: W0 lies below the barrier c·σ_min(W*)⁴ where that is
/// below c.</summary>
/// <param name="RatioLower">Its lower end, at least 0.</param>
/// <param name="RatioUpper">Its upper end; ∞ where σ_min(W*) may be 0.</param>
public sealed record InitializationOutcome(double RatioLower, double RatioUpper);

/// <summary>The risk of a start with W0ᵀW0 a multiple of the identity, and the least singular value of random planted
/// weights.</summary>
/// <remarks>
/// Source: Kızıldağ (2020), heading "Proper Initialization. Main Result.". Two cases need O(d) draws only, through the
/// tridiagonal form of the Wishart matrix, and admit thousands of dimensions: Gaussian weights with the population risk
/// of Gaussian data, which the spectrum decides, and Gaussian weights with a single sample of any law, for which L̂(W0)
/// = ‖X‖⁴(Start − uᵀS*u)², u = X/‖X‖, and u may be taken as the first axis because S* is rotation invariant and
/// independent of X.
/// </remarks>
public sealed class InitializationExperiment : Experiment<InitializationCell, InitializationOutcome>
{
    // Enclosures of λ_min/m from bisection: a millionth is a thousandth of the fluctuations of λ_min at the largest
    // sizes, and costs 20 passes.
    private const double EnclosureWidth = 1e-6;

    private const int LargestDenseDimension = 128;

    // Half a gigabyte of planted weights.
    private const long MostWeights = 1L << 26;

    private const double u = UnitRoundoff;

    /// <inheritdoc/>
    public override string Id => "quadratic-networks/initialization";

    /// <inheritdoc/>
    public override int TrialsPerUnit => 16;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A size is out of range: d ≥ 1, m ≥ d, N ≥ 0, Start ≥ 0, and d ≤ 128 unless
    /// one of the two cases above applies.</exception>
    public override InitializationOutcome Run(
        InitializationCell cell, RandomStream stream, CancellationToken cancellation) => Draw(cell, stream).Outcome();

    /// <summary>The risk and the least singular value, each for itself.</summary>
    /// <inheritdoc cref="Run"/>
    public static InitializationDraw Draw(InitializationCell cell, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(stream);
        bool tridiagonal =
            cell.Weights == CoordinateLaw.Gaussian
            && (cell.Samples == 1 || (cell.Samples == 0 && cell.Data == CoordinateLaw.Gaussian));
        if (
            cell.Dimension < 1
            || cell.Width < cell.Dimension
            || cell.Samples < 0
            || !(cell.Start >= 0 && double.IsFinite(cell.Start)))
            throw new ArgumentException(
                $"Sizes are d ≥ 1, m ≥ d, N ≥ 0 and a start that is not negative; {cell} is out of range.",
                nameof(cell));
        if (!tridiagonal && cell.Dimension > LargestDenseDimension)
            throw new ArgumentException(
                $"d is at most {LargestDenseDimension} for these laws and this number of samples, not "
                    + $"{cell.Dimension}.",
                nameof(cell));
        if (cell.Weights != CoordinateLaw.Gaussian && (long)cell.Width * cell.Dimension > MostWeights)
            throw new ArgumentException(
                $"At most {MostWeights} weights are drawn one by one, not m·d = {(long)cell.Width * cell.Dimension}.",
                nameof(cell));
        return tridiagonal ? Tridiagonal(cell, stream) : Dense(cell, stream);
    }

    private static InitializationDraw Tridiagonal(InitializationCell cell, RandomStream stream)
    {
        int d = cell.Dimension;
        double m = cell.Width;
        double square = cell.Data.SecondMoment * cell.Data.SecondMoment;
        BidiagonalGram T = Wishart.DrawTridiagonal(stream, m, d);
        (double lower, double upper) = T.LeastEigenvalue(EnclosureWidth);

        // Each entry of T − cI is off by 2u of what is added and subtracted.
        double largest = cell.Start;
        for (int i = 0; i < d; i++)
            largest = Math.Max(largest, T.DiagonalEntry(i));
        double perturbation = 4 * u * largest * Math.Sqrt(d);
        double loss;
        double weight;
        if (cell.Samples == 1)
        {
            var x = new double[d];
            cell.Data.Fill(stream, x);
            weight = Lanes.Dot(x, x);
            weight *= weight;
            double excess = cell.Start - T.DiagonalEntry(0);
            loss = weight * excess * excess;
        }
        else
        {
            double trace = T.TraceAgainst(cell.Start);
            loss = square * (trace * trace + 2 * T.SquaredDistance(cell.Start));
            weight = square * (d + 2);
        }

        double error =
            Perturbed(loss, weight, perturbation) + (4 * d + 16) * u * (loss + weight * perturbation * perturbation);
        return new(loss / (m * m), error / (m * m), lower / m, upper / m);
    }

    private static InitializationDraw Dense(InitializationCell cell, RandomStream stream)
    {
        int d = cell.Dimension;
        double m = cell.Width;
        Matrix S = PlantedGram(cell, stream);
        double largest = 0;
        for (int i = 0; i < d; i++)
            largest = Math.Max(largest, S[i, i]);

        // Gram sums: |δS_ij| ≤ γ_m √(S_ii S_jj) (Higham, Accuracy and Stability, section 3.1).
        double perturbation = d * (m + 4) * u * Math.Max(largest, cell.Start);
        var spectrum = SymmetricEigen.Of(S);
        double least = spectrum.Values[0];
        double eigenvalueError = perturbation + EigenvalueBound.Of(S, spectrum);

        Matrix A = S.Clone();
        for (int i = 0; i < d; i++)
            A[i, i] -= cell.Start;
        (double loss, double error) =
            cell.Samples == 0
                ? PopulationRisk(cell.Data, A, perturbation)
                : EmpiricalRisk(cell, A, perturbation, stream);
        return new(
            loss / (m * m), error / (m * m), Math.Max(0, least - eigenvalueError) / m, (least + eigenvalueError) / m);
    }

    private static Matrix PlantedGram(InitializationCell cell, RandomStream stream)
    {
        if (cell.Weights == CoordinateLaw.Gaussian)
            return Wishart.Draw(stream, cell.Width, cell.Dimension);
        var W = new Matrix(cell.Width, cell.Dimension);
        cell.Weights.Fill(stream, W.Values);
        return Gram.Of(W);
    }

    // The closed form L = μ2²(tr A)² + 2μ2²‖A‖_F² + (μ4 − 3μ2²) Σ A_ii²; as a quadratic form it is at most (κ + 2μ2² +
    // dμ2²)‖A‖_F².
    private static (double Risk, double Error) PopulationRisk(CoordinateLaw law, Matrix A, double perturbation)
    {
        double square = law.SecondMoment * law.SecondMoment;
        double trace = 0;
        double diagonal = 0;
        for (int i = 0; i < A.Rows; i++)
        {
            trace += A[i, i];
            diagonal = Math.FusedMultiplyAdd(A[i, i], A[i, i], diagonal);
        }

        double norm = Lanes.Dot(A.Values, A.Values);
        double risk = square * trace * trace + 2 * square * norm + (law.FourthMoment - 3 * square) * diagonal;
        double weight = law.VarianceOfSquare + (2 + A.Rows) * square;
        return (risk, Perturbed(risk, weight, perturbation) + (2 * A.Rows * A.Rows + 16) * u * 3 * weight * norm);
    }

    private static (double Risk, double Error) EmpiricalRisk(
        InitializationCell cell, Matrix A, double perturbation, RandomStream stream)
    {
        var X = new Matrix(cell.Samples, cell.Dimension);
        cell.Data.Fill(stream, X.Values);
        var image = new double[cell.Dimension];
        double norm = Lanes.Norm(A.Values);
        double sum = 0;
        double error = 0;
        for (int i = 0; i < X.Rows; i++)
        {
            ReadOnlySpan<double> x = X.Row(i);
            MatrixVector.Multiply(A, x, image);
            double residual = Lanes.Dot(x, image);
            double uncertainty = Lanes.Dot(x, x) * (perturbation + (2 * A.Rows + 4) * u * norm);
            sum += residual * residual;
            error += (2 * Math.Abs(residual) + uncertainty) * uncertainty;
        }

        return (sum / X.Rows, error / X.Rows + (X.Rows + 4) * u * sum / X.Rows);
    }

    // L is a quadratic form of at most weight·‖A‖_F²: moving A by δ moves √L by at most √weight·δ.
    private static double Perturbed(double loss, double weight, double δ) =>
        (2 * Math.Sqrt(Math.Max(loss, 0) * weight) + weight * δ) * δ;
}
