using Verification.Reproductions.Auditing;
using Xunit;

namespace Verification.Snapshots.Auditing;

/// <summary>Work on several threads whose results come in order.</summary>
public sealed class SideBySideTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void ResultsAreHandedOnInOrderThoughTheyFinishInAnother(int jobs)
    {
        // With several jobs the first piece waits for the second; alone it must not.
        using var second = new ManualResetEventSlim();
        var handed = new List<string>();
        IReadOnlyList<string> results = new SideBySide(jobs, CancellationToken.None).Run(
            ["a", "b", "c"],
            piece =>
            {
                if (piece == "a" && jobs > 1)
                    second.Wait();
                if (piece == "b")
                    second.Set();
                return piece + piece;
            },
            handed.Add);
        Assert.Equal(["aa", "bb", "cc"], results);
        Assert.Equal(results, handed);
    }

    [Fact]
    public void NestedWorkOnTheSameThreadsNeverExceedsTheJobs()
    {
        var threads = new SideBySide(2, CancellationToken.None);
        int busy = 0;
        int most = 0;
        Lock counting = new();
        threads.Run(Enumerable.Range(0, 8).ToArray(), _ =>
        {
            Parallel.For(
                0,
                64,
                new ParallelOptions { MaxDegreeOfParallelism = 2, TaskScheduler = threads.Scheduler },
                _ =>
            {
                lock (counting)
                    most = Math.Max(most, ++busy);
                Thread.SpinWait(1000);
                lock (counting)
                    busy--;
            });
            return "done";
        });
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public void TheFailureOfAPieceIsThrownAsItIs()
    {
        var failure = Assert.Throws<FormatException>(() => new SideBySide(2, CancellationToken.None).Run<int, string>(
            [1, 2, 3], piece => piece == 2 ? throw new FormatException("two") : "fine"));
        Assert.Equal("two", failure.Message);
    }

    [Fact]
    public void NothingBeginsAfterACancellation()
    {
        using var source = new CancellationTokenSource();
        var begun = new List<int>();
        Assert.ThrowsAny<OperationCanceledException>(() => new SideBySide(1, source.Token).Run(
            [1, 2, 3],
            piece =>
            {
                begun.Add(piece);
                if (piece == 2)
                    source.Cancel();
                return "done";
            }));
        Assert.Equal([1, 2], begun);
    }
}
