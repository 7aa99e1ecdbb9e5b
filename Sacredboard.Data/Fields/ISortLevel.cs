namespace Sacredboard.Data.Fields;

/// <summary>One level of an order, of runs or of groups.</summary>
public interface ISortLevel<TSelf>
    where TSelf : class, ISortLevel<TSelf>
{
    bool Descending { get; }

    /// <summary>The same level in the other direction.</summary>
    TSelf Reversed();

    /// <summary>Parses the text of a single level; null for any other text.</summary>
    static abstract TSelf? Read(string text);
}
