using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Metrics;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>
/// The summaries of one metric of the runs of one <see cref="RunPiece"/>, as a column for each figure; columns in which there is nothing are
/// not there. Never changed once a snapshot has it: it is copied then.
/// </summary>
internal sealed class SummaryPiece
{
    private static readonly MetricSummaryKind[] AllKinds = Enum.GetValues<MetricSummaryKind>();
    private static readonly MetricSummaryKind[] AtStep = [MetricSummaryKind.At];
    private static readonly MetricSummaryKind[] Figures = [.. AllKinds.Except(AtStep)];

    private readonly double[]?[] _figures = new double[]?[AllKinds.Length];
    private readonly int[] _changed;

    /// <summary>So much it takes at most, with what is kept beside it.</summary>
    public static long MostBytes(MetricKey key) => RunPiece.Size * ((2 * sizeof(int)) + ((long)sizeof(double) * Kept(key).Length));

    public SummaryPiece() => _changed = new int[RunPiece.Size];

    private SummaryPiece(SummaryPiece other)
    {
        _changed = [.. other._changed];
        _figures = Array.ConvertAll(other._figures, figures => figures is null ? null : (double[])figures.Clone());
    }

    /// <summary>Without the columns that are not there.</summary>
    public long Bytes => (RunPiece.Size * sizeof(int)) + ((long)RunPiece.Size * sizeof(double) * _figures.Count(figures => figures is not null));

    /// <summary>NaN when the run has no such figure, or it is not known yet.</summary>
    public double Figure(MetricSummaryKind kind, int index) => _figures[(int)kind] is { } figures ? figures[index] : double.NaN;

    /// <summary>The snapshot version in which the run's summary last changed; 0 while it is not known.</summary>
    public int ChangedIn(int index) => _changed[index];

    public SummaryPiece Copy() => new(this);

    /// <summary>True when the run is known to have just this.</summary>
    public bool Has(int index, MetricKey key, MetricSummary? summary) =>
        _changed[index] != 0 && Kept(key).All(kind => Figure(kind, index).Equals(summary is { } known ? known[kind] : double.NaN));

    public void Set(int index, MetricKey key, MetricSummary? summary, int version)
    {
        foreach (var kind in Kept(key))
        {
            Set(kind, index, summary is { } known ? known[kind] : double.NaN);
        }

        _changed[index] = version;
    }

    public void Clear(int index)
    {
        foreach (var figures in _figures)
        {
            figures?[index] = double.NaN;
        }

        _changed[index] = 0;
    }

    /// <summary>Takes over one run of another piece.</summary>
    public void Set(int index, SummaryPiece other, int otherIndex)
    {
        foreach (var kind in AllKinds)
        {
            Set(kind, index, other.Figure(kind, otherIndex));
        }

        _changed[index] = other._changed[otherIndex];
    }

    private static MetricSummaryKind[] Kept(MetricKey key) => key.Step is null ? Figures : AtStep;

    private void Set(MetricSummaryKind kind, int index, double figure)
    {
        var figures = _figures[(int)kind];
        if (figures is null)
        {
            if (double.IsNaN(figure))
            {
                return;
            }

            _figures[(int)kind] = figures = new double[RunPiece.Size];
            Array.Fill(figures, double.NaN);
        }

        figures[index] = figure;
    }
}
