using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Tests.Support;

/// <summary>Makes summaries with as few words as a test can do with.</summary>
public static class TestRuns
{
    public static readonly DateTime Epoch = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>A completed run, started so many minutes after <see cref="Epoch"/> as its id says.</summary>
    public static RunSummary Run(int id) => new()
    {
        Id = RunId.Of(id),
        Status = RunStatus.Completed,
        Experiment = "train",
        Started = Epoch.AddMinutes(id),
        Stopped = Epoch.AddMinutes(id).AddSeconds(30),
    };

    public static RunSummary With(this RunSummary run, params (string Key, object? Value)[] config) => run with { Config = Object(config) };

    public static SacredObject Object(params (string Key, object? Value)[] members) =>
        new([.. members.Select(member => KeyValuePair.Create(member.Key, Value(member.Value)))]);

    public static SacredValue Value(object? value) => value switch
    {
        null => SacredNull.Value,
        SacredValue done => done,
        bool boolean => SacredBoolean.Of(boolean),
        int number => new SacredInteger(number),
        double number => new SacredDouble(number),
        string text => new SacredText(text),
        DateTime date => new SacredDate(date),
        object?[] items => new SacredList([.. items.Select(Value)]),
        _ => throw new ArgumentException($"no value of a {value.GetType().Name}", nameof(value)),
    };
}
