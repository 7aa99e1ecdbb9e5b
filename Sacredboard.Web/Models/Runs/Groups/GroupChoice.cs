using Sacredboard.Data.Querying.Grouping;

namespace Sacredboard.Web.Models.Runs.Groups;

/// <summary>Something that the menu offers to group by.</summary>
/// <param name="Text">As <c>group=</c> has it.</param>
public sealed record GroupChoice(string Title, string Text, string Url, bool IsCurrent)
{
    private static readonly (string Title, string Text)[] Usual =
    [
        ("Experiment", "experiment"), ("Status", "status"), ("Same settings, other seeds", "experiment,config"), ("Host", "host"),
    ];

    public static IEnumerable<GroupChoice> Of(RunListViewModel list)
    {
        var links = new GroupUrls(list.Urls, list.Query);
        foreach (var (title, text) in Usual)
        {
            _ = RunGrouping.TryParse(text, out var grouping, out _);
            yield return new(title, text, links.By(grouping!), list.Query.Grouping?.ToString() == text);
        }
    }
}
