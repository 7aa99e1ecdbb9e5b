using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Sql;

/// <summary>
/// SqlObserver joins the pieces of a traceback by line ends, although each has one already, which makes a blank line between any two. This
/// splits them again.
/// </summary>
internal static class SqlFailTrace
{
    public static SacredList Pieces(string stored)
    {
        var pieces = stored.Split("\n\n");
        return new SacredList([.. pieces.Select((piece, i) => new SacredText(i < pieces.Length - 1 ? piece + "\n" : piece))]);
    }
}
