using Verification.Implementation.Experiments;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.ImplicitBias.MatrixFactorization;

/// <summary>Sizes of <see cref="CompletionChangeExperiment"/>.</summary>
/// <param name="Size">n.</param>
/// <param name="Scales">α, ascending; all of them run on the same draw.</param>
/// <param name="Start">How the factors start.</param>
/// <param name="Instance">Number of the problem, from 0: data and start follow from it alone.</param>
public sealed record CompletionChangeCell(int Size, IReadOnlyList<double> Scales, CompletionStart Start, int Instance)
{
    /// <inheritdoc/>
    public bool Equals(CompletionChangeCell? other) =>
        other is not null
        && Size == other.Size
        && Start == other.Start
        && Instance == other.Instance
        && Scales.SequenceEqual(other.Scales);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Size, Start, Instance, Scales.Count, Scales[0]);
}

/// <summary>What completion does to the entries that are not observed.</summary>
/// <param name="Finished">Whether every limit is enclosed.</param>
/// <param name="Changes">‖P_{Ωᶜ}(M_α(∞) − M(0))‖_F for each α.</param>
/// <param name="Errors">Proven bounds of their errors.</param>
/// <param name="Unobserved">‖P_{Ωᶜ} Y‖_F of the truth.</param>
/// <param name="TestErrors">‖P_{Ωᶜ}(M_α(∞) − Y)‖_F for each α.</param>
/// <param name="KernelDeviation">max |K₀/α² − 2δ| over pairs of entries at the start.</param>
/// <param name="FormulaDeviation">max |K₀ − δ_ii′⟨V_j, V_j′⟩ − δ_jj′⟨U_i, U_i′⟩|/α² over pairs of entries, K₀ from
/// gradients.</param>
/// <param name="RowDeviation">The same for δ_ii′⟨V_j, V_j′⟩ alone.</param>
/// <param name="KernelError">Bound of the rounding errors of these.</param>
public sealed record CompletionChangeOutcome(
    bool Finished,
    double[] Changes,
    double[] Errors,
    double Unobserved,
    double[] TestErrors,
    double KernelDeviation,
    double FormulaDeviation,
    double RowDeviation,
    double KernelError);

/// <summary>Matrix completion M = UVᵀ by the gradient flow of Σ_{Ω}(M_ij − Y_ij)², Y of rank 1 and norm about 3, half
/// of the entries observed.</summary>
public sealed class CompletionChangeExperiment : Experiment<CompletionChangeCell, CompletionChangeOutcome>
{
    /// <inheritdoc/>
    public override string Id => "implicit-bias/completion-change";

    /// <inheritdoc/>
    public override bool IsDeterministic => true;

    /// <inheritdoc/>
    public override CompletionChangeOutcome Run(
        CompletionChangeCell cell, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(cell);
        int n = cell.Size;
        if (n < 2 || n > 30)
            throw new ArgumentException($"The size {n} does not lie in 2, …, 30.", nameof(cell));
        stream = new RandomStream(StreamKey.Of(0, Id), (ulong)cell.Instance);
        double[] u = new double[n], v = new double[n];
        stream.FillNormals(u);
        stream.FillNormals(v);
        Lanes.Scale(Math.Sqrt(3) / Lanes.Norm(u), u);
        Lanes.Scale(Math.Sqrt(3) / Lanes.Norm(v), v);
        // A random half of the entries: each row observes the first half of a random order, shifted from row to row, so
        // that every column is observed too.
        int[] order = [.. Enumerable.Range(0, n)];
        for (int i = n - 1; i > 0; i--)
        {
            int j = stream.NextIndex(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        var observed = new List<(int Row, int Column)>();
        var isObserved = new bool[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < (n + 1) / 2; k++)
            {
                int j = order[(k + i) % n];
                observed.Add((i, n + j));
                isObserved[i, j] = true;
            }
        }

        var measurements = Measurements.OfEntries(2 * n, observed);
        double[] y = [.. observed.Select(at => u[at.Row] * v[at.Column - n])];
        Matrix start = Start(cell.Start, stream, n);
        int count = cell.Scales.Count;
        double[] changes = new double[count], errors = new double[count], tests = new double[count];
        bool finished = true;
        for (int a = 0; a < count; a++)
        {
            Matrix Z0 = start.Clone();
            Lanes.Scale(cell.Scales[a], Z0.Values);
            var flow = new FactorizationFlow(measurements, y, Z0);
            bool reached = flow.Advance(1e6, 1e-11, 4000, cancellation);
            double error = reached ? flow.ProductError(flow.LimitError()) : double.PositiveInfinity;
            finished &= double.IsFinite(error);
            errors[a] = error;
            double change = 0, test = 0;
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    if (isObserved[i, j])
                        continue;
                    double M = Lanes.Dot(flow.Z.Row(i), flow.Z.Row(n + j));
                    double before = Lanes.Dot(Z0.Row(i), Z0.Row(n + j));
                    change += (M - before) * (M - before);
                    test += (M - u[i] * v[j]) * (M - u[i] * v[j]);
                }
            }

            (changes[a], tests[a]) = (Math.Sqrt(change), Math.Sqrt(test));
        }

