namespace Verification.Spec.Parameters;

/// <summary>Marks a property of a claim that users can set with <c>claims probe --set name=value</c> and that mutants
/// get wrong.</summary>
/// <remarks>Integers, reals, flags, enumerations, and lists of integers or laws (<see cref="Choices{T}"/>, written
/// <c>3+5+8</c>).</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(string name, string summary) : Attribute
{
    /// <summary>Name on the command line: letters, digits and hyphens.</summary>
    public string Name { get; } = name;

    /// <summary>What it means, half a line.</summary>
    public string Summary { get; } = summary;

    /// <summary>Least value of a number, or of each number in a list.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>Greatest value of a number, or of each number in a list.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>The names that a list of names can take, for messages; empty for numbers.</summary>
    public string Values { get; init; } = "";

    /// <summary>Whether it is a size: a refutation is shrunk along it to the smallest instance that still
    /// refutes.</summary>
    public bool Size { get; init; }
}
