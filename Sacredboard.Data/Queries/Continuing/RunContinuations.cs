using System.Globalization;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Continuing;

/// <summary>
/// Which runs went on from which, by a field in which each names the one before it: its id, or a path with the id as one of its parts, such
/// as that of a checkpoint.
/// </summary>
public sealed class RunContinuations
{
    /// <summary>A longer chain is cut, and so is a circle.</summary>
    private const int MaxChain = 100;

    private const int MaxText = 4096;

    private readonly Dictionary<RunId, RunId> _before = [];
    private readonly Dictionary<RunId, List<RunId>> _after = [];

    private RunContinuations()
    {
    }

    /// <summary>The run that this one went on from; null for none.</summary>
    public RunId? Before(RunId id) => _before.TryGetValue(id, out var before) ? before : null;

    /// <summary>The runs that went on from this one, newest first.</summary>
    public IReadOnlyList<RunId> After(RunId id) => _after.GetValueOrDefault(id, []);

    /// <summary>All runs before this one, the first of them first, then this one, then all that went on from it.</summary>
    public IReadOnlyList<RunId> ChainOf(RunId id)
    {
        var chain = new List<RunId> { id };
        var seen = new HashSet<RunId> { id };
        for (var before = Before(id); before is { } one && chain.Count < MaxChain && seen.Add(one); before = Before(one))
        {
            chain.Insert(0, one);
        }

        var ahead = new Queue<RunId>(After(id));
        while (chain.Count < MaxChain && ahead.TryDequeue(out var next))
        {
            if (seen.Add(next))
            {
                chain.Add(next);
                foreach (var one in After(next))
                {
                    ahead.Enqueue(one);
                }
            }
        }

        return chain;
    }

    /// <summary>All runs before this one, the first of them first, then this one. Looks at these runs only, not at all of them.</summary>
    internal static IReadOnlyList<RunId> LineOf(CatalogSnapshot snapshot, RunId id, RunField field)
    {
        var line = new List<RunId> { id };
        while (line.Count < MaxChain && snapshot.Find(line[^1]) is { } run
            && Named(snapshot.Value(run, field), one => one != run.Id && snapshot.Find(one) is not null) is { } before
            && !line.Contains(before))
        {
            line.Add(before);
        }

        line.Reverse();
        return line;
    }

    internal static RunContinuations Of(CatalogSnapshot snapshot, RunField field)
    {
        var found = new RunContinuations();
        var runs = snapshot.Runs;
        var values = snapshot.Values(runs, field);
        for (var i = 0; i < runs.Count; i++)
        {
            if (Named(values[i], id => id != runs[i].Id && snapshot.Find(id) is not null) is { } before)
            {
                found._before[runs[i].Id] = before;
                if (!found._after.TryGetValue(before, out var after))
                {
                    found._after[before] = after = [];
                }

                after.Add(runs[i].Id);
            }
        }

        return found;
    }

    /// <summary>The run that a value names, by its id or a path with it; null for none that exists.</summary>
    public static RunId? Named(SacredValue? value, Func<RunId, bool> exists) => value switch
    {
        SacredInteger { Value: var number } when number >= long.MinValue && number <= long.MaxValue =>
            First([RunId.Of((long)number), RunId.Of(number.ToString(CultureInfo.InvariantCulture))], exists),
        SacredText { Value: { Length: > 0 and <= MaxText } text } => First(
            [
                .. Ids(text),
                .. text.Split('/', '\\').Reverse().SelectMany(part => Ids(part).Concat(Ids(Path.GetFileNameWithoutExtension(part)))),
            ],
            exists),
        _ => null,
    };

    private static RunId? First(IEnumerable<RunId> ids, Func<RunId, bool> exists)
    {
        foreach (var id in ids)
        {
            if (exists(id))
            {
                return id;
            }
        }

        return null;
    }

    private static IEnumerable<RunId> Ids(string text)
    {
        if (text.Length > 0)
        {
            yield return RunId.Of(text);
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            yield return RunId.Of(number);
        }
    }
}
