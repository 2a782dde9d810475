namespace Verification.Implementation.QuadraticNetworks.Landscape;

/// <summary>Risk and gradient of integer weights W (m̂ × d) against the teacher diag(s), in exact arithmetic: sizes
/// have to keep every sum below 2⁶³.</summary>
public static class IntegerRisk
{
    /// <summary>Over the d² samples: N·L̂ = Σr² and the largest entry of N·∇L̂ = 4WΣ r xxᵀ.</summary>
    public static (long Gradient, long Risk) OfSamples(long[,] W, long[] s)
    {
        int d = s.Length;
        long risk = 0;
        var moment = new long[d, d];
        foreach (long[] x in Samples(d))
        {
            long residual = 0;
            for (int i = 0; i < d; i++)
                residual -= s[i] * x[i] * x[i];
            for (int j = 0; j < W.GetLength(0); j++)
            {
                long product = 0;
                for (int i = 0; i < d; i++)
                    product += W[j, i] * x[i];
                residual += product * product;
            }

            risk += residual * residual;
            for (int i = 0; i < d; i++)
                for (int k = 0; k < d; k++)
                    moment[i, k] += residual * x[i] * x[k];
        }

        return (LargestGradient(W, moment), risk);
    }

    /// <summary>Gaussian moments: L = (tr A)² + 2‖A‖² and the largest entry of ∇L = 4W(tr(A)·I + 2A).</summary>
    public static (long Gradient, long Risk) OfPopulation(long[,] W, long[] s)
    {
        int d = s.Length;
        var A = new long[d, d];
        long trace = 0;
        long squares = 0;
        for (int i = 0; i < d; i++)
        {
            for (int k = 0; k < d; k++)
            {
                A[i, k] = i == k ? -s[i] : 0;
                for (int j = 0; j < W.GetLength(0); j++)
                    A[i, k] += W[j, i] * W[j, k];
                squares += A[i, k] * A[i, k];
            }

            trace += A[i, i];
        }

        var moment = new long[d, d];
        for (int i = 0; i < d; i++)
            for (int k = 0; k < d; k++)
                moment[i, k] = (i == k ? trace : 0) + 2 * A[i, k];
        return (LargestGradient(W, moment), trace * trace + 2 * squares);
    }

    /// <summary>The d² samples e_i, e_i + e_j, e_i − e_j, i &lt; j.</summary>
    public static IEnumerable<long[]> Samples(int d)
    {
        for (int i = 0; i < d; i++)
        {
            yield return Axis(i, i, 0);
            for (int j = i + 1; j < d; j++)
            {
                yield return Axis(i, j, 1);
                yield return Axis(i, j, -1);
            }
        }

        long[] Axis(int i, int j, long sign)
        {
            var x = new long[d];
            x[i] = 1;
            if (i != j)
                x[j] = sign;
            return x;
        }
    }

    private static long LargestGradient(long[,] W, long[,] moment)
    {
        int d = moment.GetLength(0);
        long largest = 0;
        for (int j = 0; j < W.GetLength(0); j++)
        {
            for (int k = 0; k < d; k++)
            {
                long entry = 0;
                for (int i = 0; i < d; i++)
                    entry += 4 * W[j, i] * moment[i, k];
                largest = Math.Max(largest, Math.Abs(entry));
            }
        }

        return largest;
    }
}
