using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Files;

/// <summary>How much of a run a summary holds. What is larger is on the run's own page only.</summary>
internal static class SummarySize
{
    /// <summary>Of info.json, in bytes. Info is no column of its own, so that nothing is said when it is left out.</summary>
    public const int MaxInfo = 16 * 1024;

    /// <summary>Of config.json and of each field of run.json, in bytes.</summary>
    public const int Max = 256 * 1024;

    /// <summary>The fields of run.json without those that are too large.</summary>
    /// <param name="run">The fields.</param>
    /// <param name="length">The length of the file: only of a long one the fields are measured.</param>
    /// <param name="tooLarge">Gets the names of those left out.</param>
    public static SacredObject Trim(SacredObject run, long length, List<string> tooLarge)
    {
        if (length <= Max)
        {
            return run;
        }

        var large = run.Members
            .Where(field => field.Key is not ("experiment" or "artifacts" or "resources" or "fail_trace"))
            .Where(field => SacredJson.ToText(field.Value).Length > Max)
            .Select(field => field.Key)
            .ToHashSet();
        tooLarge.AddRange(large);
        return new SacredObject([.. run.Members.Where(field => !large.Contains(field.Key))]);
    }

    public static string Problem(IEnumerable<string> tooLarge) =>
        $"Too large to be shown here: {string.Join(", ", tooLarge)}. The page of the run has it.";
}
