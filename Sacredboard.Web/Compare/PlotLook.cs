using Sacredboard.Data.Fields;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Compare;

/// <summary>How an axis of a plot counts.</summary>
public enum PlotScale
{
    /// <summary>Logarithmic where the numbers span several powers of ten.</summary>
    Auto,
    Linear,
    Log,
}

/// <summary>Which values of an objective are the better ones.</summary>
public enum PlotGoal
{
    /// <summary>As the name of the field tells.</summary>
    Auto,
    Lower,
    Higher,
}

/// <summary>What the plots of a comparison show. Fields that are null are chosen by what the runs have.</summary>
public sealed record PlotLook
{
    public const int MaxAxes = 24;

    public RunField? X { get; init; }

    public RunField? Y { get; init; }

    public RunField? Color { get; init; }

    public RunField? Size { get; init; }

    public PlotScale XScale { get; init; }

    public PlotScale YScale { get; init; }

    /// <summary>The runs that no other beats in x and y are marked.</summary>
    public bool Front { get; init; }

    public PlotGoal XGoal { get; init; }

    public PlotGoal YGoal { get; init; }

    /// <summary>The axes of parallel coordinates; empty for those chosen by what the runs have.</summary>
    public IReadOnlyList<RunField> Axes { get; init; } = [];

    /// <summary>Of these, those that are logarithmic whatever their numbers are.</summary>
    public IReadOnlyList<RunField> LogAxes { get; init; } = [];

    /// <summary>Those that are not.</summary>
    public IReadOnlyList<RunField> LinearAxes { get; init; } = [];

    /// <summary>The fields that a plot shows, each once.</summary>
    public IReadOnlyList<RunField> Fields(CompareTab tab) =>
        [.. (tab == CompareTab.Parallel ? [.. Axes, Color] : new[] { X, Y, Color, Size }).OfType<RunField>().Distinct()];

    /// <param name="parameters">The parameters of an address.</param>
    /// <param name="problems">Gets those that cannot be read, which are ignored.</param>
    public static PlotLook Read(IQueryCollection parameters, List<TableProblem> problems)
    {
        return new()
        {
            X = Field("plotx"),
            Y = Field("ploty"),
            Color = Field("color"),
            Size = Field("size"),
            XScale = ParameterChoice.Read("plotxscale", PlotScale.Auto, parameters, problems),
            YScale = ParameterChoice.Read("plotyscale", PlotScale.Auto, parameters, problems),
            Front = parameters["front"].LastOrDefault() == "true",
            XGoal = ParameterChoice.Read("plotxgoal", PlotGoal.Auto, parameters, problems),
            YGoal = ParameterChoice.Read("plotygoal", PlotGoal.Auto, parameters, problems),
            Axes = Fields("axes"),
            LogAxes = Fields("logaxes"),
            LinearAxes = Fields("linearaxes"),
        };

        RunField? Field(string name)
        {
            var text = parameters[name].LastOrDefault() ?? "";
            if (!RunField.TryParse(text, out var field, out var position) && text.Length > 0)
            {
                problems.Add(new(name, NoField(text, position)) { IsIgnored = true });
            }

            return field;
        }

        IReadOnlyList<RunField> Fields(string name)
        {
            var text = parameters[name].LastOrDefault() ?? "";
            if (FieldList.TryParse(text, out var fields, out var position))
            {
                return [.. fields.Distinct().Take(MaxAxes)];
            }

            problems.Add(new(name, NoField(text, position)) { IsIgnored = true });
            return [];
        }
    }

    /// <summary>The parameters of an address; usual ones are left out.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs() =>
        from pair in new (string Name, string? Value)[]
        {
            ("plotx", X?.ToString()), ("ploty", Y?.ToString()), ("color", Color?.ToString()), ("size", Size?.ToString()),
            ("plotxscale", ParameterChoice.Write(XScale)), ("plotyscale", ParameterChoice.Write(YScale)), ("front", Front ? "true" : null),
            ("plotxgoal", ParameterChoice.Write(XGoal)), ("plotygoal", ParameterChoice.Write(YGoal)), ("axes", FieldList.ToText(Axes)),
            ("logaxes", FieldList.ToText(LogAxes)), ("linearaxes", FieldList.ToText(LinearAxes)),
        }
        where !string.IsNullOrEmpty(pair.Value)
        select KeyValuePair.Create(pair.Name, pair.Value);

    private static string NoField(string text, int position) =>
        $"“{Formatting.Ellipsis.End(text, 80)}” is not a field: it cannot be read from character {position + 1} on.";
}
