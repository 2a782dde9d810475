using System.Globalization;
using Verification.Implementation.JacobianSpectra.Training;
using Verification.Implementation.Numerics.Activations;
using Verification.Implementation.Numerics.LinearAlgebra;
using Verification.Implementation.Numerics.Random;

namespace Verification.Properties.JacobianSpectra;

/// <summary>A small trained network and inputs for it: sizes and a seed; all numbers follow from the random
/// stream.</summary>
public sealed record TrainedNetworkProblem(
    int Samples, int Dimension, int Width, int Blocks, int Outputs, string Law, ulong Seed)
{
    public Activation Activation => Activation.Parse(Law, CultureInfo.InvariantCulture);

    public Matrix Inputs() => Normals("inputs", Samples, Dimension);

    public Matrix Residual() => Normals("residual", Samples, Outputs);

    public ResidualNetwork Network() =>
        new(Stream("network"), Activation, Dimension, Width, Blocks, Outputs, scale: 0.7);

    public ShallowNetwork Shallow() => new(
        Activation, Normals("hidden", Width, Dimension), Normals("output", Outputs, Width));

    public Matrix Normals(string name, int rows, int columns)
    {
        var matrix = new Matrix(rows, columns);
        Stream(name).FillNormals(matrix.Values);
        return matrix;
    }

    private RandomStream Stream(string name) => new(StreamKey.Of(Seed, $"trained-network {name}"), 0);
}
