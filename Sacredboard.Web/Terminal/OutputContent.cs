using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Terminal;

/// <summary>
/// The text of a run's output, with secrets masked: kept where it is not much longer than a document of MongoDB can be, else read again
/// where it is needed. Not thread-safe.
/// </summary>
/// <param name="runs">Where it is read.</param>
/// <param name="id">The run.</param>
/// <param name="overlap">How much of the known end is compared to see whether the output began anew, in UTF-16 units.</param>
internal sealed class OutputContent(RunReader runs, RunId id, int overlap)
{
    /// <summary>Longer output is not kept, in UTF-16 units.</summary>
    public const int MaxKept = 20 * 1024 * 1024;

    /// <summary>How much of it is read at once then, in UTF-16 units.</summary>
    public const int PartLength = 4 * 1024 * 1024;

    private string _end = "";

    /// <summary>All of it; null when it is too long to be kept.</summary>
    public string? Text { get; private set; } = "";

    /// <summary>In UTF-16 units.</summary>
    public long Length { get; private set; }

    /// <summary>Changes when the output began anew.</summary>
    public long Version { get; private set; } = NewVersion();

    /// <summary>Reads what was added. False when there is no such run.</summary>
    public async Task<bool> RenewAsync(CancellationToken cancellationToken)
    {
        var part = await ReadAsync(Length - _end.Length, MaxKept, cancellationToken);
        if (part is not null && Length > 0 && (part.Length < Length || !part.Text.StartsWith(_end, StringComparison.Ordinal)))
        {
            (_end, Text, Length, Version) = ("", "", 0, NewVersion());
            part = await ReadAsync(0, MaxKept, cancellationToken);
        }

        if (part is null)
        {
            return false;
        }

        if (part.Length == Length)
        {
            return true;
        }

        var added = part.Text[_end.Length..];
        var isKept = Text is not null && Text.Length + added.Length == part.Length && part.Length <= MaxKept;
        Text = !isKept ? null : Text!.Length == 0 ? added : Text + added;
        Length = part.Length;
        var from = Math.Max(0, Length - overlap);
        from += Text is not null && from > 0 && char.IsLowSurrogate(Text[(int)from]) ? 1 : 0;
        _end = await TextAsync(from, (int)(Length - from), cancellationToken);
        return true;
    }

    /// <summary>A part of it that is known to be there; shorter where the run was deleted.</summary>
    /// <param name="from">Where it begins, in UTF-16 units; not within a pair.</param>
    /// <param name="max">Maximum length.</param>
    public async Task<string> TextAsync(long from, int max, CancellationToken cancellationToken)
    {
        var count = (int)Math.Min(max, Length - from);
        return Text is { } text
            ? count == text.Length ? text : text.Substring((int)from, count)
            : (await ReadAsync(from, count, cancellationToken))?.Text ?? "";
    }

    private Task<RunOutput?> ReadAsync(long from, int max, CancellationToken cancellationToken) =>
        runs.ReadOutputAsync(id, OutputRange.Since(from, max), cancellationToken);

    private static long NewVersion() => Random.Shared.NextInt64(long.MaxValue);
}
