using Sacredboard.Data.Runs;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Lineage;
using Sacredboard.Web.Models.RunPage;

namespace Sacredboard.Web.RunPage;

/// <summary>Finds the runs that a run shares files with.</summary>
internal static class RunLineages
{
    private const int MaxFiles = 20;
    private const int MaxRuns = 6;

    /// <summary>How long a page waits for files that must be hashed; they are hashed further in the background.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    public static async Task<RunLineage> OfAsync(RunPageData data, LineageIndex index, CancellationToken cancellationToken)
    {
        var id = data.Request.Id;
        var started = data.Run.Summary.Started;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var isPending = false;
        IReadOnlyList<RunFileViewModel> resources =
        [
            .. data.Files.Where(file => file.File is { Kind: RunFileKind.Resource, Md5: not null }).DistinctBy(file => file.File.Md5)
                .Take(MaxFiles),
        ];
        IReadOnlyList<RunFileViewModel> artifacts = [.. data.Files.Where(file => file.File.Kind == RunFileKind.Artifact).Take(MaxFiles)];
        IReadOnlyList<RunFileViewModel> sources =
        [
            .. data.Files.Where(file => file.File is { Kind: RunFileKind.Source, Md5: not null }).DistinctBy(file => file.File.Md5)
                .Take(MaxFiles),
        ];
        if (resources.Count + artifacts.Count + sources.Count == 0)
        {
            return new([], []);
        }

        index.Renew();
        var (inputs, outputs) = (new List<LineageFile>(), new List<LineageFile>());
        foreach (var file in resources)
        {
            var makers = await OrPendingAsync<IReadOnlyList<RunId>>(
                async () => await index.MakersOfAsync(file.File, started, patience.Token));
            Add(inputs, file, makers ?? [], index.UsersOf(file.File.Md5!), index.SourcesOf(file.File.Md5!));
        }

        foreach (var file in sources)
        {
            // That others have the same code says nothing.
            if (index.KnownMakersOf(file.File.Md5!, started) is { Count: > 0 } makers)
            {
                Add(inputs, file, makers, [], []);
            }
        }

        foreach (var file in artifacts.Where(file => index.MayBeUsed(file.File) || file.File.Md5 is not null))
        {
            if (await OrPendingAsync(() => index.Md5OfAsync(id, file.File, patience.Token)) is { } md5)
            {
                Add(outputs, file, [], index.UsersOf(md5), index.SourcesOf(md5));
            }
        }

        var (known, total) = index.Progress;
        return new(inputs, outputs)
        {
            Progress = !index.IsComplete ? $"{NumberText.Count(known)} of {NumberText.Count(total)} runs are looked at"
                : isPending ? "some files are still being read"
                : null,
        };

        async Task<T?> OrPendingAsync<T>(Func<Task<T?>> reading)
            where T : class
        {
            try
            {
                return await reading();
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                isPending = true;
                return null;
            }
        }

        void Add(
            List<LineageFile> files,
            RunFileViewModel file,
            IReadOnlyList<RunId> makers,
            IReadOnlyList<RunId> users,
            IReadOnlyList<RunId> codes)
        {
            var found = new LineageFile(file, Runs(makers), Runs(users), Runs(codes));
            if (found.Makers.Count + found.Users.Count + found.Sources.Count > 0)
            {
                files.Add(found);
            }
        }

        LineageRuns Runs(IReadOnlyList<RunId> runs)
        {
            var others = runs.Where(run => run != id).ToList();
            return new([.. others.Take(MaxRuns).Select(Run)], others.Count);
        }

        LineageRun Run(RunId run) => new(
            Ellipsis.Middle(ValueText.Visible(run.ToString()), 20),
            ValueText.Visible(data.Request.Source.Catalog.Snapshot.Find(run)?.Experiment ?? ""),
            data.Request.Pages.Run(run));
    }
}
