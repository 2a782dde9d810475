using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Verification.Implementation.Numerics.Activations;

/// <summary>An activation σ with its first two derivatives and their exact extremes over the real line.</summary>
/// <remarks>
/// Immutable, compared by identity of the named instances; in JSON and on the command line it is its
/// <see cref="Name"/>. Functions of a span write to a span of the same length, which may be the input itself; they
/// allocate nothing, agree bit for bit with the functions of one number, and are accurate to a few ULP in their tails
/// too. σ'(0) of the rectified linear unit is 0; its σ'' is 0 where it exists.
/// </remarks>
[JsonConverter(typeof(NameConverter))]
public sealed class Activation : IParsable<Activation>
{
    private readonly Map _value;
    private readonly Map _slope;
    private readonly Map _curvature;

    private Activation(
        string name, double leastSlope, double largestSlope, double largestCurvature, bool hasEvenSlope, Map value,
        Map slope, Map curvature)
    {
        Name = name;
        LeastSlope = leastSlope;
        LargestSlope = largestSlope;
        LargestCurvature = largestCurvature;
        HasEvenSlope = hasEvenSlope;
        _value = value;
        _slope = slope;
        _curvature = curvature;
    }

    private delegate void Map(ReadOnlySpan<double> z, Span<double> result);

    /// <summary>z.</summary>
    public static Activation Identity { get; } = Of<ActivationLanes.Identity>("identity", 1, 1, 0, hasEvenSlope: true);

    /// <summary>tanh z; sup|σ''| = 4/(3√3) at tanh²z = 1/3.</summary>
    public static Activation Tanh { get; } =
        Of<ActivationLanes.HyperbolicTangent>("tanh", 0, 1, 4 / (3 * Math.Sqrt(3)), hasEvenSlope: true);

    /// <summary>1/(1 + e^(−z)); sup|σ'| = 1/4, sup|σ''| = √3/18 (tanh at half the argument, halved).</summary>
    public static Activation Sigmoid { get; } =
        Of<ActivationLanes.Sigmoid>("sigmoid", 0, 0.25, Math.Sqrt(3) / 18, hasEvenSlope: true);

    /// <summary>log(1 + e^z), whose slope is the sigmoid.</summary>
    public static Activation Softplus { get; } =
        Of<ActivationLanes.Softplus>("softplus", 0, 1, 0.25, hasEvenSlope: false);

    /// <summary>zΦ(z) + ϕ(z) = E max(z + g, 0) for a standard normal g, whose slope is Φ: its expected tangent kernel
    /// has a closed form. Below 0 values keep a few ULP of ϕ(z) only.</summary>
    public static Activation GaussianSoftplus { get; } = Of<ActivationLanes.GaussianSoftplus>(
        "gaussian-softplus", 0, 1, 0.3989422804014327, hasEvenSlope: false);

    /// <summary>max(z, 0); its slope jumps, so that <see cref="LargestCurvature"/>, the Lipschitz constant of the
    /// slope, is infinite.</summary>
    public static Activation RectifiedLinear { get; } =
        Of<ActivationLanes.RectifiedLinear>("relu", 0, 1, double.PositiveInfinity, hasEvenSlope: false);

    /// <summary>sin z: its expected kernels have closed forms.</summary>
    public static Activation Sine { get; } = Of<ActivationLanes.Sine>("sine", 0, 1, 1, hasEvenSlope: true);

    /// <summary>z + ½ sin z: nonlinear, with slopes between ½ and 3/2.</summary>
    public static Activation Ripple { get; } = Of<ActivationLanes.Ripple>("ripple", 0.5, 1.5, 0.5, hasEvenSlope: true);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Activation> All { get; } =
    [Identity, Tanh, Sigmoid, Softplus, RectifiedLinear, Sine, Ripple, GaussianSoftplus];

    /// <summary>Name in lower case.</summary>
    public string Name { get; }

    /// <summary>inf|σ'|.</summary>
    public double LeastSlope { get; }

