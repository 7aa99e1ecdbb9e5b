using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>Limits of what a summary holds. Larger values are only on the run's page.</summary>
internal static class SummarySize
{
    /// <summary>Up to this length info.json is read whole, in bytes.</summary>
    public const int MaxInfo = 16 * 1024;

    /// <summary>The same for config.json and for each field of run.json.</summary>
    public const int Max = 256 * 1024;

    /// <summary>Of a longer file than this, in bytes, not even the small members are read for a summary.</summary>
    public const int MaxRead = 16 * 1024 * 1024;

    /// <summary>The size of a member of a large tree that stays, in bytes of memory: about 90 numbers, as in MongoDB.</summary>
    private const int MaxMember = 3 * 1024;

    /// <summary>Of all small members.</summary>
    private const int MaxMembers = 192 * 1024;

    private const int Depth = 3;

    /// <summary>The small members of a large value; null when there are too many, or none.</summary>
    public static SacredValue? SmallMembers(SacredValue? value) =>
        value is SacredObject && LargeValue.Prune(value, MaxMember, Depth) is var pruned
            && LargeValue.Size(pruned, MaxMembers) <= MaxMembers ? pruned : null;

    /// <summary>The fields of run.json, of those that are too large only their small members.</summary>
    /// <param name="run">The fields.</param>
    /// <param name="length">The length of the file in bytes; the fields of a short one are not measured.</param>
    /// <param name="tooLarge">Receives the names of the fields left out.</param>
    public static SacredObject Trim(SacredObject run, long length, List<string> tooLarge)
    {
        if (length <= Max)
        {
            return run;
        }

        var kept = new List<KeyValuePair<string, SacredValue>>();
        foreach (var (key, value) in run.Members)
        {
            if (key is "experiment" or "artifacts" or "resources" or "fail_trace" || LargeValue.Size(value, Max) <= Max)
            {
                kept.Add(new(key, value));
            }
            else if (SmallMembers(value) is { } small)
            {
                kept.Add(new(key, small));
            }
            else
            {
                tooLarge.Add(key);
            }
        }

        return new SacredObject([.. kept]);
    }
}
