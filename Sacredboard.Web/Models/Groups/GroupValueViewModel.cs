using Sacredboard.Web.Columns;
using Sacredboard.Web.Models.Table;

namespace Sacredboard.Web.Models.Groups;

/// <summary>A cell of a group.</summary>
/// <param name="Sample">The value of its newest run.</param>
/// <param name="Numbers">The statistics of all its runs; null if all have the value of the sample.</param>
/// <param name="Latest">The latest time, for a column of times; null if there is none.</param>
public sealed record GroupValueViewModel(RowValue Sample, NumbersText? Numbers, DateTime? Latest);
