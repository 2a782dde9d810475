namespace FsCheck.Xunit;

/// <summary>Defaults for all properties of a class or of an assembly; what is set nearer to the property wins.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class PropertiesAttribute : PropertyAttribute;
