using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.Api;

[Description("A whole run without its output, metrics and files. Passwords and keys are masked.")]
public sealed record RunModel : RunRowModel
{
    [SetsRequiredMembers]
    private RunModel(RunRowModel row)
        : base(row) => (Others, Problems) = (StoredValue.Of(SacredObject.Empty, decoded: false)!, []);

    [JsonPropertyOrder(1)]
    [Description("The configuration, any JSON, as stored with jsonpickle's tags, or decoded.")]
    public required StoredValue? Config { get; init; }

    [JsonPropertyOrder(1)]
    [Description("The info of the run, as stored or decoded like config.")]
    public required StoredValue? Info { get; init; }

    [JsonPropertyOrder(1)]
    [Description("Command, options, comment and so on, as stored or decoded like config.")]
    public required StoredValue? Meta { get; init; }

    [JsonPropertyOrder(1)]
    [Description("The machine: hostname, operating system, Python, processors.")]
    public required StoredValue? HostInfo { get; init; }

    [JsonPropertyOrder(1)]
    [Description("The experiment: name, directory, sources, dependencies, repositories.")]
    public required StoredValue? ExperimentInfo { get; init; }

    [JsonPropertyOrder(1)]
    [Description("The traceback as one text; null when it did not fail.")]
    public required string? FailTrace { get; init; }

    [JsonPropertyOrder(1)]
    [Description("Length of the output in UTF-16 units, see output.")]
    public required long OutputLength { get; init; }

    [JsonPropertyOrder(1)]
    [Description("Notes that were written in Omniboard.")]
    public required string? Notes { get; init; }

    [JsonPropertyOrder(1)]
    [Description("Fields of the stored run that Sacred does not write itself.")]
    public required StoredValue Others { get; init; }

    [JsonPropertyOrder(1)]
    [Description("One sentence for each part of the run that could not be read; usually empty.")]
    public required IReadOnlyList<string> Problems { get; init; }

    public static RunModel Of(Run run, CatalogRun? known, long outputLength, bool decoded, SourceUrls urls, DateTimeOffset now)
    {
        var summary = run.Summary;
        var isDead = summary.Status == RunStatus.Running && known?.IsDead == true;
        return new(Of(summary, isDead, StoredValue.Of(run.Result, decoded), urls, now))
        {
            Config = StoredValue.Of(run.Config, decoded),
            Info = StoredValue.Of(run.Info, decoded),
            Meta = StoredValue.Of(run.Meta, decoded),
            HostInfo = StoredValue.Of(run.Host, decoded),
            ExperimentInfo = StoredValue.Of(run.Experiment, decoded),
            FailTrace = run.FailTrace,
            OutputLength = outputLength,
            Notes = summary.Notes,
            Others = StoredValue.Of(run.Others, decoded)!,
            Problems = run.Problems,
        };
    }
}
