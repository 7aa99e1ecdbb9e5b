using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.TablePage;

/// <summary>Where the runs of several sources are together: which of them cannot be read.</summary>
public static class MemberProblems
{
    public static IEnumerable<TableProblem> Of(Source source) => source.Members()
        .Where(member => member.Catalog.State.Phase == CatalogPhase.Unavailable)
        .Select(member => new TableProblem(
            "source",
            member.Catalog.State.AsOf is null
                ? $"The runs of {member.Title} are missing. {member.Catalog.State.Message}"
                : $"The runs of {member.Title} are as they were when it could last be read. {member.Catalog.State.Message}"));

    /// <summary>The sources of which not all was read yet.</summary>
    public static IEnumerable<Source> Missing(Source source) => source.Members()
        .Where(member => member.Catalog.State is { AsOf: null } or { Phase: CatalogPhase.Loading });
}
