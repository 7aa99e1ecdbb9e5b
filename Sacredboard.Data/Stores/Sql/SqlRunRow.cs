using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Sql;

/// <summary>One row of the table of runs, as an object with the fields that other observers store.</summary>
/// <param name="Id">The id of the run.</param>
/// <param name="Experiment">The number of its experiment, which is read separately; null for none.</param>
internal sealed record SqlRunRow(RunId Id, long? Experiment)
{
    private readonly List<KeyValuePair<string, SacredValue>> _fields = [];

    /// <summary>What could not be read, one sentence each.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>The names of what is too large.</summary>
    public List<string> TooLarge { get; } = [];

    public void Add(string name, SacredValue? value)
    {
        if (value is not null)
        {
            _fields.Add(new(name, value));
        }
    }

    public RunSummary Summary(SacredObject? experiment)
    {
        string[] problems = [.. Problems, .. TooLarge.Count == 0 ? [] : new[] { SummaryProblem.TooLarge(TooLarge) }];
        return RunSummaryReader.ReadSummary(Id, Fields(experiment)) with
        {
            Problem = problems.Length == 0 ? null : string.Join(' ', problems),
        };
    }

    public Run Run(SacredObject? experiment, RunParts parts) => RunSummaryReader.ReadRun(Id, Fields(experiment), parts) with
    {
        Summary = Summary(experiment),
        Problems = [.. Problems, .. TooLarge.Select(name => $"The {name} is too large to be read.")],
    };

    private SacredObject Fields(SacredObject? experiment) =>
        new(experiment is null ? _fields : [.. _fields, new("experiment", experiment)]);
}
