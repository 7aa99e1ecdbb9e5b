using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Web.Files;
using Sacredboard.Web.Models.Shared;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>The page of one file.</summary>
/// <param name="Content">What of it is shown.</param>
/// <param name="Previous">The file before it in the list that has such a page; null for the first.</param>
/// <param name="Next">The file after it.</param>
public sealed record RunFilePreviewViewModel(
    RunFileViewModel File, FileContent Content, RunFileViewModel? Previous, RunFileViewModel? Next) : RunTabContent
{
    /// <summary>JSON or YAML; null for other files.</summary>
    public TreeViewModel? Tree => Content is FileTree tree ? new("file", tree.Value, File.Url) : null;

    /// <summary>The page that shows the text that it is written in; null where there is none, or this is it.</summary>
    public string? TextUrl =>
        File.Preview.IsText && Content is not FileText ? QueryHelpers.AddQueryString(File.ViewUrl, "text", "true") : null;

    /// <summary>The page that shows it as what it is; null where this is it.</summary>
    public string? ShownUrl { get; private init; }

    /// <summary>Null if the list does not have the file.</summary>
    public static RunFilePreviewViewModel? Of(RunFilesViewModel list, string fileId, FileContent content, bool asText)
    {
        var files = list.Files.ToList();
        var index = files.FindIndex(file => file.File.Id == fileId);
        return index < 0 ? null : new(
            files[index],
            content,
            files.Take(index).LastOrDefault(file => file.IsShown),
            files.Skip(index + 1).FirstOrDefault(file => file.IsShown))
        {
            ShownUrl = asText && files[index].Preview.Kind != FilePreviewKind.Text ? files[index].ViewUrl : null,
        };
    }
}
