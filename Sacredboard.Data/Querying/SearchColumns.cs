using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Packing;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Querying;

/// <summary>What a text search looks at, side by side for some runs: reading the runs one by one would mostly be waiting for memory.</summary>
internal sealed class SearchColumns
{
    private readonly int[] _starts;
    private readonly int[] _items;

    private SearchColumns(int count, int[] starts, int[] items)
    {
        (_starts, _items) = (starts, items);
        Ids = new RunId[count];
        Statuses = new string[count];
        ConfigShapes = new Shape?[count];
        ResultShapes = new Shape?[count];
        Numbers = new ulong[count];
        Booleans = new byte[count];
    }

    public RunId[] Ids { get; }

    /// <summary>As shown.</summary>
    public string[] Statuses { get; }

    public Shape?[] ConfigShapes { get; }

    public Shape?[] ResultShapes { get; }

    /// <summary>A run can only hold a number all of whose <see cref="BitsOf"/> are set here.</summary>
    public ulong[] Numbers { get; }

    /// <summary>1: the run holds a false; 2: a true; 3: both.</summary>
    public byte[] Booleans { get; }

    /// <summary>The numbers of the texts and values of one run.</summary>
    public ReadOnlySpan<int> Items(int run) => _items.AsSpan(_starts[run], _starts[run + 1] - _starts[run]);

    public static ulong BitsOf(double number)
    {
        // Adding zero makes one of the two zeros.
        var hash = (ulong)BitConverter.DoubleToInt64Bits(number + 0.0) * 0x9E3779B97F4A7C15;
        return (1UL << (int)(hash >> 58)) | (1UL << (int)((hash >> 52) & 63));
    }

    public static SearchColumns Of(CatalogRun?[] runs)
    {
        var items = new List<int>(runs.Length * 24);
        var starts = new int[runs.Length + 1];
        for (var i = 0; i < runs.Length; i++)
        {
            if (runs[i] is { } run)
            {
                AddItems(run, items);
            }

            starts[i + 1] = items.Count;
        }

        var columns = new SearchColumns(runs.Length, starts, [.. items]);
        for (var i = 0; i < runs.Length; i++)
        {
            columns.Fill(i, runs[i]);
        }

        return columns;
    }

    private static void AddItems(CatalogRun run, List<int> items)
    {
        ReadOnlySpan<PackedText?> own =
            [run.ExperimentText, run.CommandText, run.HostText, run.CommentText, run.NotesText, run.FailureText, run.TagSet?.Joined];
        foreach (var text in own)
        {
            if (text is not null)
            {
                items.Add(text.Id);
            }
        }

        foreach (var block in (ReadOnlySpan<Block?>)[run.ConfigBlock, run.ResultBlock])
        {
            foreach (var leaf in block is null ? [] : block.Leaves)
            {
                if (leaf.Item is { } item)
                {
                    items.Add(item.Id);
                }
            }
        }
    }

    private void Fill(int index, CatalogRun? run)
    {
        Statuses[index] = run?.Status ?? "";
        if (run is null)
        {
            return;
        }

        Ids[index] = run.Id;
        (ConfigShapes[index], ResultShapes[index]) = (run.ConfigBlock?.Shape, run.ResultBlock?.Shape);
        foreach (var block in (ReadOnlySpan<Block?>)[run.ConfigBlock, run.ResultBlock])
        {
            foreach (var leaf in block is null ? [] : block.Leaves)
            {
                if (leaf.TryNumber(out var number))
                {
                    Numbers[index] |= BitsOf(number);
                }
                else if (leaf.TryBoolean(out var boolean))
                {
                    Booleans[index] |= boolean ? (byte)2 : (byte)1;
                }
            }
        }
    }
}
