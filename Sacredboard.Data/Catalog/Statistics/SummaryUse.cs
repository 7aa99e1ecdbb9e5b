using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>The summaries of a snapshot for one query, noting which of them it takes.</summary>
internal sealed class SummaryUse(SummaryView view)
{
    private readonly HashSet<RunField> _fields = [];

    public IReadOnlyList<RunField> Fields => [.. _fields];

    public SummaryColumn Column(RunField field)
    {
        _fields.Add(field);
        return view.Column(field);
    }
}
