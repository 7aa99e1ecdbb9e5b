using Sacredboard.Data.Comparing;
using Sacredboard.Data.Fields;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Compare;

/// <summary>How much each config key matters for one number of the runs.</summary>
public sealed record CompareImportance : CompareFigureTab
{
    /// <summary>Number of runs that were looked at.</summary>
    public int Runs { get; init; }

    /// <summary>How many more there are.</summary>
    public int Left { get; init; }

    /// <summary>How many config keys that differ too are left out.</summary>
    public int LeftKeys { get; init; }

    /// <summary>Null while the number is not known for all runs.</summary>
    public SettingEffects? Effects { get; init; }

    /// <summary>The config key that is drawn; null without one.</summary>
    public RunField? Key { get; init; }

    /// <summary>The runs by a key of numbers.</summary>
    public EffectPlot? Plot { get; init; }

    /// <summary>The runs by the values of another key.</summary>
    public IReadOnlyList<EffectGroup> Groups { get; init; } = [];

    /// <summary>How many more values there are.</summary>
    public int LeftGroups { get; init; }
}

/// <summary>The runs with one value of a config key.</summary>
public sealed record EffectGroup(string Value, int Count, double Median, DotPlot Plot);
