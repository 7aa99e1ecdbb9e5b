using Sacredboard.Data;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Runs;

/// <summary>Reads windows of a run's output. All positions are UTF-16 units from the start of the output.</summary>
public static class RunOutputReader
{
    /// <summary>One window: a screenful many times over, yet quick to send.</summary>
    public const int Window = 64 * 1024;

    // Progress bars overwrite themselves: a window of them shows a row or two, so more is read.
    private const int WideWindow = 1024 * 1024;
    private const int FewRows = 40;

    // How far back a terminal program with several progress bars moves the cursor.
    private const int RowsRewritten = 24;

    private const int LongLine = 16 * 1024;

    /// <summary>The end of the output, or the window that ends at <paramref name="before"/>. Null when there is no such run.</summary>
    public static async Task<RunOutputViewModel?> ReadAsync(IRunStore store, RunId id, long? before, CancellationToken cancellationToken)
    {
        var view = await ReadAsync(store, id, before, Window, cancellationToken);
        return view is { HasEarlier: true, Rows.Count: < FewRows }
            ? await ReadAsync(store, id, before, WideWindow, cancellationToken)
            : view;
    }

    /// <summary>What there is from a <see cref="RunOutputViewModel.Resume"/> on; at most a wide window. Null when there is no such run.</summary>
    public static async Task<RunOutputViewModel?> ReadOnAsync(IRunStore store, RunId id, long from, CancellationToken cancellationToken)
    {
        var output = await store.ReadOutputAsync(id, OutputRange.Since(Math.Max(0, from), WideWindow), cancellationToken);
        return output is null ? null : Render(output, 0);
    }

    private static async Task<RunOutputViewModel?> ReadAsync(IRunStore store, RunId id, long? before, int size, CancellationToken cancellationToken)
    {
        var range = before is { } end
            ? OutputRange.Since(Math.Max(0, end - size), (int)Math.Clamp(end, 0, size))
            : OutputRange.Last(size);
        var output = await store.ReadOutputAsync(id, range, cancellationToken);
        return output is null ? null : Render(output, output.From == 0 ? 0 : FirstLine(output.Text));
    }

    // A window that begins in the middle of a line would show its end as a line of its own; after a return the line begins anew.
    private static int FirstLine(string text)
    {
        var end = text.AsSpan().IndexOfAny('\n', '\r');
        end += end >= 0 && end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 1 : 0;
        return end < 0 || end + 1 == text.Length ? 0 : end + 1;
    }

    private static RunOutputViewModel Render(RunOutput output, int skip)
    {
        var screen = new TerminalScreen();
        var from = output.From + skip;
        var rows = screen.Print(output.Text[skip..], from);
        var end = output.From + output.Text.Length;
        var (resume, open) = screen.MovesUp
            ? (rows.Count > RowsRewritten ? rows[^RowsRewritten].Start : from, Math.Min(rows.Count, RowsRewritten))
            : OpenLine(output, from);
        return new(rows, from, end, output.Length, resume, open);
    }

    // The last line may go on. One that a progress bar has been rewriting for hours is not read from its beginning each time.
    private static (long Resume, int Rows) OpenLine(RunOutput output, long from)
    {
        var line = output.Text.LastIndexOf('\n') + 1;
        if (line == output.Text.Length)
        {
            return (output.From + line, 0);
        }

        var rewritten = output.Text.LastIndexOf('\r', output.Text.Length - 1) is var last && last == output.Text.Length - 1 && last > 0
            ? output.Text.LastIndexOf('\r', last - 1) + 1
            : last + 1;
        var start = output.Text.Length - line > LongLine && rewritten > line ? rewritten : line;
        return (Math.Max(from, output.From + start), 1);
    }
}
