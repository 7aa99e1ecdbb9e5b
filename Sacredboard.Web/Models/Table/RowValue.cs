using Sacredboard.Web.Columns;

namespace Sacredboard.Web.Models.Table;

/// <summary>A cell: one column of one run.</summary>
public sealed record RowValue(RunRowViewModel Row, RunColumn Column);
