using System.Security.Cryptography;
using System.Text;

namespace Verification.Reproductions.Auditing;

/// <summary>By what a file is told from one that was changed.</summary>
/// <param name="Sha256">SHA-256 of its bytes, as lowercase hexadecimal digits.</param>
/// <param name="Bytes">How many bytes it has.</param>
public sealed record FileSum(string Sha256, long Bytes)
{
    /// <summary>That of a file with this text.</summary>
    public static FileSum Of(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return new(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
    }

    /// <summary>That of what a stream holds from its position on.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FileSum Of(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        long start = stream.Position;
        byte[] sum = SHA256.HashData(stream);
        return new(Convert.ToHexStringLower(sum), stream.Position - start);
    }

    /// <summary>That of a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be read.</exception>
    public static FileSum OfFile(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Of(file);
    }
}
