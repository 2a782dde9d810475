using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Verification.Implementation.Numerics.Intervals;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.CrossPredictability.Emulation;

/// <summary>One run of stochastic gradient descent on an emulation network, with what is kept of it.</summary>
internal sealed class EmulationTraining
{
    private readonly EmulationCell _cell;
    private readonly RandomStream _stream;
    private readonly EmulationNetwork _emulation;
    private readonly Func<uint, int> _target;
    private readonly double[] _gradient;
    private readonly double[] _noise;
    private readonly List<uint> _inputs = [];
    private readonly List<int> _labels = [];
    private readonly List<int> _support = [];
    private readonly List<int> _setBits = [];
    private readonly bool[] _isInCircuit;
    private int _circuitEdges;
    private double _largestOutput;
    private double _largestGradient;

    /// <summary>A network at its start.</summary>
    /// <param name="cell">Sizes and laws.</param>
    /// <param name="stream">Samples, noise, and the target where none is given.</param>
    /// <param name="target">The label of an input.</param>
    public EmulationTraining(EmulationCell cell, RandomStream stream, Func<uint, int>? target = null)
    {
        _cell = cell;
        _stream = stream;
        _emulation = EmulationNetwork.Of(new EmulationDesign(cell));
        _target = target ?? EmulationExperiment.DrawTarget(cell, stream);
        Network = new ReluNetwork(_emulation.Graph);
        _gradient = new double[Network.Weights.Length];
        _isInCircuit = IntoTheCircuit(_emulation.Graph);
        _noise = cell.Noise > 0 ? new double[_gradient.Length] : [];
    }

    public ReluNetwork Network { get; }

    /// <summary>One step at the rate ργ on the mean gradient over a batch, then the noise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Step()
    {
        Array.Clear(_gradient);
        uint input = 0;
        for (int sample = 0; sample < _cell.Batch; sample++)
        {
            input = (uint)_stream.NextBits() & ((1u << _cell.Coordinates) - 1);
            int label = _target(input);
            _inputs.Add(input);
            _labels.Add(label);
            double output = Network.Forward(input);
            _largestOutput = Math.Max(_largestOutput, Math.Abs(output));
            Network.AddGradient((output - label) / _cell.Batch, _gradient);
        }

        int support = 0;
        double rate = _cell.RateRatio * _cell.Rate;
        Span<double> weights = Network.Weights;
        for (int e = 0; e < weights.Length; e++)
        {
            double derivative = _gradient[e];
            if (derivative == 0)
                continue;
            support++;
            _circuitEdges += _isInCircuit[e] ? 1 : 0;
            _largestGradient = Math.Max(_largestGradient, Math.Abs(derivative));
            weights[e] -= rate * derivative;
        }

        _support.Add(support);
        _setBits.Add(BitOperations.PopCount(input));
        if (_noise.Length == 0)
            return;
        double σ = _cell.Noise * _cell.Rate;
        _stream.FillNormals(_noise);
        for (int e = 0; e < weights.Length; e++)
            weights[e] += σ * _noise[e];
    }

    /// <summary>What the run has done so far.</summary>
    public EmulationOutcome Inspect()
    {
        ReadOnlySpan<uint> inputs = CollectionsMarshal.AsSpan(_inputs);
        ReadOnlySpan<int> labels = CollectionsMarshal.AsSpan(_labels);
        (uint parity, int rank) = _cell.Learner == EmulatedLearner.Parities
            ? ParityElimination.Solve(inputs, labels)
            : (0, ParityElimination.Solve(inputs, new int[inputs.Length]).Rank);
        ConjunctionElimination conjunction = ConjunctionElimination.Learn(_cell.Coordinates, inputs, labels);
        double[] outputs = Network.EvaluateAll();
        bool isLearner = true, hasLearnersSign = true, isTarget = true, hasTargetsSign = true;
        int falseAcceptances = 0;
        double right = 0;
        for (uint x = 0; x < outputs.Length; x++)
        {
            int learned = _cell.Learner == EmulatedLearner.Parities
                ? ParityFunction.Value(parity, x)
                : conjunction.Value(x);
            int truth = _target(x);
            double output = outputs[x];
            isLearner &= output == learned;
            hasLearnersSign &= output * learned > 0;
            isTarget &= output == truth;
            hasTargetsSign &= output * truth > 0;
            falseAcceptances += output < 0 && truth > 0 ? 1 : 0;
            right += output * truth > 0 ? 1 : output * truth < 0 ? 0 : 0.5;
        }

        (double[] tags, double[] set, double[] cleared) = Memory();
        return new(
            rank, isLearner, hasLearnersSign, isTarget, hasTargetsSign, right / outputs.Length, falseAcceptances,
            Stored(_largestOutput), Stored(_largestGradient), [.. _support], [.. _setBits], _circuitEdges, Stored(tags),
            Stored(set), Stored(cleared), ChangedEdges: 0);
    }

    // Without noise bits are compared.
    private double Stored(double number) => _cell.Noise > 0 ? ShortDecimal.Nearest(number, 4) : number;

    private double[] Stored(double[] numbers) => [.. numbers.Select(Stored)];

    // Whether an edge leads into what reads the memory, opens slots or computes.
    private static bool[] IntoTheCircuit(ReluGraph graph)
    {
        bool[] isInCircuit = new bool[graph.Sources.Length];
        for (int v = 0; v < graph.Vertices; v++)
        {
            bool isCircuit =
                graph.Sections[v] is CircuitSection.Reader or CircuitSection.Control or CircuitSection.Computation;
            isInCircuit.AsSpan(graph.FirstEdge[v]..graph.FirstEdge[v + 1]).Fill(isCircuit);
        }

        return isInCircuit;
    }

    // Least and greatest y·(w − w⁰)/γ over the edges of tags, of set and of cleared cells. A slot belongs to the last
    // sample of its step.
    private (double[] Tags, double[] Set, double[] Cleared) Memory()
    {
        double[] tags = Nothing(), set = Nothing(), cleared = Nothing();
        for (int s = 0; s < _emulation.Slots.Count; s++)
        {
            int sample = (s + 1) * _cell.Batch - 1;
            MemorySlot slot = _emulation.Slots[s];
            Widen(tags, slot.Tag.BaseEdge, _labels[sample]);
            for (int i = 0; i < slot.Cells.Length; i++)
            {
                bool isSet = (_inputs[sample] >> i & 1) != 0;
                Widen(isSet ? set : cleared, slot.Cells[i].BitEdge, _labels[sample]);
            }
        }

        return (tags, set, cleared);
    }

    private static double[] Nothing() => [double.NaN, double.NaN];

    private void Widen(double[] range, int edge, int label)
    {
        double moved = label * (Network.Weights[edge] - _emulation.Graph.InitialWeights[edge]) / _cell.Rate;
        range[0] = double.IsNaN(range[0]) ? moved : Math.Min(range[0], moved);
        range[1] = double.IsNaN(range[1]) ? moved : Math.Max(range[1], moved);
    }
}
