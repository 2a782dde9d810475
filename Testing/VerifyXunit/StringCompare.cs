namespace VerifyTests;

/// <summary>Compares a received text with the verified one; both have \n between lines.</summary>
public delegate Task<CompareResult> StringCompare(
    string received, string verified, IReadOnlyDictionary<string, object> context);
