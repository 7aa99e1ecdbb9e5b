using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;

namespace Sacredboard.Web.Sources;

/// <summary>A run of some source.</summary>
public readonly record struct NamedRun(Source Source, RunId Id)
{
    /// <summary>The run in the latest snapshot; null when it is not there.</summary>
    public CatalogRun? InCatalog => Source.Catalog.Snapshot.Find(Id);
}

/// <summary>
/// Names runs of any source on the pages of one: <c>12</c> is a run of its own, <c>lab:12</c> one of the source named lab. The URL
/// segment of an id has no colon (<see cref="RunId.ToSegment"/>), so a colon after the name of a source always ends that name.
/// </summary>
public sealed class RunNames(SourceRegistry sources, Source own)
{
    /// <summary>Null for what names no run, whatever runs there are.</summary>
    public NamedRun? Read(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var (source, segment) = colon > 0 && sources.Find(name[..colon]) is { } other ? (other, name[(colon + 1)..]) : (own, name);
        return segment.Length > 0 && RunId.TryParse(segment, source.Info.IdsAreText, out var id) ? new(source, id) : null;
    }

    public string Write(NamedRun run)
    {
        var segment = run.Id.ToSegment(run.Source.Info.IdsAreText);
        return run.Source == own ? segment : $"{run.Source.Name}:{segment}";
    }
}
