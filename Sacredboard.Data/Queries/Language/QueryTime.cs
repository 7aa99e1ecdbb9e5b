namespace Sacredboard.Data.Queries.Language;

/// <summary>How the result of a query depends on the time.</summary>
internal static class QueryTime
{
    /// <summary>Equal at two times when only changes of runs can make the results differ; "" when the time has no effect.</summary>
    public static string Key(QueryNode? tree, DateTimeOffset now)
    {
        var (seconds, days) = (false, new HashSet<long>());
        foreach (var condition in tree?.Conditions ?? [])
        {
            seconds |= condition.Field.Run?.OwnField is { MovesWithTime: true };
            foreach (var value in condition.Values.Where(value => value.Kind == QueryValueKind.Relative))
            {
                seconds |= !value.DependsOnZone;
                if (value.DependsOnZone)
                {
                    days.Add(value.Moment(now)!.Value.Ticks);
                }
            }
        }

        return seconds ? $"{now.UtcTicks / TimeSpan.TicksPerSecond}" : string.Join(' ', days.Order());
    }
}
