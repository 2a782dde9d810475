using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Verification.Reproductions.Auditing;

/// <summary>Runs pieces of work on a limited number of threads, hands their results on in order as they come, and fails
/// with what the first of them threw.</summary>
/// <remarks>Work that itself runs in parallel on <see cref="Scheduler"/> shares the same threads: no more of them are
/// busy at once than there are jobs.</remarks>
/// <param name="jobs">Number of threads, at least 1.</param>
/// <param name="cancellation">No piece begins after it; those under way have to observe it themselves.</param>
public sealed class SideBySide(int jobs, CancellationToken cancellation)
{
    /// <summary>The threads.</summary>
    public TaskScheduler Scheduler { get; } =
        new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, jobs).ConcurrentScheduler;

    /// <summary>Runs all pieces.</summary>
    /// <param name="pieces">Taken in their order.</param>
    /// <param name="work">Called on one of the threads.</param>
    /// <param name="finished">Called with each result in the order of the pieces, one call at a time; null where nobody
    /// asks.</param>
    /// <returns>The results in the order of the pieces.</returns>
    /// <exception cref="OperationCanceledException">Interrupted; <paramref name="finished"/> has seen all results up to
    /// the first piece that is missing.</exception>
    public IReadOnlyList<TResult> Run<TPiece, TResult>(
        IReadOnlyList<TPiece> pieces,
        Func<TPiece, TResult> work,
        Action<TResult>? finished = null)
        where TResult : class
    {
        ArgumentNullException.ThrowIfNull(pieces);
        var results = new TResult?[pieces.Count];
        int next = 0;
        Lock handing = new();
        try
        {
            Parallel.ForEach(
                Partitioner.Create(Enumerable.Range(0, pieces.Count), EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = jobs,
                    CancellationToken = cancellation,
                    TaskScheduler = Scheduler,
                },
                index =>
                {
                    TResult result = work(pieces[index]);
                    lock (handing)
                    {
                        results[index] = result;
                        while (next < results.Length && results[next] is { } following)
                        {
                            finished?.Invoke(following);
                            next++;
                        }
                    }
                });
        }
        catch (AggregateException failures)
        {
            if (
                failures
                    .Flatten()
                    .InnerExceptions.FirstOrDefault(failure => failure is not OperationCanceledException) is
                { } first)
                ExceptionDispatchInfo.Throw(first);
            throw new OperationCanceledException(cancellation);
        }

        return results!;
    }
}
