using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Language;

/// <summary>Names by which Sacred's documents and other dashboards call a run's own properties.</summary>
internal static class FieldSynonyms
{
    private static readonly Dictionary<string, OwnField> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tag"] = OwnFields.Tags,
        ["run"] = OwnFields.Id,
        ["run_id"] = OwnFields.Id,
        ["runid"] = OwnFields.Id,
        ["_id"] = OwnFields.Id,
        ["state"] = OwnFields.Status,
        ["name"] = OwnFields.Experiment,
        ["project"] = OwnFields.Experiment,
        ["directory"] = OwnFields.Folder,
        ["hostname"] = OwnFields.Host,
        ["machine"] = OwnFields.Host,
        ["start"] = OwnFields.Started,
        ["start_time"] = OwnFields.Started,
        ["created"] = OwnFields.Started,
        ["date"] = OwnFields.Started,
        ["stop_time"] = OwnFields.Stopped,
        ["end_time"] = OwnFields.Stopped,
        ["finished"] = OwnFields.Stopped,
        ["runtime"] = OwnFields.Duration,
        ["elapsed"] = OwnFields.Duration,
        ["note"] = OwnFields.Notes,
        ["error"] = OwnFields.Failure,
        ["exception"] = OwnFields.Failure,
    };

    /// <summary>The own field that is called so elsewhere; null when there is none.</summary>
    public static string? Find(string name) => Names.GetValueOrDefault(name)?.Name;
}
