namespace Verification.Implementation.JacobianSpectra.Images;

/// <summary>A file of images is not what its format says; the message is one line with what is wrong.</summary>
public sealed class ImageFormatException : FormatException
{
    /// <summary>A file that is not what its format says.</summary>
    public ImageFormatException()
        : this("The file is no file of images.") { }

    /// <summary>A file that is not what its format says.</summary>
    /// <param name="message">What is wrong, on one line.</param>
    public ImageFormatException(string message)
        : base(message) { }

    /// <summary>A file that is not what its format says.</summary>
    /// <param name="message">What is wrong, on one line.</param>
    /// <param name="innerException">What was found.</param>
    public ImageFormatException(string message, Exception innerException)
        : base(message, innerException) { }
}
