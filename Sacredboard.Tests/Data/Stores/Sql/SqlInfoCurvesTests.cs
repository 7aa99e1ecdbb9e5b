using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Support.Sql;

namespace Sacredboard.Tests.Data.Stores.Sql;

/// <summary>An info is the same text in a column as in a file.</summary>
public sealed class SqlInfoCurvesTests : InfoCurvesContract, IDisposable
{
    private readonly SqliteTestFile _file = new();

    protected override RunId First => RunId.Of("1");

    protected override RunId Second => RunId.Of("2");

    public void Dispose() => _file.Dispose();

    protected override async Task<IRunStore> OpenAsync()
    {
        await _file.Database.RunAsync(
            "DELETE FROM run; INSERT INTO run (run_id, status, info) VALUES ('1', 'COMPLETED', @p0), ('2', 'COMPLETED', NULL)",
            await File.ReadAllTextAsync(TestFiles.Path("info", "runs", "1", "info.json"), TestContext.Current.CancellationToken));
        return _file.Database.OpenStore();
    }
}
