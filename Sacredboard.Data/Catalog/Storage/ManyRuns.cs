using System.Runtime.ExceptionServices;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>Divides what is done with many runs among the processors; for few runs that would take longer than it saves.</summary>
internal static class ManyRuns
{
    /// <summary>Number of runs of a part.</summary>
    public const int Part = 32 * RunPiece.Size;

    /// <summary>Number of parts of so many runs, at least one.</summary>
    public static int Parts(int runs) => int.Max(1, (runs + Part - 1) / Part);

    /// <summary>Does something with each part: its number, its first run, and the end of its runs.</summary>
    public static void Each(int runs, Action<int, int, int> part)
    {
        var parts = Parts(runs);
        if (parts == 1)
        {
            part(0, 0, runs);
        }
        else
        {
            Run(parts, i => part(i, i * Part, int.Min(runs, (i + 1) * Part)));
        }
    }

    /// <summary>Does something with each piece: its number and the piece.</summary>
    public static void Each(RunPiece[] pieces, Action<int, RunPiece> piece) => Each(pieces.Length * RunPiece.Size, (_, from, to) =>
    {
        for (var i = from / RunPiece.Size; i < to / RunPiece.Size; i++)
        {
            piece(i, pieces[i]);
        }
    });

    // An exception comes as it was thrown, as from a loop.
    private static void Run(int parts, Action<int> part)
    {
        try
        {
            Parallel.For(0, parts, part);
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }
}
