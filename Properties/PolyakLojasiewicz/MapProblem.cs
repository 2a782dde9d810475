using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;
using Verification.Implementation.PolyakLojasiewicz;
using Verification.Implementation.PolyakLojasiewicz.Conditioning;

namespace Verification.Properties.PolyakLojasiewicz;

/// <summary>A differentiable map of some kind at a point, small enough for finite differences.</summary>
/// <param name="Kind">0 quadratic, 1 matrix-fractional, 2 linear unit, 3 tanh network.</param>
/// <param name="Outputs">n, 1 to 4.</param>
/// <param name="Extra">A further size, 1 to 4: parameters beyond n, dimension, or width.</param>
/// <param name="Seed">Seed of everything random.</param>
public sealed record MapProblem(int Kind, int Outputs, int Extra, int Seed)
{
    /// <summary>The problem's random numbers for one purpose.</summary>
    public RandomStream Stream(string purpose) => new(StreamKey.Of((ulong)Seed, purpose), 0);

    /// <summary>The map.</summary>
    public DifferentiableMap Map() => Kind switch
    {
        0 => QuadraticMap.Gaussian(Stream("map"), Outputs, Outputs + Extra),
        1 => new MatrixFractionalMap(Outputs),
        2 => new LinearUnitMap(Normals("map", Outputs, Extra)),
        _ => new ShallowMap(
            new(Activation.Tanh, Normals("map", Outputs, 2), Initialization.RandomSigns(Stream("signs"), Extra))),
    };

    /// <summary>A point in the domain of the map: entries of size at most 0.35 keep A(z) positive definite.</summary>
    public double[] Point()
    {
        var w = new double[Map().Parameters];
        Stream("point").FillUniforms(w);
        return [.. w.Select(value => 0.7 * value - 0.35)];
    }

    /// <summary>Labels, n normal numbers.</summary>
    public double[] Labels() => Normals("labels", Outputs, 1).Values.ToArray();

    private Matrix Normals(string purpose, int rows, int columns)
    {
        var matrix = new Matrix(rows, columns);
        Stream(purpose).FillNormals(matrix.Values);
        return matrix;
    }
}
