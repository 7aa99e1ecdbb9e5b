using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Sources.Joining;

/// <summary>One of the sources whose runs are shown together.</summary>
/// <param name="Name">Its name, without a colon.</param>
/// <param name="Source">The source, which others open and end.</param>
/// <param name="Want">Lets its runs be read, if they are not yet.</param>
public sealed record JoinedMember(string Name, RunSource Source, Action Want)
{
    private const char Separator = ':';

    /// <summary>
    /// The id of a run among those of all members: the name, a colon, and the id as one reads it (<c>lab:8m/qmix/1</c>), or as it stands
    /// in URLs where that would be taken for another one.
    /// </summary>
    public RunId Join(RunId own) => RunId.Of(
        Name + Separator + (own.Kind == RunIdKind.Text && Parse(own.Text) == own ? own.Text : own.ToSegment(Source.Info.IdsAreText)));

    /// <summary>The member and the id there of such an id; null for any other.</summary>
    public static (JoinedMember Member, RunId Own)? Split(IReadOnlyList<JoinedMember> members, RunId joined)
    {
        var colon = joined.Kind == RunIdKind.Text ? joined.Text.IndexOf(Separator, StringComparison.Ordinal) : -1;
        return colon > 0
            && members.FirstOrDefault(member => joined.Text.AsSpan(0, colon).SequenceEqual(member.Name)) is { } member
            && member.Parse(joined.Text[(colon + 1)..]) is { } own
                ? (member, own)
                : null;
    }

    // Segments that stand for something else than text begin with a tilde or are numbers.
    private RunId? Parse(string written) =>
        RunId.TryParse(written, Source.Info.IdsAreText, out var id) && (id.Kind != RunIdKind.Text || written.StartsWith('~')) ? id
        : written.StartsWith('~') ? null
        : RunId.Of(written);
}
