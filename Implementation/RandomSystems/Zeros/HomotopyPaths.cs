using System.Runtime.Intrinsics;
using Verification.Implementation.Numerics.LinearAlgebra;

namespace Verification.Implementation.RandomSystems.Zeros;

/// <summary>Follows the zeros of (1 − t)G + tF, ⟨b, z⟩ = 1, from t = 0 to 1, one path a lane.</summary>
/// <remarks> A step predicts by the Runge–Kutta method of fourth order along dz/dt = −[DH; b]⁻¹[∂H/∂t; 0] and corrects
/// by two steps of Newton's method; it is taken back, with half its length, unless both corrections are small. Every
/// lane has a path, a place and a step length of its own, and takes up the next path when it is through: what becomes
/// of a path does not depend on its neighbors. Whether the end is a zero of F, and whose, is not decided here.
/// </remarks>
public sealed class HomotopyPaths
{
    private const int Lanes = 8;

    // A step is halved until it is this short, and a path is given up after so many.
    private const double ShortestStep = 1e-9;
    private const int MostSteps = 20000;

    private readonly SquareSystem _target;
    private readonly StartSystem _start;
    private readonly Vector512<double> _largest;
    private readonly int _d;
    private readonly ComplexLanes[] _z, _moved, _stage, _slope, _sum, _values, _jacobian;

    /// <summary>The paths to a target.</summary>
    /// <param name="target">F and b.</param>
    /// <param name="angle">The angle of γ, which almost every choice of keeps the paths apart.</param>
    /// <param name="tolerance">Largest first correction, relative to z, after which a step stands.</param>
    public HomotopyPaths(SquareSystem target, double angle, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(target);
        (_target, _start, _d) = (target, new(target, angle), target.Variables);
        _largest = Vector512.Create(tolerance * tolerance);
        (_z, _moved, _stage, _slope, _sum, _values) =
            (new ComplexLanes[_d], new ComplexLanes[_d], new ComplexLanes[_d], new ComplexLanes[_d],
                new ComplexLanes[_d], new ComplexLanes[_d]);
        _jacobian = new ComplexLanes[_d * (_d + 1)];
    }

    /// <summary>Steps taken back or not, over all paths of the last run.</summary>
    public long Steps { get; private set; }

