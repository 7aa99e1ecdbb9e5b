namespace Sacredboard.Data.Stores.Directories;

/// <summary>A folder of a tree, as it was when it was listed.</summary>
internal sealed record Folder
{
    /// <summary>The path below the top, with slashes; "" for the top.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// The runs of Sacred directly in it by their names: directories with a run.json. The value is when that last changed.
    /// </summary>
    public required IReadOnlyDictionary<string, long> Runs { get; init; }

    /// <summary>Directories in it that may become runs.</summary>
    public required IReadOnlyList<string> Others { get; init; }

    /// <summary>Those of them that are searched as folders.</summary>
    public required IReadOnlyList<string> Folders { get; init; }

    /// <summary>Whether it holds event files of TensorBoard itself.</summary>
    public required bool HasLogs { get; init; }

    /// <summary>Whether both hold the same.</summary>
    public bool IsSame(Folder other) =>
        HasLogs == other.HasLogs
        && Others.SequenceEqual(other.Others)
        && Folders.SequenceEqual(other.Folders)
        && Runs.Count == other.Runs.Count
        && Runs.Keys.All(other.Runs.ContainsKey);
}
