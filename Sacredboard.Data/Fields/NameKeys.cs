namespace Sacredboard.Data.Fields;

/// <summary>Keys whose numbers are names, so that a mean of them says nothing: seeds and ids.</summary>
public static class NameKeys
{
    private const int MaxLength = 100;

    private static readonly HashSet<string> Words = ["id", "ids", "pid", "uid", "uuid"];

    /// <summary>True for a value in a tree whose key is named like a seed or an id: <c>seed</c>, <c>slurm.job_id</c>.</summary>
    public static bool Cover(RunField field) =>
        field is { Root: not (FieldRoot.Own or FieldRoot.Metric), Path: [.., var key] path }
        && (SeedKeys.ByName.Cover(path) || IsNamedLikeId(key));

    private static bool IsNamedLikeId(string key) => key.Length <= MaxLength && Words.Contains(KeyName.Snake(key).Split('_')[^1]);
}
