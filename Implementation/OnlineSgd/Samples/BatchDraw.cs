namespace Verification.Implementation.OnlineSgd.Samples;

/// <summary>What two steps of gradient descent on one batch depend on; independent random numbers whatever the
/// dimension. The names are those of <see cref="BatchDescent"/>.</summary>
/// <param name="Start">⟨w₀, w*⟩ within [−1, 1], ‖w₀‖ = 1.</param>
/// <param name="Signal">a_i = ⟨x_i, w*⟩; n normal numbers.</param>
/// <param name="Beside">t_i, along what of w₀ is at right angles to w*; n normal numbers.</param>
/// <param name="Moved">h_i, along where the first step went beside the two; n normal numbers.</param>
/// <param name="MovedSquare">G, a chi-square number of d − 2 degrees.</param>
/// <param name="RestSquare">Z, one of d − 3 degrees; 0 at d = 3.</param>
public sealed record BatchDraw(
    double Start, double[] Signal, double[] Beside, double[] Moved, double MovedSquare, double RestSquare);
