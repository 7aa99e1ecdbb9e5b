using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>
/// The event files directly in one directory, read one after the other in the order of their names (which begin with their creation
/// time), as TensorBoard does. Reading again reads only what is new. Not thread-safe.
/// </summary>
/// <param name="path">The directory.</param>
/// <param name="resolve">Returns the real path of a file that may be opened, or null.</param>
internal sealed class EventDirectory(string path, Func<string, string?> resolve)
{
    private const int MaxFiles = 10_000;

    private List<EventFile> _files = [];
    private List<string> _problems = [];

    public string Path { get; } = path;

    /// <summary>The content of all events read so far.</summary>
    public EventLog Log { get; private set; } = new();

    /// <summary>One sentence for each problem of the last reading.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Increases with each reading that found something new.</summary>
    public int Version { get; private set; }

    /// <summary>Time of the last change of a file (UTC); null without files.</summary>
    public DateTime? Modified { get; private set; }

    /// <summary>The paths of the files, in the order in which they are read.</summary>
    public IReadOnlyList<string> Files => [.. _files.Select(file => file.Path)];

    /// <summary>Reads what was added since the last reading. A missing directory has no files.</summary>
    public void ReadNew(CancellationToken cancellationToken)
    {
        var names = List();
        var states = names.ConvertAll(FileState.Of);
        Modified = states.Count == 0 ? null : states.Max(state => state.ModifiedUtc);
        if (!IsContinued(names, states))
        {
            (_files, Log) = ([], new EventLog());
            Version++;
        }

        _problems = [];
        for (var i = 0; i < names.Count; i++)
        {
            if (i == _files.Count)
            {
                _files.Add(new EventFile(names[i]));
            }

            Read(_files[i], i, states[i], cancellationToken);
        }

        if (Log.Unreadable > 0)
        {
            _problems.Add($"{Log.Unreadable} records are not events.");
        }

        if (Log.Tags.IsCut)
        {
            _problems.Add($"There are more than {EventLog.MaxPoints / 1_000_000} million points; the rest is left out.");
        }
    }

    private void Read(EventFile file, int index, FileState state, CancellationToken cancellationToken)
    {
        var before = file.Offset;
        try
        {
            if (file.Seen != state)
            {
                file.ReadNew((record, offset) => Log.Add(record, index, offset), cancellationToken);
                file.Seen = state;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _problems.Add($"{System.IO.Path.GetFileName(file.Path)} cannot be read.");
        }

        Version += file.Offset == before ? 0 : 1;
        if (file.End != EventFileEnd.Clean)
        {
            var what = file.End == EventFileEnd.Cut ? "ends in the middle of a record" : "is damaged";
            _problems.Add($"{System.IO.Path.GetFileName(file.Path)} {what} at byte {file.Offset}; everything before that is shown.");
        }

        if (file.TooLarge > 0)
        {
            _problems.Add($"{System.IO.Path.GetFileName(file.Path)} has records of more than {EventFile.MaxRecordBytes >> 20} MB, which "
                + $"are left out.");
        }
    }

    private List<string> List()
    {
        try
        {
            return
            [
                .. Directory.EnumerateFiles(Path).Where(file => EventFileName.Is(System.IO.Path.GetFileName(file)))
                    .Order(StringComparer.Ordinal).Select(resolve).OfType<string>().Where(file => FileState.Of(file).IsFile).Take(MaxFiles),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // New bytes may only follow all that was read: a file that shrank was rewritten, and a file that grew although it is not the last
    // belongs before events already read.
    private bool IsContinued(List<string> names, List<FileState> states)
    {
        if (names.Count < _files.Count)
        {
            return false;
        }

        for (var i = 0; i < _files.Count; i++)
        {
            var (file, state) = (_files[i], states[i]);
            var isLast = i == _files.Count - 1;
            if (file.Path != names[i]
                || state.Length < file.Offset
                || (!isLast && file.Seen != default && file.Seen.Length != state.Length))
            {
                return false;
            }
        }

        return true;
    }
}
