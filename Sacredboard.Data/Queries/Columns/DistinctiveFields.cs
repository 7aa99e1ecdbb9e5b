using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Queries.Columns;

/// <summary>
/// The fields of a source that are worth a column, whatever is searched for. Of many runs only some are compared; these stay the same
/// while others are added.
/// </summary>
public sealed class DistinctiveFields
{
    private const int MaxCompared = 512;
    private const int MaxConfig = 6;

    private DistinctiveFields(CatalogContent content)
    {
        var runs = Compared(content.Runs);
        Present = OwnFields.All.Where(field => runs.Exists(run => HasValue(run, field))).ToHashSet();
        Differing = Present.Where(field => runs.Count < 2 || runs.Select(run => Key(run, field)).Distinct().Skip(1).Any()).ToHashSet();
        Config = DifferingConfig.Distinctive(runs, MaxConfig);
        IsAnyRunning = SearchColumns.Of(content.Runs).Any(piece => piece.Statuses.Names.Contains(RunStatus.Running));
    }

    /// <summary>The own fields of which a run has a value.</summary>
    public IReadOnlySet<OwnField> Present { get; }

    /// <summary>Those of them that are not the same in all runs.</summary>
    public IReadOnlySet<OwnField> Differing { get; }

    /// <summary>Config keys with different values, the most useful first; without seeds, secrets and keys that few runs have.</summary>
    public IReadOnlyList<RunField> Config { get; }

    /// <summary>True when any run of the source is running.</summary>
    public bool IsAnyRunning { get; }

    internal static DistinctiveFields Of(CatalogContent content) => content.Memo.Keep(null, () => new DistinctiveFields(content));

    // A run keeps its slot. The step between slots doubles with the number of runs.
    private static List<CatalogRun> Compared(RunList runs)
    {
        var step = 1;
        while (runs.Count / step > MaxCompared)
        {
            step *= 2;
        }

        var compared = new List<CatalogRun>();
        for (var slot = 0; slot < runs.Pieces.Length * RunPiece.Size; slot += step)
        {
            if (runs.At(slot) is { } run)
            {
                compared.Add(run);
            }
        }

        return compared;
    }

    private static bool HasValue(CatalogRun run, OwnField field) =>
        field.Kind == OwnKind.Text ? !string.IsNullOrEmpty(run.Text(field)) : OwnValues.Has(run, field);

    // Ids, times and durations always differ.
    private static object? Key(CatalogRun run, OwnField field) => field.Kind switch
    {
        OwnKind.Status => run.Status,
        OwnKind.Text => run.Text(field),
        OwnKind.Tags => run.TagSet,
        OwnKind.Tree => run.Block(field.Tree!.Value),
        _ => run,
    };
}
