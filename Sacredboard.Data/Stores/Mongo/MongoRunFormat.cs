using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>Converts run documents of old Sacred versions to the current format.</summary>
internal static class MongoRunFormat
{
    /// <summary>The run in the format of today's Sacred.</summary>
    /// <param name="run">The stored fields.</param>
    /// <param name="collection">The collection of the run.</param>
    public static SacredObject ToCurrent(SacredObject run, string collection) => SemlRun.ToCurrent(OfOldSacred(run), collection);

    /// <summary>Sacred stores UTC, and a format and meta, since 0.7.</summary>
    /// <param name="run">The stored fields.</param>
    public static bool HasLocalTimes(SacredObject run) =>
        run["format"] is null && run["meta"] is null && run[SemlRun.Root] is null && run["start_time"] is SacredDate;

    /// <summary>Sacred 0.5 used other names for two fields and stored the experiment's name beside them. All other fields stay.</summary>
    private static SacredObject OfOldSacred(SacredObject run)
    {
        var experiment = run["experiment"] is null && run["experiment_info"] is { } info ? Named(info, run["name"]) : null;
        var host = run["host"] is null ? run["host_info"] : null;
        if (experiment is null && host is null)
        {
            return run;
        }

        var members = run.Members.Where(member => member.Key is not ("experiment_info" or "host_info" or "name")).ToList();
        if (experiment is not null)
        {
            members.Add(new("experiment", experiment));
        }

        if (host is not null)
        {
            members.Add(new("host", host));
        }

        return new SacredObject(members);
    }

    private static SacredValue Named(SacredValue info, SacredValue? name) =>
        info is SacredObject fields && name is not null && fields["name"] is null
        ? new SacredObject([new("name", name), .. fields.Members])
        : info;
}
