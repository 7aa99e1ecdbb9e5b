using Sacredboard.Data.Runs;
using Sacredboard.Web.Files;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>One file in the list of files.</summary>
/// <param name="Url">The address of its content.</param>
/// <param name="ViewUrl">The address of the page that shows it.</param>
public sealed record RunFileViewModel(RunFile File, string Url, string ViewUrl)
{
    public string Name { get; } = File.Name.Length == 0 ? "(no name)" : ValueText.Visible(File.Name);

    public string? Size { get; } = File.Size is { } size ? ByteText.Of(size) : null;

    public FilePreview Preview { get; } = File.Available ? FilePreview.Of(File) : FilePreview.None;

    public bool IsImage => Preview.Kind == FilePreviewKind.Image;

    public bool IsText => Preview.Kind == FilePreviewKind.Text;

    /// <summary>Its page shows its content.</summary>
    public bool IsShown => IsImage || IsText;

    public string Icon => Preview.Kind switch
    {
        FilePreviewKind.Image => "file-earmark-image",
        FilePreviewKind.Text when File.Kind == RunFileKind.Source => "file-earmark-code",
        FilePreviewKind.Text => "file-earmark-text",
        _ => "file-earmark",
    };
}

/// <param name="Kind">Artifact, source or resource.</param>
public sealed record RunFileGroup(RunFileKind Kind, IReadOnlyList<RunFileViewModel> Files)
{
    public string Title => Kind switch
    {
        RunFileKind.Artifact => "Artifacts",
        RunFileKind.Source => "Sources",
        _ => "Resources",
    };

    /// <summary>A description of this kind of file.</summary>
    public string Meaning => Kind switch
    {
        RunFileKind.Artifact => "files the run made",
        RunFileKind.Source => "code it ran with",
        _ => "files it opened",
    };
}

public sealed record RunFilesViewModel(IReadOnlyList<RunFileGroup> Groups) : RunTabContent
{
    public static RunFilesViewModel Of(IEnumerable<RunFileViewModel> files) =>
        new([.. files.GroupBy(file => file.File.Kind)
            .OrderBy(group => group.Key)
            .Select(group => new RunFileGroup(group.Key, [.. group]))]);
}
