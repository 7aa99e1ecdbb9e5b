namespace Sacredboard.Data.Queries.Columns;

public enum ColumnLook
{
    Plain,

    /// <summary>Numbers as bars; the greatest number of the result has the longest. Where they begin depends on the numbers.</summary>
    Bar,

    /// <summary>Bars that begin at zero.</summary>
    BarFromZero,

    /// <summary>Bars that begin at the least number of the result.</summary>
    BarFromLeast,

    /// <summary>Numbers on a background whose colour shows their position in the range of the result.</summary>
    Scale,
}

/// <summary>The looks of columns as words in URLs and forms.</summary>
public static class ColumnLooks
{
    public static string Word(this ColumnLook look) => look switch
    {
        ColumnLook.Bar => "bar",
        ColumnLook.BarFromZero => "bar0",
        ColumnLook.BarFromLeast => "barmin",
        ColumnLook.Scale => "scale",
        _ => "plain",
    };

    /// <summary>Null for a word that is not a look; plain, the default, has no word of its own in URLs.</summary>
    public static ColumnLook? Parse(string? word)
    {
        foreach (var look in Enum.GetValues<ColumnLook>())
        {
            if (look != ColumnLook.Plain && look.Word() == word)
            {
                return look;
            }
        }

        return null;
    }
}
