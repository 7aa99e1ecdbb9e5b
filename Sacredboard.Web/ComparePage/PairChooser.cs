using Sacredboard.Web.Models.Compare;

namespace Sacredboard.Web.ComparePage;

/// <summary>Finds the runs that the address wants side by side.</summary>
internal static class PairChooser
{
    /// <param name="request">With one run at least.</param>
    public static ComparedPair Of(CompareRequest request)
    {
        var look = request.State.Diff;
        var names = request.Runs.Select(run => request.Names.Write(run.Named)).ToList();
        var (first, second) = (Find(look.Base), Find(look.Other));
        // Of a run with itself there is nothing to compare.
        var @base = first >= 0 ? first : second == 0 && names.Count > 1 ? 1 : 0;
        var other = second >= 0 && second != @base ? second : @base == 0 ? 1 : 0;
        return new(
            @base,
            names.Count > 1 ? other : null,
            [.. new[] { look.Base, look.Other }.Where(name => name.Length > 0 && Find(name) < 0)]);

        int Find(string name) => request.Names.Read(name) is { } run ? names.IndexOf(request.Names.Write(run)) : -1;
    }
}
