using Sacredboard.Web.Columns;

namespace Sacredboard.Web.Models.Table;

/// <summary>What one column shows of one run.</summary>
public sealed record RowValue(RunRowViewModel Row, RunColumn Column);
