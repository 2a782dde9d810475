using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.RandomSystems.Zeros;

/// <summary>The zeros of a square system in projective space that homotopy continuation finds, certified one by one and
/// pairwise distinct.</summary>
/// <remarks>∏p_i bounds the number of isolated zeros (Bezout's theorem), so that as many certified and distinct ones
/// are all there are. Paths that did not arrive, ends that are not certified, and ends that could be zeros found before
/// are open.</remarks>
/// <param name="BezoutNumber">Number of paths, ∏p_i.</param>
/// <param name="Distinct">Zeros that are certified and pairwise distinct.</param>
/// <param name="Real">Of these, certified real.</param>
/// <param name="Nonreal">Of these, certified not real.</param>
/// <param name="LargestRadius">Largest radius of a certified zero.</param>
/// <param name="Attempts">Homotopies followed.</param>
public sealed record SystemZeros(
    int BezoutNumber, int Distinct, int Real, int Nonreal, double LargestRadius, int Attempts)
{
    private const int MostAttempts = 3;

    // A coarser one makes more steps fail than it saves.
    private const double FirstTolerance = 1e-2;

    /// <summary>Paths that gave no zero of their own.</summary>
    public int Open => BezoutNumber - Distinct;

    /// <summary>Whether all zeros are found, and of each is known whether it is real.</summary>
    public bool IsComplete => Distinct == BezoutNumber && Real + Nonreal == BezoutNumber;

    /// <summary>Finds them.</summary>
    /// <param name="system">The system.</param>
    /// <param name="stream">One uniform for each homotopy. Another is followed, up to three, with a tenth of the
    /// tolerance, where one did not find all zeros; the best counts.</param>
    /// <param name="cancellation">Observed between steps.</param>
    public static SystemZeros Find(SquareSystem system, RandomStream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(stream);
        int paths = system.BezoutNumber, d = system.Variables;
        var ends = new (double Re, double Im)[paths * d];
        double tolerance = FirstTolerance;
        SystemZeros? best = null;
        for (int attempt = 1; ; attempt++, tolerance /= 10)
        {
            new HomotopyPaths(system, 2 * Math.PI * stream.NextUniform(), tolerance)
                .Follow(0, paths, ends, cancellation);
            SystemZeros zeros = Certify(system, ends);
            if (best is null || zeros.Distinct > best.Distinct
                || (zeros.Distinct == best.Distinct && zeros.Real + zeros.Nonreal > best.Real + best.Nonreal))
            {
                best = zeros;
            }

            if (best.IsComplete || attempt == MostAttempts)
                return best with { Attempts = attempt };
        }
    }

    /// <summary>Certifies given points and counts.</summary>
    /// <param name="system">The system.</param>
    /// <param name="points">n + 1 coordinates for each point, one after another; improved in place.</param>
    public static SystemZeros Certify(SquareSystem system, Span<(double Re, double Im)> points)
    {
        ArgumentNullException.ThrowIfNull(system);
        int d = system.Variables, count = points.Length / d;
        var certifier = new ZeroCertifier(system);
        var certificates = new ZeroCertificate[count];
        for (int path = 0; path < count; path++)
            certificates[path] = certifier.Certify(points.Slice(path * d, d));
        bool[] distinct = DistinctZeros.Among(points, certificates, d);
        int found = 0, real = 0, nonreal = 0;
        double largest = 0;
        for (int path = 0; path < count; path++)
        {
            if (!distinct[path])
                continue;
            found++;
            real += certificates[path].IsReal ? 1 : 0;
            nonreal += certificates[path].IsNonreal ? 1 : 0;
            largest = Math.Max(largest, certificates[path].Radius);
        }

        return new(system.BezoutNumber, found, real, nonreal, largest, 1);
    }
}
