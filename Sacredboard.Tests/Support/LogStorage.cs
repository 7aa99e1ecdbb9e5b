using System.Text.Json;

namespace Sacredboard.Tests.Support;

/// <summary>A FileStorage directory with runs that name TensorBoard logs, which lie in it too. Deleted afterwards.</summary>
public sealed class LogStorage : IDisposable
{
    private readonly StorageFolder _folder = new();

    public string Root => _folder.Root;

    /// <summary>Beside the storage, where no log directory may be opened.</summary>
    public string Outside(string name) => _folder.Outside(name);

    /// <summary>A run whose <c>info.tensorflow.logdirs</c> has these directories.</summary>
    public void Run(string id, params string[] logdirs)
    {
        _folder.WriteOld(
            id,
            "run.json",
            """{"experiment": {"name": "logged", "base_dir": "/nowhere"}, "command": "main", "status": "COMPLETED", "start_time": "2026-01-01T00:00:00", "stop_time": "2026-01-01T00:01:00"}""");
        _folder.WriteOld(id, "config.json", """{"seed": 1}""");
        _folder.WriteOld(id, "info.json", JsonSerializer.Serialize(new { tensorflow = new { logdirs } }));
    }

    /// <summary>Makes a log directory with the scalar <c>loss</c> in it, and says where.</summary>
    public string Logs(string name)
    {
        var directory = Path.Combine(Root, "logs", name);
        Directory.CreateDirectory(directory);
        foreach (var file in Directory.EnumerateFiles(TestFiles.Path("tensorboard", "both_kinds")))
        {
            File.Copy(file, Path.Combine(directory, Path.GetFileName(file)));
        }

        return directory;
    }

    /// <summary>A run with a log directory of its own.</summary>
    /// <returns>The log directory.</returns>
    public string RunWithLogs(string id)
    {
        var logs = Logs(id);
        Run(id, logs);
        return logs;
    }

    public void Dispose() => _folder.Dispose();
}
