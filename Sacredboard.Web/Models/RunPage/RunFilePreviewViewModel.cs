using Sacredboard.Web.Files;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>The content of one file.</summary>
/// <param name="Text">Null if the file is not text.</param>
/// <param name="Previous">The file before it in the list that has such a page; null for the first.</param>
/// <param name="Next">The file after it.</param>
public sealed record RunFilePreviewViewModel(RunFileViewModel File, FileText? Text, RunFileViewModel? Previous, RunFileViewModel? Next)
    : RunTabContent
{
    /// <summary>Null if the list does not have the file.</summary>
    public static RunFilePreviewViewModel? Of(RunFilesViewModel list, string fileId, FileText? text)
    {
        var files = list.Groups.SelectMany(group => group.Files).ToList();
        var index = files.FindIndex(file => file.File.Id == fileId);
        return index < 0 ? null : new(
            files[index],
            text,
            files.Take(index).LastOrDefault(file => file.IsShown),
            files.Skip(index + 1).FirstOrDefault(file => file.IsShown));
    }
}
