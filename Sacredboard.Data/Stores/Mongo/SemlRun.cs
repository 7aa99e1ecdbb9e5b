using System.Globalization;
using MongoDB.Bson;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Converts a run that SEML made to one of Sacred: what SEML stores beside Sacred's fields becomes part of its meta, under the stored
/// names. SEML runs a wrapper of its own, which is what Sacred describes as the experiment; the real one is taken from what SEML knows.
/// </summary>
internal static class SemlRun
{
    /// <summary>SEML's object in a run document.</summary>
    public const string Root = "seml";

    /// <summary>The whole environment of the user, with passwords. It never leaves the server.</summary>
    public const string Environment = "seml.env";

    private const string SourceFiles = "source_files";

    /// <summary>Members at the root of the document that become members of meta.</summary>
    private static readonly string[] Moved = ["batch_id", "config_hash", "git", "slurm", "execution", "stats", Root];

    /// <summary>What SEML adds to the config for its own use.</summary>
    private static readonly string[] OwnKeys = ["overwrite", "db_collection"];

    /// <summary>
    /// Of a summary: all that is moved, as one object under the name of SEML's own, so that other runs cost the server one comparison.
    /// </summary>
    public static readonly BsonDocument[] SummaryStages =
    [
        new("$unset", new BsonArray { Environment, $"{Root}.{SourceFiles}" }),
        new("$set", new BsonDocument(Root, new BsonDocument("$cond", new BsonArray
        {
            new BsonDocument("$eq", new BsonArray { new BsonDocument("$type", "$" + Root), "object" }),
            new BsonDocument(Moved.Select(name => new BsonElement(name, "$" + name))),
            "$$REMOVE",
        }))),
    ];

    /// <summary>The same run; one that SEML did not make stays as it is.</summary>
    /// <param name="run">The stored fields.</param>
    /// <param name="collection">The collection, which SEML names after the project.</param>
    public static SacredObject ToCurrent(SacredObject run, string collection)
    {
        if (run[Root] is not SacredObject seml)
        {
            return run;
        }

        seml = Without(seml, "env");
        var members = run.Members
            .Where(member => !Moved.Contains(member.Key)
                && member.Key is not ("meta" or "experiment" or "config" or "stop_time" or "fail_trace"))
            .ToList();
        Add("experiment", Experiment(run, seml, collection));
        Add("config", run["config"] is SacredObject config ? Without(config, OwnKeys) : run["config"]);
        Add("meta", Meta(run, seml));
        Add("fail_trace", run["fail_trace"] is SacredText lines ? Lines(lines.Value) : run["fail_trace"]);
        Add("stop_time", IsOfEarlierStart(run) ? null : run["stop_time"]);
        if (run["comment"] is null && seml["description"] is SacredText { Value.Length: > 0 } description)
        {
            Add("comment", description);
        }

        return new SacredObject(members);

        void Add(string name, SacredValue? value)
        {
            if (value is not null)
            {
                members.Add(new(name, value));
            }
        }
    }

    private static SacredObject Experiment(SacredObject run, SacredObject seml, string collection)
    {
        var stored = run["experiment"] as SacredObject;
        if (!IsWrapper(stored))
        {
            return stored!;
        }

        var members = new List<KeyValuePair<string, SacredValue>>
        {
            new("name", seml["name"] is SacredText { Value.Length: > 0 } name ? name : new SacredText(collection)),
        };
        Add("mainfile", seml["executable"]);
        Add("base_dir", seml["working_dir"]);
        Add("sources", seml[SourceFiles]);
        Add("dependencies", stored?["dependencies"]);
        Add("repositories", run["git"] is SacredObject git ? new SacredList([Repository(git)]) : null);
        return new SacredObject(members);

        void Add(string key, SacredValue? value)
        {
            if (value is not null and not SacredNull)
            {
                members.Add(new(key, value));
            }
        }
    }

    // Before SEML 0.4.2 the user's script had an experiment of Sacred's own.
    private static bool IsWrapper(SacredObject? experiment) => experiment?["name"] is not SacredText name || name.Value == "experiment";

    private static SacredObject Repository(SacredObject git) => new(
    [
        new("url", git["path"] ?? SacredNull.Value),
        new("commit", git["commit"] ?? SacredNull.Value),
        new("dirty", git["dirty"] ?? SacredNull.Value),
    ]);

    private static SacredObject Meta(SacredObject run, SacredObject seml)
    {
        var members = (run["meta"] as SacredObject)?.Members.Select(WithoutOwnKeys).ToList() ?? [];
        foreach (var name in Moved.Where(name => name != Root && run[name] is not (null or SacredNull)))
        {
            members.Add(new(name, run[name]!));
        }

        members.Add(new(Root, Without(seml, SourceFiles)));
        if (SlurmJob(run) is { } job)
        {
            members.Add(new("slurm_job", new SacredText(job)));
        }

        return new SacredObject(members);
    }

    private static KeyValuePair<string, SacredValue> WithoutOwnKeys(KeyValuePair<string, SacredValue> member) =>
        member is { Key: "config_updates", Value: SacredObject updates } ? new(member.Key, Without(updates, OwnKeys)) : member;

    /// <summary>The job as Slurm writes it, <c>array_task</c>; null for a run that Slurm did not start.</summary>
    private static string? SlurmJob(SacredObject run)
    {
        var slurm = run["slurm"] switch
        {
            SacredObject one => [one],
            SacredList many => many.Items.OfType<SacredObject>().ToList(),
            _ => [],
        };
        // SEML 0.5 left the names of fields instead of their values in what it migrated, so that only numbers count.
        foreach (var job in slurm.Prepend(run["execution"] as SacredObject ?? SacredObject.Empty))
        {
            if ((Number(job["array_id"]) ?? Number(job["id"])) is { } array)
            {
                return Number(job["task_id"]) is { } task ? $"{array}_{task}" : array;
            }
        }

        return null;
    }

    private static string? Number(SacredValue? value) => value switch
    {
        SacredInteger number => number.Value.ToString(CultureInfo.InvariantCulture),
        SacredText text when text.Value.Length is > 0 and < 20 && text.Value.All(char.IsAsciiDigit) => text.Value,
        _ => null,
    };

    // A run that was resumed still has the end of its last attempt.
    private static bool IsOfEarlierStart(SacredObject run) =>
        run["status"] is SacredText { Value: RunStatus.Running }
        && StoredTime.Read(run["stop_time"]) is { } stopped
        && StoredTime.Read(run["start_time"]) is { } started
        && stopped < started;

    // Of a run that was killed: the end of its log, whose last line says most.
    private static SacredList Lines(string text) => new(
        [.. text.Split('\n').SkipLast(text.EndsWith('\n') ? 1 : 0).Select(line => new SacredText(line + '\n'))]);

    private static SacredObject Without(SacredObject tree, params string[] keys) =>
        tree.Members.Any(member => keys.Contains(member.Key))
            ? new SacredObject([.. tree.Members.Where(member => !keys.Contains(member.Key))])
            : tree;
}
