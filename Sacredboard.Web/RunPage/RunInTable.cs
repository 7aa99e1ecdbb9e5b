using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.RunPage;

/// <summary>Finds a run in the table that its page was opened from: among all of its runs, or in its group.</summary>
internal static class RunInTable
{
    public static RunNeighbours Of(RunPageRequest request)
    {
        var table = request.State.Table;
        var resolved = ResolvedTable.Of(request.Source.Catalog.Snapshot, table);
        var queries = resolved.Snapshot.Queries();
        var grouped = table.Grouping is not null;
        var place = grouped ? queries.PlaceInGroup(resolved.Groups, request.Id) : queries.PlaceOf(resolved.Runs, request.Id);
        if (place is null)
        {
            return new(TableUrl.Write(request.Urls.Runs, table), null, null, null);
        }

        var position = $"{NumberText.Count(place.Index + 1)} of {NumberText.Count(place.Count)}";
        var there = grouped ? OpenAt(request, resolved, place) : PageOf(table, place);
        return new(
            $"{TableUrl.Write(request.Urls.Runs, there)}#run-{request.Urls.Segment(request.Id)}",
            grouped ? position + " in its group" : position,
            place.Previous,
            place.Next);
    }

    private static TableState PageOf(TableState table, RunPlace place)
    {
        var page = (place.Index / table.Size) + 1;
        return page == table.Page ? table : table with { Page = page, Open = [] };
    }

    // The table with the group open where the run is.
    private static TableState OpenAt(RunPageRequest request, ResolvedTable resolved, RunPlace place)
    {
        var (table, queries) = (request.State.Table, resolved.Snapshot.Queries());
        var group = queries.GroupNumberOf(resolved.Groups, request.Id);
        var named = table.Open.FirstOrDefault(name =>
            request.Urls.TryParse(OpenGroup.Read(name)!.Segment, out var member)
                && queries.GroupNumberOf(resolved.Groups, member) == group);
        var open = named is null ? new OpenGroup(request.Urls.Segment(request.Id), MemberRange.First) : OpenGroup.Read(named)!;
        if (named is not null && place.Index >= open.Range.Skip && place.Index < open.Range.End)
        {
            return table;
        }

        var range = new MemberRange(place.Index / MemberRange.Step * MemberRange.Step, MemberRange.Step);
        return table with { Open = [.. table.Open.Where(name => name != named), (open with { Range = range }).ToString()] };
    }
}
