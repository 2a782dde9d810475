namespace Verification.Implementation.CrossPredictability.Classes;

/// <summary>A class of functions {±1}^n → {±1} with a law on it.</summary>
public enum FunctionFamily
{
    /// <summary>χ_S, S uniform over all subsets.</summary>
    Parities,

    /// <summary>χ_S, S uniform over the subsets but the empty one.</summary>
    NonemptyParities,

    /// <summary>χ_S, S uniform over the subsets of k elements.</summary>
    Monomials,

    /// <summary>χ_S, each i in S independently with probability 1/(1 + k).</summary>
    SparseParities,

    /// <summary>±x_i, uniform.</summary>
    SignedDictators,

    /// <summary>χ_[n] alone.</summary>
    Single,

    /// <summary>All functions, uniform; n ≤ 3.</summary>
    All,

    /// <summary>f₀(x)ε(x), f₀ = x_1, ε(x) independent, 1 with weight k and −1 with weight 1; n ≤ 3.</summary>
    NoisyCopies,

    /// <summary>χ_[n] with probability 1/k, else a uniform parity.</summary>
    Mixture,

    /// <summary>−1 where all of k coordinates are −1, the coordinates uniform.</summary>
    Conjunctions,
}
