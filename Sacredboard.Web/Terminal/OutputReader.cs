using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Terminal;

/// <summary>Reads windows of a run's output. All positions are UTF-16 units from the start of the output.</summary>
public static class OutputReader
{
    /// <summary>One window: many screens of text, yet quick to send.</summary>
    private const int Window = 64 * 1024;

    // A window full of progress bars shows only a row or two, because they overwrite themselves; then this much is rendered. It is
    // read in the first place, because some storages always send the whole output.
    private const int MaxWindow = 1024 * 1024;
    private const int MinRows = 40;

    // Later output may still change this many rows: programs with several progress bars move the cursor up that far.
    private const int MaxRewrittenRows = 24;

    // Maximum length that is read again for that, in UTF-16 units.
    private const int MaxRewrittenLength = 32 * 1024;

    /// <summary>So much is shown behind a place that was searched for.</summary>
    private const int Behind = 8 * 1024;

    /// <summary>The window around a place. Null when there is no such run.</summary>
    public static Task<OutputWindow?> ReadAroundAsync(
        RunReader runs, RunId id, long position, bool isRaw, CancellationToken cancellationToken) =>
        ReadAsync(runs, id, position + Behind, isRaw, cancellationToken);

    /// <summary>The end of the output, or the window that ends at <paramref name="before"/>. Null when there is no such run.</summary>
    public static Task<OutputWindow?> ReadAsync(RunReader runs, RunId id, long? before, CancellationToken cancellationToken) =>
        ReadAsync(runs, id, before, isRaw: false, cancellationToken);

    /// <param name="isRaw">Control characters are shown instead of followed.</param>
    public static async Task<OutputWindow?> ReadAsync(
        RunReader runs, RunId id, long? before, bool isRaw, CancellationToken cancellationToken)
    {
        var range = before is { } end
            ? OutputRange.Since(Math.Max(0, end - MaxWindow), (int)Math.Clamp(end, 0, MaxWindow))
            : OutputRange.Last(MaxWindow);
        if (await runs.ReadOutputAsync(id, range, cancellationToken) is not { } output)
        {
            return null;
        }

        output = isRaw ? Raw(output) : output;
        var view = Render(output, Math.Max(0, output.Text.Length - Window));
        return view is { HasEarlier: true, Rows.Count: < MinRows } ? Render(output, 0) : view;
    }

    /// <summary>
    /// The output from a <see cref="OutputWindow.Resume"/> position on, at most MaxWindow. Null when there is no such run.
    /// </summary>
    /// <param name="runs">The runs.</param>
    /// <param name="id">The run.</param>
    /// <param name="from">The position.</param>
    /// <param name="isRaw">Control characters are shown instead of followed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<OutputWindow?> ReadOnAsync(
        RunReader runs, RunId id, long from, bool isRaw, CancellationToken cancellationToken)
    {
        var output = await runs.ReadOutputAsync(id, OutputRange.Since(Math.Max(0, from), MaxWindow), cancellationToken);
        return output is null ? null : RenderFrom(isRaw ? Raw(output) : output, 0);
    }

    // Each by one character, so that positions stay.
    private static RunOutput Raw(RunOutput output) => output with
    {
        Text = output.Text.Replace('\r', '\u240D').Replace('\b', '\u2408').Replace('\e', '\u241B').Replace('\a', '\u2407'),
    };

    private static OutputWindow Render(RunOutput output, int start) =>
        RenderFrom(output, output.From + start == 0 ? 0 : FirstLine(output.Text, start));

    // A window that starts inside a line would show its end as a line of its own; after a return the line starts anew.
    private static int FirstLine(string text, int start)
    {
        var end = text.IndexOfAny(['\n', '\r'], start);
        end += end >= 0 && end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 1 : 0;
        return end >= 0 && end + 1 < text.Length ? end + 1
            : start > 0 && char.IsLowSurrogate(text[start]) ? start + 1
            : start;
    }

    private static OutputWindow RenderFrom(RunOutput output, int start)
    {
        var from = output.From + start;
        var rows = TerminalScreen.Render(output.Text[start..], from);
        var end = output.From + output.Text.Length;
        var open = 0;
        while (open < Math.Min(rows.Count, MaxRewrittenRows) && end - rows[^(open + 1)].Start <= MaxRewrittenLength)
        {
            open++;
        }

        var resume = open > 0 ? rows[^open].Start : rows.Count > 0 ? Rewritten(output, rows[^1].Start) : from;
        return new(rows, from, end, output.Length, resume, Math.Max(open, Math.Min(rows.Count, 1)));
    }

    // A line that a progress bar has been rewriting for hours is not read from its start each time.
    private static long Rewritten(RunOutput output, long lineStart)
    {
        // A return at the very end has not overwritten anything yet.
        var place = output.Text.LastIndexOf('\r', Math.Max(0, output.Text.TrimEnd('\r').Length - 1));
        return Math.Max(lineStart, output.From + place + 1);
    }
}
