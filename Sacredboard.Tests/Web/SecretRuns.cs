namespace Sacredboard.Tests.Web;

/// <summary>Two runs with a secret in each of their parts, beside what is none.</summary>
internal static class SecretRuns
{
    public const string Secret = "hunter2";

    /// <summary>Stands beside each secret, where it is none.</summary>
    public const string Shown = "openmarker";

    public const string Run = """
        {
          "status": "FAILED", "command": "main", "start_time": "2026-01-01T10:00:00.000000", "stop_time": "2026-01-01T10:01:00.000000",
          "heartbeat": "2026-01-01T10:01:00.000000", "result": "openmarker https://me:hunter2@files.example.org/",
          "artifacts": ["openmarker.txt"], "resources": [],
          "fail_trace": ["Traceback (most recent call last):\n", "OSError: openmarker cannot reach ftp://me:hunter2@files.example.org\n"],
          "omniboard": {"notes": "openmarker, password=hunter2", "tags": ["secret=hunter2"]},
          "experiment": {
            "name": "openmarker password=hunter2", "base_dir": "/openmarker", "mainfile": "main.py", "sources": [], "dependencies": ["openmarker==1.0"],
            "repositories": [{"url": "https://me:hunter2@git.example.org/openmarker.git", "commit": "0123456789abcdef", "dirty": false}]
          },
          "host": {"hostname": "openmarker", "os": ["Linux", "Linux"], "python_version": "3.11", "ENV": {"API_KEY": "hunter2", "HOME": "openmarker"}},
          "meta": {
            "command": "main", "comment": "openmarker https://me:hunter2@wiki.example.org/x, token_password=hunter2", "named_configs": [],
            "config_updates": {"db": {"password": "hunter2"}},
            "options": {"--sql": "postgresql://me:hunter2@db/sacred", "--mongo_db": "me:hunter2@db:27017/sacred", "UPDATE": ["db.password=hunter2"]}
          }
        }
        """;

    public const string Info = """
        {
          "plain": "openmarker", "upload": "https://me:hunter2@files.example.org/",
          "tensorflow": {"logdirs": ["/openmarker/password=hunter2/logs", "logs/secrets"] }
        }
        """;

    /// <summary>What was printed is masked by shape alone.</summary>
    public const string Output = "openmarker Authorization: Bearer hunter2hunter2 https://me:hunter2@files.example.org/\n";

    public static string Config(string run) => $$"""
        {
          "plain": "openmarker{{run}}", "tags": ["openmarker", "api_key=hunter2"],
          "db": {"password": "hunter2{{run}}", "passwd": {"py/tuple": ["hunter2"]}, "url": "mysql://me:hunter2@db/openmarker"}
        }
        """;
}
