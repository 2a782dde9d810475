namespace Verification.Reproductions.Reporting;

/// <summary>A claim or figure needs a unit that has not been measured yet.</summary>
public sealed class MissingMeasurementException : Exception
{
    /// <summary>Some unit.</summary>
    public MissingMeasurementException()
        : this("A unit has not been measured yet.")
    {
    }

    /// <summary>Which unit is missing.</summary>
    public MissingMeasurementException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="MissingMeasurementException(string)"/>
    public MissingMeasurementException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
