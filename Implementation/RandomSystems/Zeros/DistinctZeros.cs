namespace Verification.Implementation.RandomSystems.Zeros;

/// <summary>Which certified zeros are proven to differ from each other.</summary>
internal static class DistinctZeros
{
    /// <summary>Marks certified zeros, so that the polydiscs of any two marked ones are disjoint.</summary>
    /// <param name="points">The centers, <paramref name="d"/> coordinates each.</param>
    /// <param name="certificates">Their certificates.</param>
    /// <param name="d">Coordinates of a point.</param>
    internal static bool[] Among(
        ReadOnlySpan<(double Re, double Im)> points, ReadOnlySpan<ZeroCertificate> certificates, int d)
    {
        int count = certificates.Length;
        bool[] marked = new bool[count];
        int[] order = new int[count];
        double[] key = new double[count];
        double largest = 0;
        for (int i = 0; i < count; i++)
        {
            (order[i], key[i]) = (i, points[i * d].Re);
            if (certificates[i].Exists)
                largest = Math.Max(largest, certificates[i].Radius);
        }

        // In the order of the first real part only neighbors within twice the largest radius can meet; the margin
        // covers the rounding of differences.
        Array.Sort(key, order);
        for (int a = 0; a < count; a++)
        {
            int i = order[a];
            bool free = certificates[i].Exists;
            for (int b = a - 1; free && b >= 0 && key[a] - key[b] <= 2.001 * largest; b--)
            {
                int j = order[b];
                free = !marked[j] || Disjoint(
                    points.Slice(i * d, d), points.Slice(j * d, d),
                    (certificates[i].Radius + certificates[j].Radius) * (1 + 1e-12));
            }

            marked[i] = free;
        }

        return marked;
    }

    private static bool Disjoint(
        ReadOnlySpan<(double Re, double Im)> x, ReadOnlySpan<(double Re, double Im)> y, double distance)
    {
        for (int j = 0; j < x.Length; j++)
        {
            if (Math.Max(Math.Abs(x[j].Re - y[j].Re), Math.Abs(x[j].Im - y[j].Im)) > distance)
                return true;
        }

        return false;
    }
}
