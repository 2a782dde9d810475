using System.Numerics;
using Verification.Implementation.CrossPredictability.Emulation;
using Xunit;

namespace Verification.Properties.CrossPredictability;

/// <summary>Every gadget at all its inputs, where bit i of the input is set for x_{i+1} = −1.</summary>
public sealed class LogicGateTests
{
    [Fact]
    public void ABitIsSetWhereTheCoordinateIsMinusOne() =>
        Check(2, circuit => circuit.Bit(2), input => input >> 1);

    [Fact]
    public void AndIsOneOnTwoSetBits() =>
        Check(2, circuit => circuit.And(circuit.Bit(1), circuit.Bit(2)), input => input == 3 ? 1 : 0);

    [Fact]
    public void OrIsZeroOnTwoClearedBits() =>
        Check(2, circuit => circuit.Or(circuit.Bit(1), circuit.Bit(2)), input => input == 0 ? 0 : 1);

    [Fact]
    public void XorIsTheSumModuloTwo() =>
        Check(2, circuit => circuit.Xor(circuit.Bit(1), circuit.Bit(2)), input => (input ^ input >> 1) & 1);

    [Fact]
    public void AndNotIsOneOnTheFirstAlone() =>
        Check(2, circuit => circuit.AndNot(circuit.Bit(1), circuit.Bit(2)), input => input == 1 ? 1 : 0);

    [Fact]
    public void NotTurnsABit() => Check(1, circuit => LogicGates.Not(circuit.Bit(1)), input => 1 - input);

    [Fact]
    public void NoneIsOneWithoutASetBit() => Check(
        3, circuit => circuit.None([circuit.Bit(1), circuit.Bit(2), circuit.Bit(3)]), input => input == 0 ? 1 : 0);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    public void ParityTakesAsManyRectifiersAsBits(int count)
    {
        var circuit = new CircuitBuilder(count);
        Wire parity = circuit.Parity([.. Enumerable.Range(1, count).Select(circuit.Bit)]);
        var network = new ReluNetwork(circuit.Close([.. parity.Terms.Select(term => (term.Key, term.Value))]));
        Assert.Equal(count + 1 + count + 1, network.Graph.Vertices);
        for (uint x = 0; x < 1u << count; x++)
            Assert.Equal(BitOperations.PopCount(x) % 2 == 0 ? 1 : -1, network.Forward(x));
    }

    [Fact]
    public void TheFirstSetBitIsChosen()
    {
        for (int chosen = 0; chosen < 3; chosen++)
        {
            int index = chosen;
            Check(
                3,
                circuit => circuit.First([circuit.Bit(1), circuit.Bit(2), circuit.Bit(3)])[index],
                input => BitOperations.TrailingZeroCount(input) == index ? 1 : 0);
        }
    }

    /// <summary>Bits 1 and 2 choose, bits 3 and 4 are the entries.</summary>
    [Fact]
    public void TheChosenEntryIsSelected() => Check(
        4,
        circuit => circuit.Select([circuit.Bit(1), circuit.Bit(2)], [circuit.Bit(3), circuit.Bit(4)]),
        input => (input & 3) switch
        {
            0 => 0,
            1 => input >> 2 & 1,
            2 => input >> 3 & 1,
            _ => double.NaN,
        });

    /// <summary>Rows (b₁, b₂, b₃) and (b₄, b₅, b₆), the first being the pivot.</summary>
    [Fact]
    public void TheRowOperationClearsTheColumn()
    {
        for (int column = 0; column < 3; column++)
        {
            int c = column;
            Check(
                6,
                circuit =>
                {
                    Wire[][] rows =
                    [
                        [circuit.Bit(1), circuit.Bit(2), circuit.Bit(3)],
                        [circuit.Bit(4), circuit.Bit(5), circuit.Bit(6)],
                    ];
                    ParityCircuit.EliminateColumn(circuit, rows, [CircuitBuilder.One, Wire.Zero], column: 0);
                    return rows[1][c];
                },
                // A pivot has a 1 in its column.
                input => (input & 1) == 0 ? double.NaN
                    : (input >> (3 + c) ^ (input >> 3 & 1) * (input >> c)) & 1);
        }
    }

    [Theory]
    [InlineData(1.25, 0)]
    [InlineData(1.5, 0.5)]
    [InlineData(1.75, 1)]
    [InlineData(-2, 0)]
    [InlineData(40, 1)]
    public void TheThresholdReaderIsFlatOutsideAQuarter(double t, double expected)
    {
        var circuit = new CircuitBuilder(1);
        Wire read = circuit.Above(t * CircuitBuilder.One, 1.5);
        var network = new ReluNetwork(circuit.Close([.. read.Terms.Select(term => (term.Key, term.Value))]));
        Assert.Equal(expected, network.Forward(0));
    }

    /// <summary>A cell that one step with the gradient −y at the leaf has written shows (m − 1)/γ = y(1 + b).</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, -1)]
    [InlineData(1, 1)]
    [InlineData(1, -1)]
    public void AMemoryCellKeepsBitAndLabel(uint bit, int label)
    {
        var circuit = new CircuitBuilder(1);
        int u = circuit.Vertex(circuit.Bit(1));
        MemoryCell cell = circuit.Cell(u, weight: 0);
        var network = new ReluNetwork(circuit.Close([(cell.Vertex, 1), (0, -1)]));
        double[] gradient = new double[network.Graph.Edges];
        Assert.Equal(0, network.Forward(bit));
        network.AddGradient(-label, gradient);
        network.Weights[cell.BaseEdge] -= 0.25 * gradient[cell.BaseEdge];
        network.Weights[cell.BitEdge] -= 0.25 * gradient[cell.BitEdge];
        network.Forward(1);
        Assert.Equal(label * (1.0 + bit), (network.Activations[cell.Vertex] - 1) / 0.25);
    }

    // NaN: no claim is made.
    private static void Check(int inputs, Func<CircuitBuilder, Wire> gadget, Func<uint, double> expected)
    {
        var circuit = new CircuitBuilder(inputs);
        Wire wire = gadget(circuit);
        var network = new ReluNetwork(circuit.Close([.. wire.Terms.Select(term => (term.Key, term.Value))]));
        for (uint input = 0; input < 1u << inputs; input++)
        {
            double value = expected(input);
            if (!double.IsNaN(value))
                Assert.Equal(value, network.Forward(input));
        }
    }
}
