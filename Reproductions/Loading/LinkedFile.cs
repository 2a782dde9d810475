namespace Verification.Reproductions.Loading;

/// <summary>What stands at the end of a path that may be a link.</summary>
internal static class LinkedFile
{
    /// <summary>Bytes of a file, behind all links; 0 of a pipe or a device, to open which could take for
    /// ever.</summary>
    /// <exception cref="IOException">Links that lead nowhere, or in a circle.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder on the way is not to be read.</exception>
    public static long Length(string path) =>
        (File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path)).Length;
}
