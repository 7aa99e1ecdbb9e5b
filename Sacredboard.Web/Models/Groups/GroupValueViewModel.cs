using Sacredboard.Web.Columns;
using Sacredboard.Web.Models.Table;

namespace Sacredboard.Web.Models.Groups;

/// <summary>What one column shows of a group.</summary>
/// <param name="Sample">Of its newest run.</param>
/// <param name="Numbers">Of all its runs; null where the sample speaks for all of them.</param>
public sealed record GroupValueViewModel(RowValue Sample, NumbersText? Numbers);
