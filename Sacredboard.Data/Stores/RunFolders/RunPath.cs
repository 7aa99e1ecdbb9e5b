namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>Ids of runs in a tree of folders: <c>8m/qmix/1</c> is run 1 of the folder <c>8m/qmix</c>.</summary>
internal static class RunPath
{
    /// <summary>The name of the run in its folder.</summary>
    public static string Name(string run) => run[(run.LastIndexOf('/') + 1)..];

    /// <summary>The folder of a run; null for a run that is not in one.</summary>
    public static string? Folder(string run) => run.LastIndexOf('/') is var end and > 0 ? run[..end] : null;

    /// <summary>The id of a run.</summary>
    /// <param name="folder">Its folder; "" for none.</param>
    /// <param name="name">Its name in the folder.</param>
    public static string Of(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";
}
