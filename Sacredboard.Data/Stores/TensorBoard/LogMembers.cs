using System.Collections.Concurrent;
using System.Globalization;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>
/// Directories below that of a run that a writer made for the same training, found by what they hold: PyTorch's <c>add_scalars</c> makes
/// one for each curve, <c>add_hparams</c> one with the settings.
/// </summary>
internal sealed class LogMembers(EventDirectoryCache directories)
{
    // What a directory holds does not become something else, so it is looked at until that is known.
    private readonly ConcurrentDictionary<string, Kind> _kinds = new(StringComparer.Ordinal);

    private enum Kind
    {
        Unknown,
        Other,
        Scalars,
        Settings,
    }

    /// <summary>The directories of the run with its logs in this directory, besides it, ordered by path.</summary>
    public IEnumerable<NamedDirectory> Of(string run)
    {
        var below = Below(run).Select(path => (Path: path, Kind: KindOf(path))).ToList();
        // Several settings are several trainings.
        var hasSettings = below.Count(directory => directory.Kind == Kind.Settings) == 1;
        return below.Where(directory => directory.Kind == Kind.Scalars || (hasSettings && directory.Kind == Kind.Settings))
            .Select(directory => new NamedDirectory(
                directory.Path, directory.Kind == Kind.Scalars ? Path.GetFileName(directory.Path) : ""));
    }

    private static IReadOnlyList<string> Below(string run)
    {
        try
        {
            return
            [
                .. Directory.EnumerateDirectories(run)
                    .Where(path => Directory.EnumerateFiles(path).Any(file => EventFileName.Is(Path.GetFileName(file))))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private Kind KindOf(string path)
    {
        var kind = _kinds.GetValueOrDefault(path);
        if (kind == Kind.Unknown)
        {
            kind = directories.Read(path, read => KindOf(Path.GetFileName(path), read.Log), CancellationToken.None);
            _kinds[path] = kind;
        }

        return kind;
    }

    private static Kind KindOf(string name, EventLog log)
    {
        var tags = log.Tags.Scalars.Keys.Take(2).ToList();
        return log.Hparams is not null
            && double.TryParse(name, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? Kind.Settings
            : tags.Count == 0 ? Kind.Unknown
            : tags.Count == 1 && name.StartsWith(tags[0].Replace('/', '_') + "_", StringComparison.Ordinal) ? Kind.Scalars
            : Kind.Other;
    }
}
