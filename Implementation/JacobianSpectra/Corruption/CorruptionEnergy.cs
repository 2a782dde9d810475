using Verification.Implementation.Numerics;

namespace Verification.Implementation.JacobianSpectra.Corruption;

// I = span of the indicators of the clusters, for each of K outputs; e = y − ȳ for one-hot labels. A cluster of n_ℓ
// samples, s_ℓ of them moved away from the true class, c_b of them to class b, has the mean (Σ c_b e_b − s_ℓ
// e_true)/n_ℓ:
//
//     ‖Π_I e‖² = Σ_ℓ (s_ℓ² + Σ_b c_b²)/n_ℓ,    ‖e‖² = 2Σ_ℓ s_ℓ.
//
// Σ_b c_b² ≤ s_ℓ², with equality for one target. With targets uniform among the others, E Σ c_b² = (s_ℓ² +
// (K − 2)s_ℓ)/(K − 1). With s of all n samples without replacement, s_ℓ is hypergeometric, E s_ℓ = sp and Var s_ℓ =
// sp(1 − p)(n − s)/(n − 1), p = n_ℓ/n, whose sums over the clusters do not depend on their sizes.

/// <summary>How much of a corruption lies in the space of functions that are constant on clusters.</summary>
public static class CorruptionEnergy
{
    /// <summary>n_ℓ‖Π_I e‖² summed over clusters of equal size, an integer: Σ_ℓ (s_ℓ² + Σ_b c_b²).</summary>
    /// <param name="clean">The class of each cluster.</param>
    /// <param name="labels">The labels, those of a cluster in a row.</param>
    /// <param name="classes">K.</param>
    /// <exception cref="ArgumentException">The labels do not fill the clusters.</exception>
    public static long Projected(ReadOnlySpan<int> clean, ReadOnlySpan<int> labels, int classes)
    {
        if (clean.IsEmpty || labels.Length % clean.Length != 0)
            throw new ArgumentException(
                $"{labels.Length} labels do not fill {clean.Length} clusters of equal size.", nameof(labels));
        int size = labels.Length / clean.Length;
        long energy = 0;
        var counts = new long[classes];
        for (int cluster = 0; cluster < clean.Length; cluster++)
        {
            Array.Clear(counts);
            foreach (int label in labels.Slice(cluster * size, size))
                counts[label]++;
            long moved = size - counts[clean[cluster]];
            energy += moved * moved;
            for (int b = 0; b < classes; b++)
                energy += b == clean[cluster] ? 0 : counts[b] * counts[b];
        }

        return energy;
    }

    /// <summary>E‖Π_I e‖²/‖e‖² where s of n_ℓ samples move in each cluster, to uniform other labels: (ρK + (K −
    /// 2)/n_ℓ)/(2(K − 1)), ρ = s/n_ℓ.</summary>
    /// <param name="moved">s ≥ 1.</param>
    /// <param name="size">n_ℓ.</param>
    /// <param name="classes">K ≥ 2.</param>
    public static Rational MeanInEach(int moved, int size, int classes) =>
        (new Rational(moved, size) * classes + new Rational(classes - 2, size)) / (2 * (classes - 1));

    /// <summary>E‖Π_I e‖²/‖e‖² where s of n samples move, chosen without replacement, to uniform other labels:
    /// (K(ρ + (1 − ρ)(L − 1)/(n − 1)) + (K − 2)L/n)/(2(K − 1)), ρ = s/n, whatever the sizes of the L
    /// clusters.</summary>
    /// <param name="moved">s ≥ 1.</param>
    /// <param name="samples">n ≥ 2.</param>
    /// <param name="clusters">L.</param>
    /// <param name="classes">K ≥ 2.</param>
    public static Rational MeanAnywhere(int moved, int samples, int clusters, int classes)
    {
        var ρ = new Rational(moved, samples);
        return (classes * (ρ + (1 - ρ) * new Rational(clusters - 1, samples - 1))
            + new Rational((classes - 2) * clusters, samples)) / (2 * (classes - 1));
    }
}
