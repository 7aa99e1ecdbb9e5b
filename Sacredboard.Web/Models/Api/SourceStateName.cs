using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Api;

/// <summary>How complete and how current an answer is, in the same words everywhere.</summary>
internal static class SourceStateName
{
    public const string Description = "How complete the answer is: current, loading (only some runs of the source were read by then; ask "
        + "again), or unavailable (the storage cannot be read; runs are as they were).";

    private const string Loading = "loading";

    public static string Of(CatalogPhase phase) => phase switch
    {
        CatalogPhase.Loading => Loading,
        CatalogPhase.Current => "current",
        _ => "unavailable",
    };

    /// <summary>The state in which a table was resolved.</summary>
    public static string Of(Source source, ResolvedTable table) => table.IsLoaded ? Of(source.Catalog.State.Phase) : Loading;
}
