using System.Globalization;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Catalog.Loading;

/// <summary>Describes the limits of a source in words.</summary>
internal static class LimitText
{
    public static string? Of(RunLimits limits) => (limits.MaxRuns, limits.Since) switch
    {
        (null, null) => null,
        ({ } max, null) => string.Create(CultureInfo.InvariantCulture, $"the newest {max:N0}"),
        (null, { } since) => string.Create(CultureInfo.InvariantCulture, $"those started since {since:yyyy-MM-dd}"),
        ({ } max, { } since) => string.Create(CultureInfo.InvariantCulture, $"the newest {max:N0} started since {since:yyyy-MM-dd}"),
    };
}