    /// <summary>sup|σ'|.</summary>
    public double LargestSlope { get; }

    /// <summary>sup|σ''|, the Lipschitz constant of σ'.</summary>
    public double LargestCurvature { get; }

    /// <summary>Whether σ'(−z) = σ'(z), so that antipodal inputs have proportional gradients.</summary>
    public bool HasEvenSlope { get; }

    /// <inheritdoc/>
    /// <exception cref="FormatException">There is no such activation; the message names those that there
    /// are.</exception>
    public static Activation Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out Activation? activation)
            ? activation
            : throw new FormatException(
                $"'{s}' is no activation: {string.Join(", ", All.Select(known => known.Name))}.");

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out Activation result)
    {
        result = All.FirstOrDefault(activation => activation.Name == s);
        return result is not null;
    }

    /// <summary>σ of each entry.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Values(ReadOnlySpan<double> z, Span<double> result) => _value(z, result);

    /// <summary>σ' of each entry.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Slopes(ReadOnlySpan<double> z, Span<double> result) => _slope(z, result);

    /// <summary>σ'' of each entry.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Curvatures(ReadOnlySpan<double> z, Span<double> result) => _curvature(z, result);

    /// <summary>σ(z).</summary>
    public double Value(double z) => AtOne(_value, z);

    /// <summary>σ'(z).</summary>
    public double Slope(double z) => AtOne(_slope, z);

    /// <summary>σ''(z).</summary>
    public double Curvature(double z) => AtOne(_curvature, z);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static Activation Of<TLanes>(
        string name, double leastSlope, double largestSlope, double largestCurvature, bool hasEvenSlope)
        where TLanes : struct, IActivationLanes =>
        new(
            name, leastSlope, largestSlope, largestCurvature, hasEvenSlope, Run<ValueOf<TLanes>>, Run<SlopeOf<TLanes>>,
            Run<CurvatureOf<TLanes>>);

    private static double AtOne(Map map, double z)
    {
        map([z], new Span<double>(ref z));
        return z;
    }

    private static void Run<TFunction>(ReadOnlySpan<double> z, Span<double> result)
        where TFunction : struct, ILanes
    {
        if (z.Length != result.Length)
            throw new ArgumentException(
                $"The output has length {result.Length}, the input {z.Length}; they have to be equal.", nameof(result));
        ref double source = ref MemoryMarshal.GetReference(z);
        ref double target = ref MemoryMarshal.GetReference(result);
        int lanes = Vector512<double>.Count;
        int i = 0;
        for (; i <= z.Length - lanes; i += lanes)
            TFunction.Evaluate(Vector512.LoadUnsafe(ref source, (nuint)i)).StoreUnsafe(ref target, (nuint)i);
        if (i < z.Length)
        {
            Span<double> rest = stackalloc double[lanes];
            rest.Clear();
            z[i..].CopyTo(rest);
            TFunction.Evaluate(Vector512.Create<double>(rest)).CopyTo(rest);
            rest[..(z.Length - i)].CopyTo(result[i..]);
        }
    }

    private interface ILanes
    {
        static abstract Vector512<double> Evaluate(Vector512<double> z);
    }

    private readonly struct ValueOf<TLanes> : ILanes
        where TLanes : struct, IActivationLanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Evaluate(Vector512<double> z) => TLanes.Value(z);
    }

    private readonly struct SlopeOf<TLanes> : ILanes
        where TLanes : struct, IActivationLanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Evaluate(Vector512<double> z) => TLanes.Slope(z);
    }

    private readonly struct CurvatureOf<TLanes> : ILanes
        where TLanes : struct, IActivationLanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<double> Evaluate(Vector512<double> z) => TLanes.Curvature(z);
    }

    private sealed class NameConverter : JsonConverter<Activation>
    {
        public override Activation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), null, out Activation? activation)
                ? activation
                : throw new JsonException("Unknown activation.");

        public override void Write(Utf8JsonWriter writer, Activation value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Name);
    }
}
