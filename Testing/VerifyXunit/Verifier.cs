using System.Reflection;
using System.Runtime.CompilerServices;
using VerifyTests;

namespace VerifyXunit;

/// <summary>Compares what a test produced with the file <c>Class.Method.verified.ext</c> beside the test's
/// source.</summary>
/// <remarks>
/// <para>The conventions of the package Verify.Xunit: a difference or a missing file fails the test and leaves
/// <c>Class.Method.received.ext</c> beside it; a test that passes removes that file; to accept is to copy the one over
/// the other. Texts are compared and written with \n between lines, in UTF-8 without a byte order mark.</para>
/// <para>Differences to the package: objects become JSON in a <c>.json</c> file; <c>Verify</c> is called by the test
/// method itself, whose name it takes from the compiler; Class is the name of the source file. The last parameter is
/// the compiler's.</para>
/// </remarks>
public static class Verifier
{
    /// <summary>Verifies a text in a <c>.txt</c> file.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static SettingsTask Verify(
        string? target,
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "") =>
        Compare(Assembly.GetCallingAssembly(), target ?? "null", "txt", settings, sourceFile, method);

    /// <summary>Verifies a text in a file with the given extension, without its dot.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static SettingsTask Verify(
        string? target,
        string extension,
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "") =>
        Compare(Assembly.GetCallingAssembly(), target ?? "null", extension, settings, sourceFile, method);

    /// <summary>Verifies an object's public properties as indented JSON, numbers with all their digits, dictionaries by
    /// key.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static SettingsTask Verify<T>(
        T target,
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "") =>
        Compare(Assembly.GetCallingAssembly(), StableJson.Serialize(target), "json", settings, sourceFile, method);

    // The tests' assembly has the method that gives a snapshot its name; hence no inlining of what asks who calls.
    private static SettingsTask Compare(
        Assembly tests, string target, string extension, VerifySettings? settings, string sourceFile, string method) =>
        new(settings, chosen => Snapshot.Compare(tests, target, extension, chosen, sourceFile, method));
}
