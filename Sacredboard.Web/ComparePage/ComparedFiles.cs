using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Files;
using Sacredboard.Web.Models.Compare;

namespace Sacredboard.Web.ComparePage;

/// <summary>Lists and reads the files of compared runs.</summary>
internal sealed class ComparedFiles(CompareRequest request, IReadOnlyList<ComparedRun> runs)
{
    private readonly List<string> _notes = [];

    /// <summary>Sentences about runs whose files cannot be listed.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>By name; of several files of one name the last.</summary>
    public async Task<IReadOnlyDictionary<string, RunFile>> ListAsync(int run, RunFileKind kind, CancellationToken cancellationToken)
    {
        var (source, id) = request.Runs[run].Named;
        var found = new Dictionary<string, RunFile>(StringComparer.Ordinal);
        if (await RunsInFull.OrNullAsync<IReadOnlyList<RunFile>>(source.Runs.ListFilesAsync(id, cancellationToken)!) is not { } files)
        {
            _notes.Add($"The files of {runs[run].Id} cannot be listed.");
            return found;
        }

        foreach (var file in files.Where(file => file.Kind == kind))
        {
            found[file.Name] = file;
        }

        return found;
    }

    /// <summary>The beginning of a text; null for what is no text or cannot be read.</summary>
    public async Task<FileText?> ReadAsync(int run, RunFile file, CancellationToken cancellationToken)
    {
        var (source, id) = request.Runs[run].Named;
        if (!file.Available || !FilePreview.Of(file).IsText
            || await RunsInFull.OrNullAsync(source.Runs.OpenFileAsync(id, file.Id, cancellationToken)) is not { } content)
        {
            return null;
        }

        await using (content)
        {
            return await FileText.ReadAsync(content.Content, FileText.MaxCompared, cancellationToken);
        }
    }

    public string Url(int run, RunFile file) => request.Urls.Of(request.Runs[run].Named.Source).File(request.Runs[run].Named.Id, file.Id);

    /// <summary>The page that shows the file; null for none.</summary>
    public string? ViewUrl(int run, RunFile? file) =>
        file is { Available: true } ? Url(run, file) + "/view" : null;
}
