using Verification.Spec.Counterexamples;

namespace Verification.Spec.JacobianSpectra.Training;

// The printed form fails at an instance that anybody can check by arithmetic.
public sealed partial record TandemInClosedForm
{
    public override ExactCounterexample PrintedCounterexample => new()
    {
        Words =
            "Three classes of six samples; row a counts the labels of class a after a third, two thirds and all of "
            + "them became another class, in equal numbers. The class-constant vectors keep the sum of the squares "
            + "over 6·18 of the energy of the labels, and the nuisance space has the rest: ½, ⅔, ½. The class means "
            + "are right at a third and wrong when all labels are replaced.",
        Data =
        [
            ("third", "4 1 1; 1 4 1; 1 1 4"),
            ("twothirds", "2 2 2; 2 2 2; 2 2 2"),
            ("all", "0 3 3; 3 0 3; 3 3 0"),
        ],
        Where =
        [
            ("atthird", "1 - sum(third*third)/(6*18)"),
            ("attwothirds", "1 - sum(twothirds*twothirds)/(6*18)"),
            ("atall", "1 - sum(all*all)/(6*18)"),
        ],
        Holds =
        [
            new("the right label leads in every class at a third", "diag(third) > 3"),
            new("no sample has the right label at the end", "diag(all) == 0"),
            new("energies at a third and at the end agree", "atthird == atall"),
        ],
        Fails =
        [
            new("the nuisance energy grows with the corruption", "atall >= attwothirds"),
        ],
    };
}
