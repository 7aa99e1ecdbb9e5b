namespace Sacredboard.Web.RunAddress;

/// <summary>How the files of a run are listed: <c>sort=-size&amp;find=png</c>.</summary>
/// <param name="Order">What they are sorted by.</param>
/// <param name="IsDescending">The greatest first.</param>
/// <param name="Find">Only files with this text in their name, kind, type or MD5 are listed; "" for all.</param>
public sealed record FileListState(FileOrder Order, bool IsDescending, string Find)
{
    public const string SortName = "sort";
    public const string FindName = "find";

    public static FileListState Read(IQueryCollection parameters)
    {
        var sort = parameters[SortName].LastOrDefault() ?? "";
        var isDescending = sort.StartsWith('-');
        var name = isDescending ? sort[1..] : sort;
        // Numbers would be taken for orders too.
        return name.All(char.IsAsciiLetter) && Enum.TryParse<FileOrder>(name, ignoreCase: true, out var order)
            ? new(order, isDescending, parameters[FindName].LastOrDefault() ?? "")
            : new(FileOrder.Kind, false, parameters[FindName].LastOrDefault() ?? "");
    }

    /// <summary>The order that a click on a heading asks for.</summary>
    public string SortBy(FileOrder order) => $"{(order == Order && !IsDescending ? "-" : "")}{order.ToString().ToLowerInvariant()}";

    /// <summary>The same order in an address; null for the default.</summary>
    public string? Sort =>
        (Order, IsDescending) == (FileOrder.Kind, false) ? null : $"{(IsDescending ? "-" : "")}{Order.ToString().ToLowerInvariant()}";
}

public enum FileOrder
{
    Kind,
    Name,
    Size,
    Stored,
    Type,
}
