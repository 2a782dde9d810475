using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Verification.Testing;
using Xunit;

namespace Verification.Properties.Architecture;

public sealed class PropertyRulesTests
{
    private static readonly Assembly Suite = typeof(PropertyRulesTests).Assembly;

    [Fact]
    public void NoPropertyOfTheSuiteIsMisused() =>
        Assert.Empty(PropertyRules.OfTypes(Suite.GetTypes().Where(type => type.DeclaringType != typeof(Misused))));

    [Fact]
    public void TheSuiteFixesItsSeedsUnlessItIsBuiltForFreshOnes()
    {
        IEnumerable<string> complaints = PropertyRules.OfAssembly(Suite.GetCustomAttribute<PropertiesAttribute>());
#if FRESH_SEEDS
        Assert.Contains("draw other arguments in every run", Assert.Single(complaints), StringComparison.Ordinal);
#else
        Assert.Empty(complaints);
#endif
    }

    [Theory]
    [InlineData(typeof(Misused.AsyncVoid), "AsyncVoid.IsMisused is 'async void'")]
    [InlineData(typeof(Misused.WordsAsReplay), "Replay what was it is not")]
    [InlineData(typeof(Misused.EvenGamma), "Replay (1,2) is not")]
    [InlineData(typeof(Misused.FourNumbers), "Replay (1,3,4,5) is not")]
    [InlineData(typeof(Misused.NoDraws), "MaxTest 0 draws nothing")]
    [InlineData(typeof(Misused.NegativeDraws), "MaxTest -3 draws nothing")]
    [InlineData(typeof(Misused.NoArbitrary), "NoArbitrary has no public static member that gives an Arbitrary")]
    [InlineData(typeof(Misused.ReplayOfAClass), "Replay (one) is not")]
    public void MisuseIsFound(Type misused, string complaint) =>
        Assert.Contains(complaint, Assert.Single(PropertyRules.OfTypes([misused])), StringComparison.Ordinal);

    [Fact]
    public void ProperUseIsLeftAlone() => Assert.Empty(PropertyRules.OfTypes([typeof(Misused.NotAtAll)]));

    [Theory]
    [InlineData(null, "draw other arguments in every run")]
    [InlineData("(1,3,5)", "every property would make one draw")]
    [InlineData("(1,2)", "is not (seed,gamma)")]
    public void AnAssemblyThatDoesNotFixItsSeedsIsFound(string? replay, string complaint) => Assert.Contains(
        complaint, Assert.Single(PropertyRules.OfAssembly(new() { Replay = replay })), StringComparison.Ordinal);

    /// <summary>xunit discovers exported classes only, so these stay out of the suite.</summary>
    private static class Misused
    {
        public sealed class AsyncVoid
        {
            [Property]
            public async void IsMisused(int x)
            {
                await Task.Yield();
                Assert.True(x < 10);
            }
        }

        public sealed class WordsAsReplay
        {
            [Property(Replay = "what was it")]
            public bool IsMisused(int x) => x < 10;
        }

        public sealed class EvenGamma
        {
            [Property(Replay = "(1,2)")]
            public bool IsMisused(int x) => x < 10;
        }

        public sealed class FourNumbers
        {
            [Property(Replay = "(1,3,4,5)")]
            public bool IsMisused(int x) => x < 10;
        }

        public sealed class NoDraws
        {
            [Property(MaxTest = 0)]
            public bool IsMisused(int x) => x < 10;
        }

        public sealed class NegativeDraws
        {
            [Property(MaxTest = -3)]
            public bool IsMisused(int x) => x < 10;
        }

        public sealed class NoArbitrary
        {
            [Property(Arbitrary = [typeof(NoArbitrary)])]
            public bool IsMisused(int x) => x < 10;
        }

        [Properties(Replay = "(one)")]
        public sealed class ReplayOfAClass
        {
            [Property]
            public bool IsUsed(int x) => x < 10;
        }

        [Properties(Replay = "(1,3,5)")]
        public sealed class NotAtAll
        {
            [Property(MaxTest = 3, Arbitrary = [typeof(NotAtAll)])]
            public async Task IsUsed(int x)
            {
                await Task.Yield();
                Assert.Equal(12, x);
            }

            public static Arbitrary<int> Twelve() => Gen.Constant(12).ToArbitrary();
        }
    }
}
