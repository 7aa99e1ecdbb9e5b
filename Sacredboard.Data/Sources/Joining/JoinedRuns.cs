using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Sources.Joining;

/// <summary>The runs of several sources together.</summary>
/// <param name="members">The sources at this moment.</param>
public sealed class JoinedRuns(Func<IReadOnlyList<JoinedMember>> members)
{
    /// <summary>The member that a run belongs to, and its id there; null when there is none.</summary>
    public (JoinedMember Member, RunId Own)? Split(RunId id) => JoinedMember.Split(members(), id);

    /// <summary>The source of these runs. Its catalog repeats what those of the members hold.</summary>
    public RunSource Open(RunSourceOptions options, StoreContext context) =>
        new(new JoinedRunStore(members, context.Time), options, context);
}
