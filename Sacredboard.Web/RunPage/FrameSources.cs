using System.Globalization;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Files;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Tracebacks;

namespace Sacredboard.Web.RunPage;

/// <summary>Finds the stored source files that the frames of a traceback are in, as they were when the run started.</summary>
internal sealed class FrameSources(RunPageData data)
{
    private const int Around = 5;
    private const int MaxFiles = 12;

    private readonly Dictionary<string, IReadOnlyList<string>> _read = [];

    public async Task<Traceback?> AddToAsync(Traceback? trace, CancellationToken cancellationToken)
    {
        var sources = data.Files.Where(file => file.File is { Kind: RunFileKind.Source, Available: true })
            .Select(file => (Path: Plain(file.File.Name), File: file))
            .Where(source => source.Path.Length > 0)
            .OrderByDescending(source => source.Path.Length)
            .ToList();
        if (trace is null || sources.Count == 0)
        {
            return trace;
        }

        var sections = new List<TracebackSection>();
        foreach (var section in trace.Sections)
        {
            var parts = new List<TracebackPart>();
            foreach (var part in section.Parts)
            {
                var frames = new List<TracebackFrame>();
                foreach (var frame in part.Frames)
                {
                    frames.Add(frame with { Source = await FindAsync(frame, sources, cancellationToken) });
                }

                parts.Add(part with { Frames = frames });
            }

            sections.Add(section with { Parts = parts });
        }

        return trace with { Sections = sections };
    }

    // Sacred names a source by its path below the experiment's directory. That of another machine may be written otherwise, so
    // otherwise the longest name that the frame's path ends with counts.
    private async Task<FrameSource?> FindAsync(
        TracebackFrame frame, List<(string Path, RunFileViewModel File)> sources, CancellationToken cancellationToken)
    {
        var path = "/" + Plain(frame.File);
        var directory = Plain(data.Run.Experiment.Member("base_dir").Text() ?? "");
        var found = sources.Find(source => path == $"/{directory}/{source.Path}").File
            ?? (IsInstalled(path) ? null : sources.Find(source => path.EndsWith("/" + source.Path, StringComparison.Ordinal)).File);
        if (found is null || !int.TryParse(frame.Line, NumberStyles.None, CultureInfo.InvariantCulture, out var line) || line < 1)
        {
            return null;
        }

        var lines = await ReadAsync(found.File.Id, cancellationToken);
        var first = Math.Max(1, line - Around);
        var printed = frame.Code.Split('\n')[0].Trim();
        return new(
            $"{found.ViewUrl}#L{line.ToString(CultureInfo.InvariantCulture)}", first,
            line > lines.Count ? [] : [.. lines.Skip(first - 1).Take(line + Around - first + 1)], line)
        {
            IsOther = printed.Length == 0 || lines.Count == 0 ? null : line > lines.Count || lines[line - 1].Trim() != printed,
        };
    }

    private async Task<IReadOnlyList<string>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (!_read.TryGetValue(file, out var lines))
        {
            lines = _read.Count >= MaxFiles ? [] : await ReadNowAsync(file, cancellationToken);
            _read[file] = lines;
        }

        return lines;
    }

    private async Task<IReadOnlyList<string>> ReadNowAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            if (await data.Request.Source.Runs.OpenFileAsync(data.Request.Id, file, cancellationToken) is not { } opened)
            {
                return [];
            }

            await using (opened)
            {
                var text = await FileText.ReadAsync(opened.Content, FileText.MaxCompared, cancellationToken);
                return text.Text.ReplaceLineEndings("\n").Split('\n');
            }
        }
        catch (RunStoreException)
        {
            // The traceback is shown without it.
            return [];
        }
    }

    private static bool IsInstalled(string path) =>
        path.Contains("/site-packages/", StringComparison.Ordinal) || path.Contains("/dist-packages/", StringComparison.Ordinal);

    private static string Plain(string path) =>
        string.Join('/', path.Split('/', '\\').Where(part => part is not ("" or "." or "..")));
}
