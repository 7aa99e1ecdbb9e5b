using System.Text;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Runs;

/// <summary>The trees of a run that may be as large as a document can be, and that many pages do not show.</summary>
[Flags]
public enum RunTrees
{
    None = 0,
    Config = 1,
    Info = 2,
    Host = 4,

    /// <summary>See <see cref="Run.Others"/>.</summary>
    Others = 8,
    All = Config | Info | Host | Others,
}

/// <summary>
/// What is read of a run: of the trees that are not asked for only the named members at their root, so that a large one is not decoded for
/// a page that does not show it. A store may read more.
/// </summary>
/// <param name="Trees">What is read whole. Result, meta and experiment always are.</param>
/// <param name="Members">Keys at the root of config and info that are read in any case.</param>
public sealed record RunParts(RunTrees Trees, params IReadOnlyCollection<string> Members)
{
    public static readonly RunParts All = new(RunTrees.All);

    /// <summary>Of a longer key a page asks nothing; in UTF-8 bytes.</summary>
    private const int MaxMemberLength = 256;

    // Fields at the root of a stored run that are always read, in all versions of Sacred; the last line is SEML's.
    private static readonly HashSet<string> AlwaysRead =
    [
        "_id", "format", "experiment", "result", "meta", "fail_trace", .. StoredNames.Properties, .. StoredNames.Others,
        "experiment_info", "host_info", "name",
        "seml", "batch_id", "config_hash", "git", "slurm", "execution", "stats",
    ];

    // The last two are what a summary takes from these trees.
    private readonly HashSet<string> _members = [.. Members, "tags", "hostname"];

    /// <summary>The same with further members.</summary>
    public RunParts With(IReadOnlyCollection<string> members) => members.Count == 0 ? this : new(Trees, [.. Members, .. members]);

    /// <summary>Whether a field at the root of the stored run is read whole.</summary>
    internal bool IsWhole(string field) => TreeOf(field) is var tree && (Trees & tree) == tree;

    /// <summary>Whether this member is read of a field that is not read whole.</summary>
    internal bool Keeps(string field, string member) => TreeOf(field) != RunTrees.Others && _members.Contains(member);

    /// <summary>The same for a name in UTF-8, of which there may be millions.</summary>
    internal bool Keeps(string field, ReadOnlySpan<byte> member)
    {
        Span<char> name = stackalloc char[MaxMemberLength];
        return member.Length <= name.Length && TreeOf(field) != RunTrees.Others
            && _members.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name[..Encoding.UTF8.GetChars(member, name)]);
    }

    /// <summary>The stored run with only what is to be read of it.</summary>
    internal SacredObject Of(SacredObject run) => Trees == RunTrees.All ? run : new([
        .. run.Members.Where(field => IsWhole(field.Key) || field.Value is SacredObject)
            .Select(field => IsWhole(field.Key) ? field
                : KeyValuePair.Create<string, SacredValue>(field.Key, Of(field.Key, (SacredObject)field.Value)))]);

    private SacredObject Of(string field, SacredObject tree) => new([.. tree.Members.Where(member => Keeps(field, member.Key))]);

    private static RunTrees TreeOf(string field) => field switch
    {
        "config" => RunTrees.Config,
        "info" => RunTrees.Info,
        "host" => RunTrees.Host,
        _ => AlwaysRead.Contains(field) ? RunTrees.None : RunTrees.Others,
    };
}
