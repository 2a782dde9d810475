namespace Verification.Spec.Examining;

/// <summary>Functions of the cell that a judgment needs for each outcome.</summary>
internal static class CellFunction
{
    /// <summary>A costly function, taken once a cell and not once an outcome.</summary>
    /// <param name="function">Pure; a quadrature or a root, say.</param>
    public static Func<TCell, double> Once<TCell>(Func<TCell, double> function)
        where TCell : notnull
    {
        var known = new Dictionary<TCell, double>();
        return cell =>
        {
            if (!known.TryGetValue(cell, out double value))
                known.Add(cell, value = function(cell));
            return value;
        };
    }
}
