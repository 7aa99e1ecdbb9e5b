using System.Text.Json;
using Sacredboard.Data.Fields;

namespace Sacredboard.Web.Models.Compare;

/// <summary>The drawing of a plot.</summary>
/// <param name="Fields">Those that it shows, each once.</param>
public sealed record PlotFigure(ComparePlot Plot, IReadOnlyList<RunField> Fields)
{
    public string Kind => Plot is CompareScatter ? "scatter" : "parallel";

    /// <summary>The fields as the API takes them.</summary>
    public string Columns => FieldList.ToText(Fields);

    /// <summary><c>lower</c> when the runs of low values of the colour are the better ones, which are drawn last.</summary>
    public string? ColorGoal => (Plot as CompareParallel)?.ColorGoal;

    /// <summary>"lower,higher"; null where a plot has no front.</summary>
    public string? Goals => (Plot as CompareScatter)?.Goals;

    /// <summary>The names of fields as a list for scripts.</summary>
    public static string Json(IReadOnlyList<RunField> fields) => JsonSerializer.Serialize(fields.Select(field => field.ToString()));
}
