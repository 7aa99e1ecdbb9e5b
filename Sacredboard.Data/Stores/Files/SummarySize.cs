using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Files;

/// <summary>Limits of what a summary holds. Larger values are only on the run's page.</summary>
internal static class SummarySize
{
    /// <summary>For info.json, in bytes. Info is not a column, so leaving it out is not reported.</summary>
    public const int MaxInfo = 16 * 1024;

    /// <summary>For config.json and for each field of run.json, in bytes.</summary>
    public const int Max = 256 * 1024;

    /// <summary>The fields of run.json without those that are too large.</summary>
    /// <param name="run">The fields.</param>
    /// <param name="length">The length of the file in bytes; the fields of a short one are not measured.</param>
    /// <param name="tooLarge">Receives the names of the fields left out.</param>
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
}
