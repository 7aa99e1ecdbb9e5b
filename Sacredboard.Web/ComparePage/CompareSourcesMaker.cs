using Sacredboard.Data.Differences;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Files;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Compare;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.RunPage;

namespace Sacredboard.Web.ComparePage;

/// <summary>Makes the tab that compares the source files and commits of two runs.</summary>
internal sealed class CompareSourcesMaker(CompareRequest request, IReadOnlyList<ComparedRun> runs)
{
    // Files with more lines in all than a page can show are only named.
    private const int MaxDiffs = 50;

    private readonly ComparedFiles _files = new(request, runs);
    private readonly ComparedPair _pair = PairChooser.Of(request);

    // Lines that the page still has room for, and files that are still read.
    private int _room = TextDiff.MaxLines;
    private int _diffs;

    public async Task<CompareSources> MakeAsync(CancellationToken cancellationToken)
    {
        if (_pair.Other is not { } other)
        {
            return new(_pair, [], [], []);
        }

        var before = await _files.ListAsync(_pair.Base, RunFileKind.Source, cancellationToken);
        var after = await _files.ListAsync(other, RunFileKind.Source, cancellationToken);
        var files = new List<SourcePair>();
        foreach (var name in before.Keys.Union(after.Keys).Order(NaturalOrder.Comparer))
        {
            files.Add(await CompareAsync(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name), other, cancellationToken));
        }

        var found = await RunsInFull.ReadAsync(request, [_pair.Base, other], RunTrees.None, cancellationToken);
        return new(
            _pair,
            [.. files.OrderBy(file => file.State)],
            Repositories(found.GetValueOrDefault(_pair.Base), found.GetValueOrDefault(other)),
            _files.Notes);
    }

    private async Task<SourcePair> CompareAsync(
        string name, RunFile? before, RunFile? after, int other, CancellationToken cancellationToken)
    {
        var title = name.Length == 0 ? "(no name)" : ValueText.Visible(name);
        var pair = new SourcePair(title, SourceState.Changed, _files.ViewUrl(_pair.Base, before), _files.ViewUrl(other, after));
        if (before is null || after is null)
        {
            return pair with { State = before is null ? SourceState.OnlyInOther : SourceState.OnlyInBase };
        }

        if (before.Md5 is not null && before.Md5 == after.Md5)
        {
            return pair with { State = SourceState.Same };
        }

        if (_diffs++ >= MaxDiffs || _room <= 0)
        {
            return pair with { Note = "Its lines are left out: the page is full." };
        }

        var (here, there) = (
            await _files.ReadAsync(_pair.Base, before, cancellationToken), await _files.ReadAsync(other, after, cancellationToken));
        if (here is null || there is null)
        {
            return pair with { Note = "It is no text, or cannot be read." };
        }

        var diff = TextDiff.Of(TextDiff.Lines(here.Text), TextDiff.Lines(there.Text), _room);
        _room -= diff.Shown;
        return pair with
        {
            State = here == there ? SourceState.Same : SourceState.Changed,
            Diff = diff.IsEmpty ? null : diff,
            Note = here.Cut || there.Cut ? $"Only its first {ByteText.Of(FileText.MaxCompared)} are compared."
                : diff.IsEmpty && here != there ? "Only the line end at its end differs." : null,
        };
    }

    private static IReadOnlyList<RepositoryPair> Repositories(Run? before, Run? after)
    {
        var (here, there) = (GitRevisions.Of(before?.Experiment), GitRevisions.Of(after?.Experiment));
        return
        [
            .. here.Concat(there).Select(revision => revision.Url).Distinct(StringComparer.Ordinal).Select(url =>
            {
                var (first, second) = (
                    here.FirstOrDefault(revision => revision.Url == url), there.FirstOrDefault(revision => revision.Url == url));
                return new RepositoryPair(
                    url, first, second, first is null || second is null ? null : ForgeLink.Compare(url, first.Commit, second.Commit));
            }),
        ];
    }
}
