namespace Verification.Implementation.ImplicitBias.KernelRegime;

/// <summary>
/// A diagonal network f(w, x) = Σ (w₊^D − w₋^D)_j x_j and its derivative at a start, by differences of f itself.
/// </summary>
/// <param name="Kernel">⟨∇f(w₀, x), ∇f(w₀, x′)⟩ in units of α^(2D−2)‖x‖‖x′‖.</param>
/// <param name="InnerProduct">⟨x, x′⟩ in units of ‖x‖‖x′‖.</param>
/// <param name="KernelError">Bound of the errors of both.</param>
/// <param name="StartValue">f(w₀, x), in units of α^D‖x‖ like all that follows.</param>
/// <param name="Value">f(w, x).</param>
/// <param name="StartProduct">⟨w₀, ∇f(w₀, x)⟩.</param>
/// <param name="Product">⟨w, ∇f(w₀, x)⟩.</param>
/// <param name="Remainder">½Σ_j sup|∂²f/∂w_j²|(w − w₀)_j² over the segment: a bound of |f(w) − f(w₀) − ⟨w − w₀,
/// ∇f(w₀)⟩|.</param>
/// <param name="Error">Bound of the errors of the values and products.</param>
public sealed record TangentOutcome(
    double Kernel,
    double InnerProduct,
    double KernelError,
    double StartValue,
    double Value,
    double StartProduct,
    double Product,
    double Remainder,
    double Error);
