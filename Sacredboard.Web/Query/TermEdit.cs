using Sacredboard.Web.Formatting;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Query;

/// <summary>A term that somebody is writing in the builder. It stands in the address of the page that shows the builder open, and in no other.</summary>
/// <param name="Place">The term that is changed; null for a new one.</param>
/// <param name="Text">As far as it is written; null for as it stands in the view.</param>
/// <param name="AsText">It is to be written as text, though it may be a single condition.</param>
public sealed record TermEdit(TermPlace? Place, string? Text = null, bool AsText = false)
{
    public const string New = "new";

    private const int LongestQuote = 80;

    /// <summary>Their names in the address.</summary>
    public static readonly string[] Parameters = ["edit", "text", "as"];

    /// <summary>What the address says of it; null when it says nothing, or nothing that can be understood.</summary>
    /// <param name="parameters">Of the address.</param>
    /// <param name="query">The view that stands in it.</param>
    /// <param name="problems">What could not be understood.</param>
    public static TermEdit? Read(IQueryCollection parameters, TableState query, out IReadOnlyList<TableProblem> problems)
    {
        var found = new List<TableProblem>(Parameters
            .Where(name => parameters[name].Count > 1)
            .Select(name => new TableProblem(name, "It is given more than once; the last one counts.")));
        problems = found;
        var (edit, text, form) = (parameters["edit"].LastOrDefault(), parameters["text"].LastOrDefault(), parameters["as"].LastOrDefault());
        var place = TermPlace.Parse(edit);
        if (edit is not null && edit != New && place?.In(query) is null)
        {
            found.Add(new("edit", $"Ignored, there is no term “{Ellipsis.End(edit, LongestQuote)}”. Those of the query are 0, 1 and so on, those that are switched off are off0, off1; new is one more."));
            return null;
        }

        if (edit is null)
        {
            found.AddRange(Parameters.Where(parameters.ContainsKey).Select(name => new TableProblem(name, "Ignored, it belongs to a term that is edited, and there is no edit that says which.")));
            return null;
        }

        if (form is not (null or "text"))
        {
            found.Add(new("as", $"Ignored, “{Ellipsis.End(form, LongestQuote)}” is no other way to edit a term. There is text."));
        }

        return new(place, text, form == "text");
    }
}
