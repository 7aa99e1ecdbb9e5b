using Sacredboard.Data.Runs;
using Sacredboard.Web.Files;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>One file in the list of files.</summary>
/// <param name="Url">The address of its content.</param>
/// <param name="ViewUrl">The address of the page that shows it.</param>
/// <param name="Number">Which of those of its name it is, from 1 in stored order; null when no other has its name.</param>
public sealed record RunFileViewModel(RunFile File, string Url, string ViewUrl, int? Number = null)
{
    public string Name { get; } = File.Name.Length == 0 ? "(no name)" : ValueText.Visible(File.Name);

    public string? Size { get; } = File.Size is { } size ? ByteText.Of(size) : null;

    /// <summary><c>artifact</c>, <c>source</c> or <c>resource</c>.</summary>
    public string Kind { get; } = File.Kind.ToString().ToLowerInvariant();

    /// <summary>A description of its kind.</summary>
    public string Meaning => File.Kind switch
    {
        RunFileKind.Artifact => "A file that the run made",
        RunFileKind.Source => "Code that the run was made of",
        _ => "A file that the run opened",
    };

    public string Type { get; } = ValueText.Visible(File.ContentType ?? "");

    public FilePreview Preview { get; } = FilePreview.Of(File);

    public bool IsPicture => File.Available && Preview.IsPicture;

    /// <summary>It has a page, which shows its content or says why it does not.</summary>
    public bool IsShown => File.Available;

    public string Icon => Preview.Kind switch
    {
        FilePreviewKind.Image or FilePreviewKind.Drawing => "file-earmark-image",
        FilePreviewKind.Closed or FilePreviewKind.Unknown => "file-earmark",
        FilePreviewKind.Text when File.Kind == RunFileKind.Source => "file-earmark-code",
        FilePreviewKind.Table => "table",
        _ => "file-earmark-text",
    };

    /// <summary>The same files, numbered where several of one kind have one name, as a run's checkpoints often have.</summary>
    public static IReadOnlyList<RunFileViewModel> Numbered(IReadOnlyList<RunFileViewModel> files)
    {
        var counts = files.CountBy(Key).ToDictionary();
        var seen = new Dictionary<(RunFileKind, string), int>();
        return [.. files.Select(file => counts[Key(file)] == 1 ? file
            : file with { Number = seen[Key(file)] = seen.GetValueOrDefault(Key(file)) + 1 })];
    }

    private static (RunFileKind Kind, string Name) Key(RunFileViewModel file) => (file.File.Kind, file.Name);
}
