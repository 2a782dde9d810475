namespace Verification.Properties;

/// <summary>Steps of a shrinker on problems made of small integers.</summary>
internal static class Shrinking
{
    /// <summary>The problem with an integer less by one, as long as that is above its least value.</summary>
    public static IEnumerable<T> Down<T>(int value, int least, Func<int, T> smaller) =>
        value > least ? [smaller(value - 1)] : [];

    /// <summary>The problem with half its seed.</summary>
    public static IEnumerable<T> Halved<T>(int seed, Func<int, T> smaller) => seed > 0 ? [smaller(seed / 2)] : [];
}
