using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;
using Xunit.Abstractions;

namespace Verification.Properties.FsCheckXunit.Tests;

/// <summary>Properties that pass, fail or cannot run. xunit discovers exported classes only, so these stay out of the suite.</summary>
internal static class Specimens
{
    private const string Diverges = "the draw is 10 or more";

    public sealed class ByReturnType
    {
        [Property]
        public void VoidFails(int x) => Assert.True(x < 10, Diverges);

        [Property]
        public bool BoolFails(int x) => x < 10;

        [Property]
        public Property PropertyFails(int x) => (x < 10).Label(Diverges);

        [Property]
        public async Task TaskFails(int x)
        {
            await Task.Yield();
            Assert.True(x < 10, Diverges);
        }

        [Property]
        public async Task<bool> TaskOfBoolFails(int x)
        {
            await Task.Yield();
            return x < 10;
        }

        [Property]
        public void VoidPasses(int x) => Assert.Equal(x, x + 0);

        [Property]
        public bool BoolPasses(int x) => x + 0 == x;

        [Property]
        public Property PropertyPasses(int x) => (x + 0 == x).ToProperty();

        [Property]
        public async Task TaskPasses(int x)
        {
            await Task.Yield();
            Assert.Equal(x, x + 0);
        }

        [Property]
        public async Task<bool> TaskOfBoolPasses(int x)
        {
            await Task.Yield();
            return x + 0 == x;
        }

        [Property]
        public async void AsyncVoid(int x)
        {
            await Task.Yield();
            Assert.True(x < 10, Diverges);
        }
    }

    public sealed class Counting(Counting.Tally tally)
    {
        [Property(MaxTest = 7)]
        public void Seven(int x) => tally.Draws.Add(x);

        [Property]
        public void Hundred(int x) => tally.Draws.Add(x);

        [Property(MaxTest = 20, Replay = "(1,3)")]
        public void TwentyFromHere(int x) => tally.Draws.Add(x);

        [Property(MaxTest = 20, StartSize = 0, EndSize = 0)]
        public void SizeZero(int x) => tally.Draws.Add(x);

        internal sealed class Tally
        {
            public List<int> Draws { get; } = [];
        }
    }

    public sealed class Arguments
    {
        [Property(Arbitrary = [typeof(Dozen)])]
        public bool CustomArbitrary(int x) => x == 12;

        [Property(Arbitrary = [typeof(Arguments)])]
        public bool WithoutArbitrary(int x) => x == 12;

        [Property]
        public bool SeveralParameters(int n, int d, bool flag) => n + d < 25 || flag;

        [Property(Arbitrary = [typeof(Thirds)])]
        public bool Double(double x) => x < 0;

        [Property(Verbose = true, MaxTest = 3)]
        public bool Verbose(int x) => x + 0 == x;

        [Property(QuietOnSuccess = true)]
        public bool Quiet(int x) => x + 0 == x;

        [Property]
        public bool NoGenerator(Stream x) => x is null;
    }

    [Properties(MaxTest = 5, Arbitrary = [typeof(Dozen)])]
    public sealed class ClassDefaults
    {
        [Property]
        public bool Inherits(int x) => x == 12;

        [Property(MaxTest = 9)]
        public bool Overrides(int x) => x == 12;
    }

    public sealed class Discarding
    {
        [Property(EndSize = 20)]
        public Property SmallOnly(int x) => (x < 10).When(x is > -5 and < 5);

        [Property(MaxRejected = 30)]
        public Property Never(int x) => (x < 10).When(x > int.MaxValue - 1);
    }

    public sealed class Misuse
    {
        [Property(MaxTest = 0)]
        public bool NoTests(int x) => x < 10;

        [Property(MaxTest = -3)]
        public bool NegativeTests(int x) => x < 10;

        [Property(MaxRejected = 0)]
        public bool NoRejections(int x) => x < 10;

        [Property(StartSize = 5, EndSize = 4)]
        public bool Backwards(int x) => x < 10;

        [Property(Replay = "what was it")]
        public bool MalformedReplay(int x) => x < 10;

        [Property(Replay = "(1,2,3)")]
        public bool EvenGamma(int x) => x < 10;

        [Property(Replay = "(1,3,4,5)")]
        public bool FourNumbers(int x) => x < 10;
    }

    public sealed class Lifetime(List<string> diary) : IDisposable
    {
        [Property(MaxTest = 2)]
        public void Draws(int x) => diary.Add(x == x + 0 ? "draw" : "?");

        [Property(Skip = "not today")]
        public void Skipped(int x) => diary.Add($"draw {x}");

        public void Dispose() => diary.Add("disposed");
    }

    public sealed class Speaking(ITestOutputHelper output)
    {
        [Property(MaxTest = 2)]
        public void Speaks(int x) => output.WriteLine($"spoken {x}");
    }

    private static class Dozen
    {
        public static Arbitrary<int> Twelve() => Gen.Constant(12).ToArbitrary();
    }

    private static class Thirds
    {
        public static Arbitrary<double> Third() => Gen.Constant(1.0 / 3).ToArbitrary();
    }
}
