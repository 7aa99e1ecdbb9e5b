using Sacredboard.Web.Formatting;
using Sacredboard.Web.Query;

namespace Sacredboard.Web.Table;

/// <summary>The parameters of the term that is being written in the builder.</summary>
internal static class TermParameters
{
    private const string New = "new";
    private const string AsText = "text";

    /// <summary>In the order in which they are read: text and as refer to the term that edit names.</summary>
    public static readonly IReadOnlyList<TableParameter> All =
    [
        new("edit", state => state.Edit is null ? [] : [state.Edit.Place?.ToString() ?? New], Edit),
        new("text", state => state.Edit?.Text is { } text ? [text] : [], Text),
        new("as", state => state.Edit is { AsText: true } ? [AsText] : [], As),
    ];

    private static TableState Edit(TableState state, ParameterValues values)
    {
        var text = values.One();
        var place = TermPlace.Parse(text);
        if (text == New || (place is { } at && state.TermAt(at) is not null))
        {
            return state with { Edit = new(place) };
        }

        values.Ignore(
            $"There is no term “{Ellipsis.End(text, ParameterValues.MaxQuote)}”. "
            + "Terms of the query are 0, 1 and so on, terms that are switched off are off0, off1 and so on; new adds one.");
        return state;
    }

    private static TableState Text(TableState state, ParameterValues values)
    {
        var text = values.One();
        return HasTerm(state, values) ? state with { Edit = state.Edit! with { Text = text } } : state;
    }

    private static TableState As(TableState state, ParameterValues values)
    {
        var form = values.One();
        if (!HasTerm(state, values))
        {
            return state;
        }

        if (form != AsText)
        {
            values.Ignore($"“{Ellipsis.End(form, ParameterValues.MaxQuote)}” is not a form of the builder. Write text, or leave the "
                + $"parameter out.");
            return state;
        }

        return state with { Edit = state.Edit! with { AsText = true } };
    }

    private static bool HasTerm(TableState state, ParameterValues values)
    {
        if (state.Edit is null)
        {
            values.Ignore("It needs the parameter edit, which says which term is edited.");
        }

        return state.Edit is not null;
    }
}
