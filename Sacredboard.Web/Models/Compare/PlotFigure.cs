using System.Text.Json;
using Sacredboard.Data.Fields;

namespace Sacredboard.Web.Models.Compare;

/// <summary>The drawing of a plot.</summary>
public sealed record PlotFigure(ComparePlot Plot)
{
    public string Kind => Plot is CompareScatter ? "scatter" : "parallel";

    /// <summary><c>lower</c> when the runs of low values of the colour are the better ones, which are drawn last.</summary>
    public string? ColorGoal => (Plot as CompareParallel)?.ColorGoal;

    /// <summary>The names of fields as a list for scripts.</summary>
    public static string Json(IReadOnlyList<RunField> fields) => JsonSerializer.Serialize(fields.Select(field => field.ToString()));
}
