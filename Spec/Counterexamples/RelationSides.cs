namespace Verification.Spec.Counterexamples;

/// <summary>Both sides of a relation.</summary>
/// <param name="Left">The left one.</param>
/// <param name="Right">The right one.</param>
/// <param name="Holds">Whether they certainly stand in the relation; null where they are not known closely
/// enough.</param>
public sealed record RelationSides(ExactArray Left, ExactArray Right, bool? Holds);
