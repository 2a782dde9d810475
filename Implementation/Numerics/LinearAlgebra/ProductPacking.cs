using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Verification.Implementation.Numerics.LinearAlgebra;

/// <summary>Copies parts of an operand into the order in which the kernels read them.</summary>
internal static class ProductPacking
{
    // Panels of `size` neighboring rows (of A) or columns (of B): for each k their entries side by side, zeros where
    // the matrix has ended. `across` leads from one row or column to the next, `along` from one k to the next.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Pack(
        double* source, nint across, nint along, int count, int depth, int size, double* target)
    {
        for (int first = 0; first < count; first += size)
        {
            int filled = Math.Min(size, count - first);
            double* from = source + first * across;
            if (filled == size && across == 1 && size % 4 == 0)
            {
                for (nint l = 0; l < depth; l++)
                    for (nint s = 0; s < size; s += 4)
                        Vector256.Load(from + l * along + s).Store(target + l * size + s);
            }
            else if (filled == size && along == 1 && size % 4 == 0)
            {
                PackTransposed(from, across, depth, size, target);
            }
            else
            {
                for (nint l = 0; l < depth; l++)
                {
                    for (nint s = 0; s < filled; s++)
                        target[l * size + s] = from[s * across + l * along];
                    for (nint s = filled; s < size; s++)
                        target[l * size + s] = 0;
                }
            }
            target += (nint)size * depth;
        }
    }

    // Rows of contiguous k become columns: four rows at a time, so that reads run along four streams and writes fill
    // half cache lines.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void PackTransposed(double* from, nint across, int depth, int size, double* target)
    {
        for (nint s = 0; s < size; s += 4)
        {
            double* r0 = from + s * across, r1 = r0 + across, r2 = r1 + across, r3 = r2 + across;
            double* to = target + s;
            for (nint l = 0; l < depth; l++)
            {
                to[0] = r0[l];
                to[1] = r1[l];
                to[2] = r2[l];
                to[3] = r3[l];
                to += size;
            }
        }
    }
}
