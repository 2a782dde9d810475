using FsCheck.Xunit;
using Verification.Implementation.Numerics;
using Verification.Spec.Counterexamples;
using Xunit;

namespace Verification.Properties.Counterexamples;

public sealed class FormulaTests
{
    private static readonly Dictionary<string, ExactArray> Data = new(StringComparer.Ordinal)
    {
        ["x"] = ExactArray.Parse("-3/2"),
        ["A"] = ExactArray.Parse("1 2; 3 4"),
        ["row"] = ExactArray.Parse("1 2;"),
        ["u"] = ExactArray.Parse("1; -2; 3"),
    };

    [Theory]
    [InlineData("1 + 2*3", "7")]
    [InlineData("(1 + 2)*3", "9")]
    [InlineData("7 - 2 - 1", "4")]
    [InlineData("8/4/2", "1")]
    [InlineData("-2**2", "-4")]
    [InlineData("2**-2", "1/4")]
    [InlineData("-x", "3/2")]
    [InlineData("x**3", "-27/8")]
    [InlineData("trace(A @ A)", "29")]
    [InlineData("det(A)", "-2")]
    [InlineData("det(matrix(2, 2, 0, 1, 1, 0))", "-1")]
    [InlineData("rank(matrix(2, 3, 1, 2, 3, 2, 4, 6))", "1")]
    [InlineData("rank(u @ transpose(u))", "1")]
    [InlineData("entry(row @ A, 1, 2)", "10")]
    [InlineData("sum(A*A - A**2)", "0")]
    [InlineData("sum(diag(A))", "5")]
    [InlineData("mean(u)", "2/3")]
    [InlineData("sum(max(u, 0))", "4")]
    [InlineData("sum(min(0, u))", "-2")]
    [InlineData("sum(abs(u))", "6")]
    [InlineData("prod(range(4) + 1)", "24")]
    [InlineData("sqrt(9/4)", "3/2")]
    [InlineData("log(1)", "0")]
    public void AFormulaHasItsValue(string formula, string value) =>
        Assert.Equal(value, Formula.Evaluate(formula, Data).Number.ToString());

    // 40 digits of mpmath 1.3.
    [Theory]
    [InlineData("sqrt(2)", "1.4142135623730950488016887242096980785697", "1.4142135623730950488016887242096980785696")]
    [InlineData("log(2)", "0.6931471805599453094172321214581765680756", "0.6931471805599453094172321214581765680755")]
    [InlineData(
        "log(1/1000)", "-6.9077552789821370520539743640530926228033", "-6.9077552789821370520539743640530926228034")]
    public void RootsAndLogarithmsAreEnclosed(string formula, string upper, string lower) =>
        Assert.Equal($"{lower}..{upper}", Formula.Evaluate(formula, Data).Number.ToString());

    [Theory]
    [InlineData("y", "there is no 'y'")]
    [InlineData("0.5", "no part of a formula")]
    [InlineData("(1", "a parenthesis is not closed")]
    [InlineData("1 +", "it ends too early")]
    [InlineData("1 2", "'2' is unexpected")]
    [InlineData("f(1)", "there is no function f of 1 arguments")]
    [InlineData("1/(x - x)", "a divisor may be 0")]
    [InlineData("sqrt(x)", "what may be negative")]
    [InlineData("log(0)", "what may be 0 or negative")]
    [InlineData("A @ u", "the shapes of a matrix product do not fit")]
    [InlineData("A + u", "different shapes")]
    [InlineData("trace(u)", "a square matrix is asked for")]
    [InlineData("2**x", "an exponent is no integer")]
    [InlineData("det(sqrt(A + 1))", "known exactly")]
    [InlineData("range(0)", "a size is no integer")]
    [InlineData("entry(A, 3, 1)", "there is no entry 3, 1")]
    public void WhatIsWrongIsSaid(string formula, string complaint) => Assert.Contains(
        complaint,
        Assert.Throws<FormatException>(() => Formula.Evaluate(formula, Data)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("1 < 2", true)]
    [InlineData("2 <= 2", true)]
    [InlineData("1 > 2", false)]
    [InlineData("2 >= 3", false)]
    [InlineData("1 == 1", true)]
    [InlineData("A != 0", true)]
    [InlineData("A > 0", true)]
    [InlineData("A > 1", false)]
    [InlineData("u == 1", false)]
    [InlineData("sqrt(2) < 3/2", true)]
    [InlineData("sqrt(2)**2 == 2", null)]
    [InlineData("sqrt(2)**2 != 2", null)]
    public void ARelationHoldsOrNotOrIsNotKnown(string relation, bool? holds) =>
        Assert.Equal(holds, new Relation("", relation).At(Data).Holds);

    [Property]
    public void TheRootOfASquareIsExact(int numerator, int denominator)
    {
        var root = new Rational(Math.Abs((long)numerator), 1 + Math.Abs((long)denominator));
        Assert.Equal(root, Enclosure.Sqrt(root * root).Exactly);
    }

    [Property]
    public void TheLogarithmOfAProductIsTheSum(int first, int second)
    {
        var a = new Rational(1 + Math.Abs((long)first), 7);
        var b = new Rational(3, 1 + Math.Abs((long)second));
        Enclosure gap = Enclosure.Log(a * b) - Enclosure.Log(a) - Enclosure.Log(b);
        Assert.True(gap.Lower.Sign <= 0 && gap.Upper.Sign >= 0);
        Assert.True((gap.Upper - gap.Lower - new Rational(1, 1_000_000_000_000)).Sign < 0);
    }
}
