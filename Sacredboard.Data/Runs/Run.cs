using Sacredboard.Data.Values;

namespace Sacredboard.Data.Runs;

/// <summary>
/// One run without its output, metrics and files, which are read separately. Of trees that were not asked for it has only some members, see
/// <see cref="RunParts"/>.
/// </summary>
public sealed record Run
{
    public required RunSummary Summary { get; init; }

    /// <summary>As stored, with jsonpickle tags, like the trees below. Null when the run has none.</summary>
    public SacredValue? Config { get; init; }

    public SacredValue? Info { get; init; }

    public SacredValue? Result { get; init; }

    public SacredValue? Meta { get; init; }

    public SacredValue? Host { get; init; }

    /// <summary><c>experiment</c>, with sources and dependencies.</summary>
    public SacredValue? Experiment { get; init; }

    /// <summary>The traceback as one text, or null.</summary>
    public string? FailTrace { get; init; }

    /// <summary>Fields of the stored run that Sacred does not write itself (<c>omniboard</c>, own additions).</summary>
    public SacredObject Others { get; init; } = SacredObject.Empty;

    /// <summary>Its times are those of the clock on the wall where it ran, in a zone that is not recorded: Sacred before 0.7.</summary>
    public bool HasLocalTimes { get; init; }

    /// <summary>One sentence for each part of the run that could not be read; empty when all was read.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>
    /// The summary before secrets were masked, with all of config and info: to find what a run names, never to be shown. Null of a run that
    /// is not masked.
    /// </summary>
    internal RunSummary? Stored { get; init; }

    /// <summary>The run with all its stored values changed; decoding and masking share it, so that neither forgets one.</summary>
    internal Run WithValues(Func<SacredValue, SacredValue> change)
    {
        return this with
        {
            Config = Changed(Config),
            Info = Changed(Info),
            Result = Changed(Result),
            Meta = Changed(Meta),
            Host = Changed(Host),
            Experiment = Changed(Experiment),
            Others = change(Others) switch
            {
                SacredObject changed => changed,
                SacredTyped { Raw: SacredObject raw } => raw,
                _ => SacredObject.Empty,
            },
        };

        SacredValue? Changed(SacredValue? value) => value is null ? null : change(value);
    }

    /// <summary>The summary with all of config and info, however much that is.</summary>
    internal RunSummary InFull => Summary with { Info = Info, Config = Config ?? Summary.Config };
}
