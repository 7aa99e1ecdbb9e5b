using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Terminal;

/// <summary>Reads the last rows of a run's output.</summary>
public static class OutputReader
{
    /// <summary>Many screens of text, yet quick to render.</summary>
    private const int Window = 64 * 1024;

    // A window full of progress bars shows only a row or two, because they overwrite themselves; then this much is rendered. It is
    // read in the first place, because some storages always send the whole output.
    private const int MaxWindow = 1024 * 1024;
    private const int MinRows = 40;

    /// <summary>Null when there is no such run.</summary>
    public static async Task<OutputEnd?> ReadAsync(RunReader runs, RunId id, CancellationToken cancellationToken)
    {
        if (await runs.ReadOutputAsync(id, OutputRange.Last(MaxWindow), cancellationToken) is not { } output)
        {
            return null;
        }

        var start = Math.Max(0, output.Text.Length - Window);
        var end = Render(output, start);
        return start > 0 && end.Rows.Count < MinRows ? Render(output, 0) : end;
    }

    private static OutputEnd Render(RunOutput output, int start)
    {
        start = output.From + start == 0 ? 0 : FirstLine(output.Text, start);
        return new(TerminalScreen.Render(output.Text[start..], output.From + start), output.Length);
    }

    // A window that starts inside a line would show its end as a line of its own; after a return the line starts anew.
    private static int FirstLine(string text, int start)
    {
        var end = text.IndexOfAny(['\n', '\r'], start);
        end += end >= 0 && end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 1 : 0;
        return end >= 0 && end + 1 < text.Length ? end + 1
            : start > 0 && char.IsLowSurrogate(text[start]) ? start + 1
            : start;
    }
}
