using Xunit;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>Runs the method as an FsCheck property: its arguments are generated from their types.</summary>
/// <remarks>
/// <para>The method returns <c>void</c> (assertions throw), <c>bool</c>, <see cref="Property"/>, or a task of these. One instance
/// of the test class serves all draws of a property.</para>
/// <para>These are the names and defaults of the package FsCheck.Xunit, with one difference: without <see cref="Replay"/> the package
/// takes its seed from the clock; here the seed follows from the test's full name, so that every run draws the same arguments. Other
/// arguments are drawn by renaming the test, by another <see cref="MaxTest"/>, or by a <see cref="Replay"/> of one's own.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("FsCheck.Xunit.PropertyDiscoverer", "Verification.Properties")]
public class PropertyAttribute : FactAttribute
{
    private int? _maxTest;
    private int? _maxRejected;
    private int? _startSize;
    private int? _endSize;
    private bool? _verbose;
    private bool? _quietOnSuccess;

    /// <summary>Draws that have to pass, at least 1; 100 unless told.</summary>
    public int MaxTest { get => _maxTest ?? PropertySettings.Default.MaxTest; set => _maxTest = value; }

    /// <summary>Discarded draws after which the property counts as exhausted, and fails; at least 1; 1000 unless told.</summary>
    public int MaxRejected { get => _maxRejected ?? PropertySettings.Default.MaxRejected; set => _maxRejected = value; }

    /// <summary>Size of the first draw, 0 or more; 1 unless told.</summary>
    public int StartSize { get => _startSize ?? PropertySettings.Default.StartSize; set => _startSize = value; }

    /// <summary>Size that the last draw approaches, at least <see cref="StartSize"/>; 100 unless told. Sizes grow linearly.</summary>
    public int EndSize { get => _endSize ?? PropertySettings.Default.EndSize; set => _endSize = value; }

    /// <summary>
    /// Where the random numbers start: <c>"(seed,gamma)"</c> starts a whole run there, <c>"(seed,gamma,size)"</c>, as a failure
    /// prints it, makes exactly one draw, the falsifying one, and shrinks it again. The parentheses may be left out.
    /// </summary>
    public string? Replay { get; set; }

    /// <summary>Writes every draw and every successful shrink to the test's output.</summary>
    public bool Verbose { get => _verbose ?? PropertySettings.Default.Verbose; set => _verbose = value; }

    /// <summary>Writes nothing to the test's output when the property passes.</summary>
    public bool QuietOnSuccess { get => _quietOnSuccess ?? PropertySettings.Default.QuietOnSuccess; set => _quietOnSuccess = value; }

    /// <summary>
    /// Types whose public static methods return <see cref="Arbitrary{T}"/>; they replace the generators of those T. For the same T
    /// the front of the array wins, and a method's own types win over its class's.
    /// </summary>
    public Type[] Arbitrary { get; set; } = [];

    /// <summary>What was set here, laid over <paramref name="outer"/>.</summary>
    internal PropertySettings Over(PropertySettings outer) => outer with
    {
        MaxTest = _maxTest ?? outer.MaxTest,
        MaxRejected = _maxRejected ?? outer.MaxRejected,
        StartSize = _startSize ?? outer.StartSize,
        EndSize = _endSize ?? outer.EndSize,
        Replay = string.IsNullOrEmpty(Replay) ? outer.Replay : Replay,
        Verbose = _verbose ?? outer.Verbose,
        QuietOnSuccess = _quietOnSuccess ?? outer.QuietOnSuccess,
        Arbitrary = [.. Arbitrary, .. outer.Arbitrary],
    };
}
