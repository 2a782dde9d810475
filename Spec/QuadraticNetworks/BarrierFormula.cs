using Verification.Implementation.Numerics.Random;
using Verification.Implementation.QuadraticNetworks;

namespace Verification.Spec.QuadraticNetworks;

/// <summary>Candidates for the constant of the energy barrier; κ = Var(x²).</summary>
public enum BarrierFormula
{
    /// <summary>C = min{κ, 2μ2²}.</summary>
    Minimum,

    /// <summary>max{κ, 2μ2²}.</summary>
    Maximum,

    /// <summary>b_d, see <see cref="BarrierConstants.Sharp"/>.</summary>
    Sharp,

    /// <summary>μ4.</summary>
    FourthMoment,
}

/// <summary>Evaluates the candidates.</summary>
internal static class BarrierFormulas
{
    public static double Value(this BarrierFormula formula, CoordinateLaw law, int d) => formula switch
    {
        BarrierFormula.Minimum => law.BarrierConstant,
        BarrierFormula.Maximum => Math.Max(law.VarianceOfSquare, 2 * law.SecondMoment * law.SecondMoment),
        BarrierFormula.Sharp => BarrierConstants.Sharp(law, d),
        _ => law.FourthMoment,
    };

    /// <summary>σ to the power that an exponent differs from 4, for exponents that are whole numbers.</summary>
    public static double ExcessPower(double σ, int exponent)
    {
        double power = 1;
        for (int k = 0; k < Math.Abs(exponent - 4); k++)
            power *= σ;
        return exponent >= 4 ? power : 1 / power;
    }
}
