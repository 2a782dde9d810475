using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Xunit;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>Verified files that no test of an assembly produces.</summary>
/// <remarks>
/// <c>Class.Method[_variant].verified.ext</c> is legitimate if Class.cs lies beside it, the assembly has a test Method
/// in a class of that name, the method calls <see cref="Verifier"/>, and the variant, if any, follows from the data of
/// the theory or stands as a literal in Class.cs. The extension is not traced.
/// </remarks>
public static class DanglingSnapshots
{
    /// <summary>One line for each dangling file below <paramref name="folder"/>, in ordinal order.</summary>
    /// <param name="folder">Where verified files are looked for.</param>
    /// <param name="tests">The tests that should produce them.</param>
    public static IEnumerable<string> Find(string folder, Assembly tests) =>
        Directory.EnumerateFiles(folder, "*.verified.*", SearchOption.AllDirectories)
            .Select(path => (path, relative: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(static file => !file.relative.Split('/').Any(static part => part is "bin" or "obj"))
            .OrderBy(static file => file.relative, StringComparer.Ordinal)
            .Select(file => (file.relative, complaint: Complaint(file.path, tests)))
            .Where(static file => file.complaint is not null)
            .Select(static file => $"{file.relative}: {file.complaint}");

    private static string? Complaint(string path, Assembly tests)
    {
        string file = Path.GetFileName(path);
        string name = file[..file.IndexOf(".verified.", StringComparison.Ordinal)];
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return "its name is not Class.Method.verified.ext.";
        string className = name[..dot];
        string rest = name[(dot + 1)..];
        string source = Path.Combine(Path.GetDirectoryName(path) ?? "", className + ".cs");
        if (!File.Exists(source))
            return $"there is no {className}.cs beside it.";

        // A method's name may itself contain '_', so the longest name that fits is the method's.
        MethodInfo? method = tests.GetTypes()
            .Where(type => type.Name == className)
            .SelectMany(static type => type.GetMethods())
            .Where(candidate =>
                rest == candidate.Name || rest.StartsWith(candidate.Name + "_", StringComparison.Ordinal))
            .MaxBy(static candidate => candidate.Name.Length);
        if (method?.GetCustomAttribute<FactAttribute>() is null)
            return $"there is no test for it in the class {className}.";
        if (!CallsVerifier(method))
            return $"the test {className}.{method.Name} verifies nothing.";
        return rest == method.Name || IsVariant(name, className, method, source)
            ? null
            : $"{className}.{method.Name} has no variant «{rest[(method.Name.Length + 1)..]}».";
    }

    private static bool IsVariant(string name, string className, MethodInfo method, string source)
    {
        ParameterInfo[] parameters = method.GetParameters();
        bool FollowsFromData(object?[] values) =>
            Enumerable
                .Range(1, Math.Min(values.Length, parameters.Length))
                .Any(count =>
                    SnapshotName.WithText(className, method.Name, SnapshotName.Variant(parameters.Take(count), values))
                    == name);

        string text = name[(className.Length + method.Name.Length + 2)..];
        return method.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(method)).Any(FollowsFromData)
            || File.ReadAllText(source).Contains($"\"{text}\"", StringComparison.Ordinal);
    }

    private static bool CallsVerifier(MethodInfo test)
    {
        // The body of an asynchronous method lies in the state machine that the compiler made of it.
        MethodInfo body = test.GetCustomAttribute<AsyncStateMachineAttribute>()?.StateMachineType
            .GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic) ?? test;
        byte[] code = body.GetMethodBody()?.GetILAsByteArray() ?? [];
        Type[]? typeArguments =
            body.DeclaringType?.IsGenericType == true ? body.DeclaringType.GetGenericArguments() : null;
        for (int i = 0; i + sizeof(int) < code.Length; i++)
        {
            if (
                code[i] == OpCodes.Call.Value
                && CalledType(body.Module, BitConverter.ToInt32(code, i + 1), typeArguments) == typeof(Verifier))
                return true;
        }

        return false;
    }

    private static Type? CalledType(Module module, int token, Type[]? typeArguments)
    {
        // Tables MethodDef, MemberRef and MethodSpec; other bytes only look like a call.
        if ((token >>> 24) is not (0x06 or 0x0A or 0x2B))
            return null;
        try
        {
            return module.ResolveMethod(token, typeArguments, null)?.DeclaringType;
        }
        catch (ArgumentException)
        {
            // The bytes were an operand whose value no method has.
            return null;
        }
    }
}