    /// <summary>Follows paths <paramref name="from"/>, …, <paramref name="to"/> − 1.</summary>
    /// <param name="from">First path.</param>
    /// <param name="to">Past the last path.</param>
    /// <param name="ends">Receives for each path the n + 1 coordinates of its end, NaN where it did not arrive.</param>
    /// <param name="cancellation">Observed between steps.</param>
    public void Follow(int from, int to, Span<(double Re, double Im)> ends, CancellationToken cancellation)
    {
        Span<int> path = stackalloc int[Lanes], steps = stackalloc int[Lanes];
        Span<double> place = stackalloc double[Lanes], length = stackalloc double[Lanes];
        Span<double> next = stackalloc double[Lanes], first = stackalloc double[Lanes];
        Span<double> accepted = stackalloc double[Lanes];
        ends.Fill((double.NaN, double.NaN));
        int waiting = from, running = 0;
        for (int lane = 0; lane < Lanes; lane++)
            running += TakeUp(lane, ref waiting, to, path, steps, place, length) ? 1 : 0;
        while (running > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int lane = 0; lane < Lanes; lane++)
                next[lane] = Math.Min(1, place[lane] + length[lane]);
            Vector512<double> t = Vector512.Create<double>(place), goal = Vector512.Create<double>(next);
            Advance(t, goal, out Vector512<double> size, out Vector512<double> mask);
            for (int j = 0; j < _d; j++)
                _z[j] = ComplexLanes.Select(mask, _moved[j], _z[j]);
            size.CopyTo(first);
            mask.CopyTo(accepted);
            for (int lane = 0; lane < Lanes; lane++)
            {
                if (path[lane] < 0)
                    continue;
                Steps++;
                // The mask's bits are all set where the step stands, which is a NaN.
                if (double.IsNaN(accepted[lane]))
                {
                    place[lane] = next[lane];
                    // The error of the predictor falls by 2⁵ with half a step: what leaves room for that may double.
                    if (first[lane] * 1024 < _largest[0])
                        length[lane] *= 2;
                }
                else
                {
                    length[lane] /= 2;
                }

                if (place[lane] < 1 && length[lane] >= ShortestStep && ++steps[lane] < MostSteps)
                    continue;
                if (place[lane] >= 1)
                    Store(lane, ends.Slice((path[lane] - from) * _d, _d));
                if (!TakeUp(lane, ref waiting, to, path, steps, place, length))
                    running--;
            }
        }
    }

    // Puts the next path into a lane; false where none is left, and the lane idles at t = 1.
    private bool TakeUp(
        int lane, ref int waiting, int to, Span<int> path, Span<int> steps, Span<double> place, Span<double> length)
    {
        Span<(double Re, double Im)> z = stackalloc (double, double)[_d];
        (steps[lane], place[lane], length[lane]) = (0, 0, 0.0625);
        while (waiting < to)
        {
            path[lane] = waiting++;
            if (!_start.TryZero(path[lane], z))
                continue;
            for (int j = 0; j < _d; j++)
                _z[j] = _z[j].WithLane(lane, z[j].Re, z[j].Im);
            return true;
        }

        (path[lane], place[lane], length[lane]) = (-1, 1, 0);
        return false;
    }

    private void Store(int lane, Span<(double Re, double Im)> end)
    {
        for (int j = 0; j < _d; j++)
            end[j] = (_z[j].Re[lane], _z[j].Im[lane]);
    }

    // From _z at t to _moved at `goal`; the squared first correction relative to z, and where the step stands.
    private void Advance(
        Vector512<double> t, Vector512<double> goal, out Vector512<double> first, out Vector512<double> stands)
    {
        Vector512<double> h = goal - t, half = h * 0.5, middle = t + half;
        Vector512<double> sixth = h / 6, third = h / 3;
        Tangent(_z, t);
        Combine(_sum, _z, sixth);
        Combine(_stage, _z, half);
        Tangent(_stage, middle);
        Combine(_sum, _sum, third);
        Combine(_stage, _z, half);
        Tangent(_stage, middle);
        Combine(_sum, _sum, third);
        Combine(_stage, _z, h);
        Tangent(_stage, goal);
        Combine(_moved, _sum, sixth);

        first = Correct(goal);
        Vector512<double> second = Correct(goal);
        // The second correction has to be of the order of the square of the first, or rounding.
        stands = Vector512.LessThanOrEqual(first, _largest)
            & Vector512.LessThanOrEqual(second, Vector512.Max(first * 1e-4, Vector512.Create(1e-26)));
    }

    // result = z + h·_slope.
    private void Combine(ComplexLanes[] result, ComplexLanes[] z, Vector512<double> h)
    {
        for (int j = 0; j < result.Length; j++)
            result[j] = ComplexLanes.AddScaled(z[j], h, _slope[j]);
    }

    // _slope = dz/dt at z.
    private void Tangent(ComplexLanes[] z, Vector512<double> t)
    {
        Fill(z, t, derivative: true);
        LaneElimination.Solve(_jacobian, _slope);
    }

    // One step of Newton's method on _moved; |correction|²/|z|², in the maximum norm.
    private Vector512<double> Correct(Vector512<double> t)
    {
        Fill(_moved, t, derivative: false);
        LaneElimination.Solve(_jacobian, _slope);
        Vector512<double> correction = Vector512<double>.Zero, size = Vector512<double>.Zero;
        for (int j = 0; j < _d; j++)
        {
            _moved[j] = ComplexLanes.AddScaled(_moved[j], Vector512<double>.One, _slope[j]);
            correction = Vector512.Max(correction, _slope[j].SquaredModulus);
            size = Vector512.Max(size, _moved[j].SquaredModulus);
        }

        return correction / size;
    }

    // The Jacobian of H with minus its derivative by t, or minus its value, as right side.
    private void Fill(ComplexLanes[] z, Vector512<double> t, bool derivative)
    {
        int stride = _d + 1, n = _d - 1;
        _target.Evaluate<ComplexLanes>(z, _values, _jacobian, stride);
        Vector512<double> rest = Vector512<double>.One - t, minus = -Vector512<double>.One;
        for (int i = 0; i < n; i++)
        {
            Span<ComplexLanes> row = _jacobian.AsSpan(i * stride, stride);
            (ComplexLanes value, ComplexLanes own, ComplexLanes last) = _start.Evaluate(i, z);
            for (int j = 0; j < _d; j++)
                row[j] = ComplexLanes.Scale(t, row[j]);
            row[i] = ComplexLanes.AddScaled(row[i], rest, own);
            row[n] = ComplexLanes.AddScaled(row[n], rest, last);
            row[_d] = derivative
                ? ComplexLanes.AddScaled(value, minus, _values[i])
                : ComplexLanes.AddScaled(ComplexLanes.Scale(-t, _values[i]), -rest, value);
        }

        _jacobian[n * stride + _d] = derivative ? default : ComplexLanes.Scale(minus, _values[n]);
    }
}
