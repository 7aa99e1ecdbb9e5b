using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.RunAddress;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>The files of a run in one list.</summary>
/// <param name="Files">Those that are listed, in order.</param>
/// <param name="Total">How many files the run has.</param>
/// <param name="State">How they are listed.</param>
public sealed record RunFilesViewModel(IReadOnlyList<RunFileViewModel> Files, int Total, FileListState State) : RunTabContent
{
    /// <summary>The address of the tab.</summary>
    public string Url { get; init; } = "";

    /// <summary>Where all files, or those that are chosen, are downloaded as one.</summary>
    public string ZipUrl { get; init; } = "";

    /// <summary>Where what is needed to start the run once more is downloaded.</summary>
    public string RepeatUrl { get; init; } = "";

    public RunGallery Gallery { get; init; } = new([], []);

    /// <summary>What the address carries besides the list.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Carried { get; init; } = [];

    /// <summary>"3 of 12 files"</summary>
    public string Count => (Files.Count == Total ? "" : $"{NumberText.Count(Files.Count)} of ")
        + (Total == 1 ? "1 file" : $"{NumberText.Count(Total)} files");

    /// <summary>The size of those that can be downloaded.</summary>
    public string Size => ByteText.Of(Files.Where(file => file.File.Available).Sum(file => file.File.Size ?? 0));

    public static RunFilesViewModel Of(IReadOnlyCollection<RunFileViewModel> files, FileListState state)
    {
        var found = files.Where(file => Texts(file).Any(text => text.Contains(state.Find, StringComparison.OrdinalIgnoreCase)));
        var sorted = state.Order switch
        {
            FileOrder.Kind => Sort(found, file => file.File.Kind),
            FileOrder.Size => Sort(found, file => file.File.Size ?? -1),
            FileOrder.Stored => Sort(found, file => file.File.Stored),
            FileOrder.Type => Sort(found, file => file.Type),
            _ => state.IsDescending
                ? found.OrderByDescending(file => file.Name, NaturalOrder.Comparer)
                : found.OrderBy(file => file.Name, NaturalOrder.Comparer),
        };
        return new([.. sorted], files.Count, state);

        IEnumerable<RunFileViewModel> Sort<T>(IEnumerable<RunFileViewModel> items, Func<RunFileViewModel, T> key) =>
            (state.IsDescending ? items.OrderByDescending(key) : items.OrderBy(key)).ThenBy(file => file.Name, NaturalOrder.Comparer);
    }

    /// <summary>The address of the list in another order.</summary>
    public string SortUrl(FileOrder order)
    {
        var url = QueryHelpers.AddQueryString(Url, FileListState.SortName, State.SortBy(order));
        return State.Find.Length == 0 ? url : QueryHelpers.AddQueryString(url, FileListState.FindName, State.Find);
    }

    /// <summary>How a column is sorted, for screen readers; null for the others.</summary>
    public string? AriaSort(FileOrder order) => order != State.Order ? null : State.IsDescending ? "descending" : "ascending";

    private static IEnumerable<string> Texts(RunFileViewModel file) => [file.Name, file.Kind, file.Type, file.File.Md5 ?? ""];
}
