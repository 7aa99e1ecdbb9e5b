using Sacredboard.Data.Runs;
using Sacredboard.Web.Files;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>One file as the page lists it.</summary>
public sealed class RunFileViewModel(RunFile file)
{
    public RunFile File { get; } = file;

    public string Name { get; } = file.Name.Length == 0 ? "(no name)" : ValueText.Visible(file.Name);

    public string? Size { get; } = file.Size is { } size ? ByteText.Of(size) : null;

    public FilePreview Preview { get; } = file.Available ? FilePreview.Of(file) : FilePreview.None;

    public bool IsImage => Preview.Kind == FilePreviewKind.Image;

    public bool IsText => Preview.Kind == FilePreviewKind.Text;

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

    /// <summary>What this kind of file is.</summary>
    public string Meaning => Kind switch
    {
        RunFileKind.Artifact => "files the run made",
        RunFileKind.Source => "code it ran with",
        _ => "files it opened",
    };

    public static IReadOnlyList<RunFileGroup> Of(IEnumerable<RunFile> files) =>
        [.. files.GroupBy(file => file.Kind).OrderBy(group => group.Key)
            .Select(group => new RunFileGroup(group.Key, [.. group.Select(file => new RunFileViewModel(file))]))];
}
