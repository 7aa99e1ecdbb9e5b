using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.TablePage;

/// <summary>The page numbers of a table.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Matched">Number of rows on all pages: runs that match, or groups.</param>
/// <param name="Total">Number of runs of the source.</param>
public sealed record RunPager(int Page, int Size, int Matched, int Total)
{
    public int Pages => Math.Max(1, (Matched + Size - 1) / Size);

    /// <summary>There are pages without a link of their own, so that a field for their number is needed.</summary>
    public bool HasGaps => Links.Contains(0);

    public bool HasNewer => Page > 1;

    public bool HasOlder => Page < Pages;

    /// <summary>"1–50 of 1,204".</summary>
    public string Range => Matched == 0
        ? "0 runs"
        : $"{NumberText.Count(((Page - 1) * Size) + 1)}–{NumberText.Count(Math.Min(Page * Size, Matched))} "
            + $"of {NumberText.Count(Matched)}";

    /// <summary>The page numbers to link: the first, the last, and those around this one; 0 stands for a gap.</summary>
    public IReadOnlyList<int> Links
    {
        get
        {
            var links = new List<int>();
            foreach (var page in Enumerable.Range(Page - 1, 3)
                .Concat([1, Pages])
                .Where(page => page >= 1 && page <= Pages)
                .Distinct()
                .Order())
            {
                if (links.Count > 0 && page - links[^1] == 2)
                {
                    links.Add(page - 1);
                }
                else if (links.Count > 0 && page - links[^1] > 2)
                {
                    links.Add(0);
                }

                links.Add(page);
            }

            return links;
        }
    }
}
