using Sacredboard.Data.Fields;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Compare;

/// <summary>The number by which runs are judged, and what is asked of it.</summary>
public sealed record FigureChoice
{
    public static readonly FigureChoice Usual = new();

    /// <summary>A field with a number in most runs; null for the one that tells most.</summary>
    public RunField? Field { get; init; }

    /// <summary>Lower numbers are the better ones, or higher ones; null for what the name tells.</summary>
    public bool? IsLowerBetter { get; init; }

    /// <summary>The key of the group that the others are compared with; "" for the best one.</summary>
    public string Against { get; init; } = "";

    /// <summary>The config key whose effect is drawn; null for the most important one.</summary>
    public RunField? Setting { get; init; }

    /// <param name="parameters">The parameters of the address.</param>
    /// <param name="problems">Those that cannot be read are added.</param>
    public static FigureChoice Read(IQueryCollection parameters, ICollection<TableProblem> problems)
    {
        var goal = parameters["goal"].LastOrDefault() ?? "";
        if (goal is not ("" or "lower" or "higher"))
        {
            problems.Add(new("goal", "It is one of lower, higher.") { IsIgnored = true });
        }

        return new()
        {
            Field = Named("figure"),
            IsLowerBetter = goal switch
            {
                "lower" => true,
                "higher" => false,
                _ => null,
            },
            Against = parameters["against"].LastOrDefault() ?? "",
            Setting = Named("key"),
        };

        RunField? Named(string name)
        {
            if (parameters[name].LastOrDefault()?.Trim() is not { Length: > 0 } text)
            {
                return null;
            }

            if (RunField.TryParse(text, out var field, out var position))
            {
                return field;
            }

            problems.Add(new(name, "It is a field such as result, lr or min(loss).") { IsIgnored = true, Position = position });
            return null;
        }
    }

    /// <summary>The parameters of an address; usual ones are left out.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs() =>
        from pair in new[]
        {
            ("figure", Field?.ToString()), ("goal", IsLowerBetter is { } lower ? lower ? "lower" : "higher" : null), ("against", Against),
            ("key", Setting?.ToString()),
        }
        where !string.IsNullOrEmpty(pair.Item2)
        select KeyValuePair.Create(pair.Item1, pair.Item2);
}
