using Sacredboard.Data.Comparing;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Effects;

/// <summary>How much the config keys that differ between runs matter for one number of them.</summary>
public sealed class RunEffects
{
    /// <summary>Of more runs the first are taken.</summary>
    public const int MaxRuns = 100_000;

    /// <summary>Of more keys the most telling are taken.</summary>
    public const int MaxKeys = 40;

    private readonly SettingReader _reader;

    internal RunEffects(SettingReader reader, IReadOnlyList<RunField> keys, RunField figure, CancellationToken cancellationToken)
    {
        _reader = reader;
        Keys = [.. keys.Take(MaxKeys)];
        LeftKeys = keys.Count - Keys.Count;
        Figure = reader.Numbers(figure);
        Found = SettingEffects.Of(reader.Settings(Keys, cancellationToken), Figure, cancellationToken);
    }

    /// <summary>The effects, the most important first.</summary>
    public SettingEffects Found { get; }

    public IReadOnlyList<RunField> Keys { get; }

    /// <summary>How many more keys differ.</summary>
    public int LeftKeys { get; }

    /// <summary>One number for each run; NaN where it has none.</summary>
    public double[] Figure { get; }

    /// <summary>A config key of the same runs.</summary>
    public Setting SettingOf(RunField key) => _reader.Settings([key], CancellationToken.None)[0];
}
