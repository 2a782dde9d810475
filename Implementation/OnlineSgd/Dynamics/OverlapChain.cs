using System.Runtime.CompilerServices;
using Verification.Implementation.Numerics.Elementary;
using Verification.Implementation.Numerics.Random;

namespace Verification.Implementation.OnlineSgd.Dynamics;

/// <summary>The overlap of projected online SGD as a Markov chain: three random numbers a step, whatever the
/// dimension.</summary>
/// <remarks>
/// The chi-square numbers are made by the method of <see cref="ChiSquare"/>, many at a time: of each stretch of
/// candidates the accepted ones are kept in order, so that the bits depend on the stream alone. Not synchronized.
/// </remarks>
public sealed class OverlapChain
{
    private const int Stretch = 512;

    private readonly HermiteSeries? _series;
    private readonly SingleIndexLink? _link;
    private readonly SampleLoss _loss;
    private readonly double _step;
    private readonly RandomStream _stream;
    private readonly int _degrees;
    private readonly SmoothedLink? _smoothed;
    private readonly double[] _b = new double[Stretch];
    private readonly double[] _c = new double[Stretch];
    private readonly double[] _chi = new double[2 * Stretch];
    private readonly double[] _candidate = new double[Stretch];
    private readonly double[] _uniform = new double[Stretch];
    private int _next = Stretch;
    private int _accepted;

    /// <summary>A chain at the given overlap, for the correlation loss with a smoothed student.</summary>
    /// <param name="link">f, of the teacher.</param>
    /// <param name="smoothed">The student averaged around w, which has the dimension.</param>
    /// <param name="step">η ≥ 0, finite.</param>
    /// <param name="start">m₀ within [−1, 1].</param>
    /// <param name="stream">Its random numbers, from the present position on.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public OverlapChain(
        HermiteSeries link, SmoothedLink smoothed, double step, double start, RandomStream stream)
        : this(link, SampleLoss.Correlation, Known(smoothed).Dimension, step, start, stream) => _smoothed = smoothed;

    /// <summary>A chain at the given overlap, for a link of any kind.</summary>
    /// <param name="link">f; a finite Hermite series runs as one.</param>
    /// <param name="loss">ℓ.</param>
    /// <param name="dimension">d ≥ 2.</param>
    /// <param name="step">η ≥ 0, finite.</param>
    /// <param name="start">m₀ within [−1, 1].</param>
    /// <param name="stream">Its random numbers, from the present position on.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public OverlapChain(
        SingleIndexLink link, SampleLoss loss, int dimension, double step, double start, RandomStream stream)
        : this(loss, dimension, step, start, stream)
    {
        ArgumentNullException.ThrowIfNull(link);
        (_series, _link) = (link.Series, link);
    }

    /// <summary>A chain at the given overlap.</summary>
    /// <param name="link">f.</param>
    /// <param name="loss">ℓ.</param>
    /// <param name="dimension">d ≥ 2.</param>
    /// <param name="step">η ≥ 0, finite.</param>
    /// <param name="start">m₀ within [−1, 1].</param>
    /// <param name="stream">Its random numbers, from the present position on.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public OverlapChain(
        HermiteSeries link, SampleLoss loss, int dimension, double step, double start, RandomStream stream)
        : this(loss, dimension, step, start, stream)
    {
        ArgumentNullException.ThrowIfNull(link);
        _series = link;
    }

    private OverlapChain(SampleLoss loss, int dimension, double step, double start, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 2);
        if (!(step >= 0 && double.IsFinite(step)))
            throw new ArgumentOutOfRangeException(nameof(step), step, "The step has to be finite and not negative.");
        if (!(Math.Abs(start) <= 1))
            throw new ArgumentOutOfRangeException(nameof(start), start, "An overlap lies between −1 and 1.");
        _loss = loss;
        _step = step;
        _stream = stream;
        _degrees = dimension - 2;
        Overlap = start;
    }

    /// <summary>m.</summary>
    public double Overlap { get; private set; }

    /// <summary>One step.</summary>
    public void Advance() => Advance(out _);

    /// <summary>One step.</summary>
    /// <param name="gain">ηg = ηGc√(1 − m²), by which the step would move the overlap without projection.</param>
    public void Advance(out double gain) => Overlap = After(Overlap, out gain);

    /// <summary>Steps until the overlap reaches a threshold for the first time.</summary>
    /// <param name="threshold">Threshold of m, or of |m|.</param>
    /// <param name="either">Whether −threshold counts as well.</param>
    /// <param name="cap">Most steps.</param>
    /// <param name="cancellation">Observed now and then.</param>
    /// <returns>Steps taken; <see cref="Overlap"/> says whether they sufficed.</returns>
    public long RunTo(double threshold, bool either, long cap, CancellationToken cancellation)
    {
        // A step waits for the overlap before it, which therefore stays in a register.
        double m = Overlap;
        long steps = 0;
        while (steps < cap && (either ? Math.Abs(m) : m) < threshold)
        {
            if (steps % 65536 == 0)
            {
                Overlap = m;
                cancellation.ThrowIfCancellationRequested();
            }

            m = After(m, out _);
            steps++;
        }

        Overlap = m;
        return steps;
    }

    private static SmoothedLink Known(SmoothedLink smoothed)
    {
        ArgumentNullException.ThrowIfNull(smoothed);
        return smoothed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double After(double m, out double gain)
    {
        if (_next == Stretch)
            Refill();
        (double b, double c) = (_b[_next], _c[_next]);
        double root = Math.Sqrt((1 - m) * (1 + m));
        double squaredRest = c * c + _chi[_next];
        double a = m * b + root * c;
        double push = _step * Force(a, b, squaredRest);
        gain = push * c * root;
        _next++;
        return OverlapStep.Moved(push, m, c, squaredRest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Force(double a, double b, double squaredRest)
    {
        if (_series is null)
            return OverlapStep.Force(_link!, _loss, a, b);
        return _smoothed is null
            ? OverlapStep.Force(_series, _loss, a, b)
            : _series.Value(a) * _smoothed.Slope(b, squaredRest);
    }

    private void Refill()
    {
        _stream.FillNormals(_b);
        _stream.FillNormals(_c);
        FillChiSquares();
        _next = 0;
    }

    private void FillChiSquares()
    {
        if (_degrees == 0)
            return;
        if (_degrees == 1)
        {
            _stream.FillNormals(_candidate);
            for (int i = 0; i < Stretch; i++)
                _chi[i] = _candidate[i] * _candidate[i];
            return;
        }

        // What was accepted beyond the last stretch comes first.
        int kept = Math.Max(0, _accepted - Stretch);
        Array.Copy(_chi, _accepted - kept, _chi, 0, kept);
        _accepted = kept;
        double d = _degrees / 2.0 - 1.0 / 3;
        double c = 1 / Math.Sqrt(9 * d);
        while (_accepted < Stretch)
        {
            _stream.FillNormals(_candidate);
            _stream.FillUniforms(_uniform);
            for (int i = 0; i < Stretch; i++)
            {
                double x = _candidate[i];
                double root = 1 + c * x;
                if (root <= 0)
                    continue;
                double v = root * root * root;
                double u = 1 - _uniform[i];
                double x2 = x * x;

                // The squeeze of Marsaglia and Tsang decides 98 % of the candidates without a logarithm.
                if (u < 1 - 0.0331 * x2 * x2
                    || ElementaryFunctions.Log(u) < 0.5 * x2 + d * (1 - v + ElementaryFunctions.Log(v)))
                    _chi[_accepted++] = 2 * d * v;
            }
        }
    }
}