        double hidden = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                hidden += isObserved[i, j] ? 0 : u[i] * v[j] * (u[i] * v[j]);
        }

        (double kernel, double formula, double row) = Deviations(start, n);
        // Rows have lengths near 1; entries of K are sums of 2n products, each twice.
        double size = Lanes.Norm(start.Values);
        return new(
            finished, changes, errors, Math.Sqrt(hidden), tests, kernel, formula, row,
            64 * n * DoublePrecision.UnitRoundoff * Math.Max(1, size * size / n));
    }

    private static Matrix Start(CompletionStart start, RandomStream stream, int n)
    {
        int k = start == CompletionStart.OrthogonalBiased ? n : 2 * n;
        if (start == CompletionStart.OrthogonalUnbiased)
            return Haar.Orthogonal(stream, 2 * n);
        var Z = new Matrix(2 * n, k);
        if (start == CompletionStart.OrthogonalBiased)
        {
            Haar.Orthogonal(stream, n).Values.CopyTo(Z.Values);
            Haar.Orthogonal(stream, n).Values.CopyTo(Z.Values[(n * n)..]);
            return Z;
        }

        // U₀ = (G, G)/√(2n), V₀ = (H, −H)/√(2n): rows of length 1 on average.
        for (int i = 0; i < 2 * n; i++)
        {
            Span<double> row = Z.Row(i);
            stream.FillNormals(row[..n]);
            Lanes.Scale(1 / Math.Sqrt(2 * n), row[..n]);
            row[..n].CopyTo(row[n..]);
            if (i >= n)
                Lanes.Scale(-1, row[n..]);
        }

        return Z;
    }

    // The tangent kernel as the Gram matrix of the gradients of all entries, against 2δ, against the formula and
    // against its first half.
    private static (double Kernel, double Formula, double Row) Deviations(Matrix Z, int n)
    {
        Matrix K = Measurements
            .OfEntries(2 * n, [.. Enumerable.Range(0, n * n).Select(e => (e / n, n + e % n))])
            .TangentKernel(Z);
        double kernel = 0, formula = 0, row = 0;
        for (int e = 0; e < n * n; e++)
        {
            for (int f = 0; f < n * n; f++)
            {
                double first = e / n == f / n ? Lanes.Dot(Z.Row(n + e % n), Z.Row(n + f % n)) : 0;
                double second = e % n == f % n ? Lanes.Dot(Z.Row(e / n), Z.Row(f / n)) : 0;
                kernel = Math.Max(kernel, Math.Abs(K[e, f] - (e == f ? 2 : 0)));
                formula = Math.Max(formula, Math.Abs(K[e, f] - first - second));
                row = Math.Max(row, Math.Abs(K[e, f] - first));
            }
        }

        return (kernel, formula, row);
    }
}
