using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web;

/// <summary>Runs that lie in a directory, with logs of TensorBoard.</summary>
public sealed class SecretRoutesTests(SecretRoutesTests.Storage storage) : SecretRoutesContract, IClassFixture<SecretRoutesTests.Storage>
{
    protected override Board Board => storage.Board;

    protected override bool HasLogs => true;

    public sealed class Storage : FolderBoard
    {
        public Storage()
        {
            Folder.Copy(TestFiles.Path("secrets", "logs"), "logs/secrets");
            foreach (var run in new[] { "1", "2" })
            {
                Folder.Write(run, "run.json", SecretRuns.Run);
                Folder.Write(run, "config.json", SecretRuns.Config(run));
                Folder.Write(run, "info.json", SecretRuns.Info);
                Folder.Write(
                    run,
                    "metrics.json",
                    """{"openmarker": {"steps": [0, 1], "values": [1.5, 2.5], "timestamps": ["2026-01-01T10:00:01.000000", "2026-01-01T10:00:02.000000"]}, "token=hunter2/loss": {"steps": [0], "values": [3.5], "timestamps": ["2026-01-01T10:00:01.000000"]}}""");
                Folder.Write(run, "cout.txt", SecretRuns.Output);
                Folder.Write(run, "openmarker.txt", "openmarker");
            }
        }
    }
}
