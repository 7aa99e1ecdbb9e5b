using Sacredboard.Data.Comparing;
using Sacredboard.Data.Queries.Plotting;

namespace Sacredboard.Web.Plots;

/// <summary>Which values of the first and of the second column are the better ones.</summary>
internal sealed record FrontGoals(bool IsLowerBetterX, bool IsLowerBetterY)
{
    /// <summary>False for a text that cannot be read; null goals for none.</summary>
    public static bool TryRead(string? text, out FrontGoals? goals)
    {
        goals = text switch
        {
            "lower,lower" => new(true, true),
            "lower,higher" => new(true, false),
            "higher,lower" => new(false, true),
            "higher,higher" => new(false, false),
            _ => null,
        };
        return goals is not null || string.IsNullOrEmpty(text);
    }

    /// <summary>The indices of the runs of the front; empty where a field has no numbers.</summary>
    public IReadOnlyList<int> Of(IReadOnlyList<PlottedField> fields) =>
        fields is [{ Kind: not PlotKind.Category } x, { Kind: not PlotKind.Category } y, ..]
            ? ParetoFront.Of(Numbers(x), Numbers(y), IsLowerBetterX, IsLowerBetterY)
            : [];

    private static double[] Numbers(PlottedField field) =>
        [.. field.Numbers.Select(number => number is { } known && double.IsFinite(known) ? known : double.NaN)];
}
