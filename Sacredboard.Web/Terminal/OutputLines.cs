using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Terminal;

/// <summary>
/// The output of one run, row by row: where its rows begin is found once, and again only for what is added. Fails as
/// <see cref="RunReader"/> does. Safe for concurrent use.
/// </summary>
/// <param name="runs">Where it is read.</param>
/// <param name="id">The run.</param>
/// <param name="overlap">How much of the known end is compared to see whether the output began anew, in UTF-16 units.</param>
public sealed class OutputLines(RunReader runs, RunId id, int overlap)
{
    /// <summary>Pages read rows in blocks of so many; the first row of each has a number that it divides.</summary>
    public const int Block = 100;

    /// <summary>So many rows are read at once at most.</summary>
    public const int MaxRows = 20_000;

    private readonly SemaphoreSlim _lock = new(1);
    private readonly OutputContent _content = new(runs, id, overlap);
    private long _version;
    private OutputPieces? _terminal;
    private OutputPieces? _raw;

    /// <summary>How much text it keeps, in UTF-16 units.</summary>
    public long Kept => _content.Text?.Length ?? 0;

    /// <summary>Two blocks of rows: those around a row or a place, else the last. Null when there is no such run.</summary>
    /// <param name="isRaw">Control characters are shown instead of followed.</param>
    /// <param name="row">The number of the row, from 0; null for none.</param>
    /// <param name="position">The place, in UTF-16 units from the start of the output; null for none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<OutputRows?> ReadPageAsync(bool isRaw, int? row, long? position, CancellationToken cancellationToken) =>
        LockedAsync(
            // What was found was found in what is known.
            isRenewed: position is null,
            isRaw,
            async pieces =>
            {
                var found = position is { } place ? await pieces.RowOfAsync(place, cancellationToken) : row;
                var shown = Math.Clamp(found ?? int.MaxValue, 0, Math.Max(0, pieces.Total - 1));
                // Some rows before it are shown too.
                var first = Math.Max(0, (shown - (found is null || shown % Block < Block / 4 ? Block : 0)) / Block * Block);
                var rows = await pieces.ReadAsync(first, 2 * Block, cancellationToken);
                return Rows(rows, first, pieces) with { Found = found is null ? null : shown };
            },
            cancellationToken);

    /// <summary>Rows of what is known of the output. Null when there is no such run.</summary>
    /// <param name="isRaw">Control characters are shown instead of followed.</param>
    /// <param name="first">The number of the first, from 0.</param>
    /// <param name="count">How many; at most <see cref="MaxRows"/> are read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<OutputRows?> ReadAsync(bool isRaw, int first, int count, CancellationToken cancellationToken) =>
        LockedAsync(
            isRenewed: _content.Length == 0,
            isRaw,
            async pieces =>
            {
                first = Math.Clamp(first, 0, pieces.Total);
                return Rows(await pieces.ReadAsync(first, Math.Clamp(count, 0, MaxRows), cancellationToken), first, pieces);
            },
            cancellationToken);

    /// <summary>What changed since a page was read. Null when there is no such run.</summary>
    /// <param name="isRaw">Control characters are shown instead of followed.</param>
    /// <param name="version">The version that the page knows.</param>
    /// <param name="lines">How many rows it knows.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<OutputChange?> ReadChangeAsync(bool isRaw, long version, int lines, CancellationToken cancellationToken) =>
        LockedAsync(
            isRenewed: true,
            isRaw,
            pieces => Task.FromResult(new OutputChange(
                OutputVersion.Text(_content.Version),
                _content.Length,
                pieces.Total,
                version == _content.Version ? Math.Max(0, Math.Min(lines, pieces.Total) - TerminalGrid.Height - 1) : 0)),
            cancellationToken);

    /// <summary>Searches all of it. Null when there is no such run.</summary>
    /// <param name="find">Not empty; its case does not matter.</param>
    /// <param name="hit">Which place is asked for, from 1; of fewer places the last.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<OutputHits?> FindAsync(string find, int hit, CancellationToken cancellationToken)
    {
        await _lock.WaitAsync(cancellationToken);
        string? text;
        try
        {
            if (!await _content.RenewAsync(cancellationToken))
            {
                return null;
            }

            text = _content.Text;
        }
        finally
        {
            _lock.Release();
        }

        return text is null
            ? await OutputHits.FindAsync(runs, id, find, hit, OutputContent.PartLength, cancellationToken)
            : OutputHits.Find(text, find, hit);
    }

    private OutputRows Rows(IReadOnlyList<TerminalRow> rows, int first, OutputPieces pieces) =>
        new(rows, first, pieces.Total, _content.Length, _content.Version);

    private async Task<T?> LockedAsync<T>(
        bool isRenewed, bool isRaw, Func<OutputPieces, Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        await _lock.WaitAsync(cancellationToken);
        try
        {
            if (isRenewed && !await _content.RenewAsync(cancellationToken))
            {
                return null;
            }

            if (_version != _content.Version)
            {
                (_version, _terminal, _raw) = (_content.Version, null, null);
            }

            var pieces = isRaw
                ? _raw ??= new(_content, new RawScan(new()))
                : _terminal ??= new(_content, new OutputScan(new()));
            await pieces.ReadOnAsync(cancellationToken);
            return await read(pieces);
        }
        finally
        {
            _lock.Release();
        }
    }
}
