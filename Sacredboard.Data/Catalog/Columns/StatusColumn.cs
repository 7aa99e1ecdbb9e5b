using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Catalog.Columns;

/// <summary>The statuses of the runs of a piece, as shown: few different ones.</summary>
internal sealed class StatusColumn
{
    private readonly ushort[] _codes;

    private StatusColumn(string[] names, RunBits[] runs, ushort[] codes) => (Names, Runs, _codes) = (names, runs, codes);

    /// <summary>The different statuses.</summary>
    public string[] Names { get; }

    /// <summary>The runs that have each of <see cref="Names"/>.</summary>
    public RunBits[] Runs { get; }

    public static StatusColumn Of(CatalogRun?[] runs)
    {
        var codes = new ushort[runs.Length];
        var known = new Dictionary<string, int>();
        var bits = new List<RunBits>();
        for (var i = 0; i < runs.Length; i++)
        {
            if (runs[i] is not { } run)
            {
                continue;
            }

            if (!known.TryGetValue(run.Status, out var code))
            {
                known[run.Status] = code = bits.Count;
                bits.Add(new());
            }

            bits[code].Set(i);
            codes[i] = (ushort)code;
        }

        return new([.. known.Keys], [.. bits], codes);
    }

    /// <summary>The index in <see cref="Names"/> of the status of a run; undefined for an unused slot.</summary>
    public int CodeOf(int run) => _codes[run];
}
