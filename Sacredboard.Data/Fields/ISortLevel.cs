namespace Sacredboard.Data.Fields;

/// <summary>One level of an order, whatever it is that is put in order.</summary>
public interface ISortLevel<TSelf>
    where TSelf : class, ISortLevel<TSelf>
{
    bool Descending { get; }

    /// <summary>The same the other way round.</summary>
    TSelf Turned();

    /// <summary>The reverse of writing an order; null for what is not just one level.</summary>
    static abstract TSelf? Read(string text);
}
