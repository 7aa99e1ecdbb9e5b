using System.Net;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web;

/// <summary>Secrets that Sacred records must not appear on any page.</summary>
public sealed class SecretsTests(SecretsTests.Storage storage) : IClassFixture<SecretsTests.Storage>
{
    private const string Secret = "hunter2";

    [Theory]
    [InlineData("lab/runs")]
    [InlineData("lab/runs?columns=db.password,db.url,info.upload,host.ENV.WANDB_API_KEY,meta.options,comment,failure,tags")]
    [InlineData("lab/runs?open=1")]
    [InlineData("lab/runs?group=db.password,db.url,comment,failure&columns=db.password,experiment")]
    [InlineData("lab/runs.csv?columns=experiment,db.password,db.url,comment,failure,tags,meta.options")]
    [InlineData("lab/runs.json?columns=experiment,db.password,db.url,comment,failure,tags,meta.options")]
    [InlineData("lab/columns?find=password", "db.password")]
    [InlineData("lab/runs/1")]
    [InlineData("lab/runs/1/config")]
    [InlineData("lab/runs/1/environment")]
    [InlineData("lab/runs/1/info")]
    [InlineData("api/v1/lab/runs?columns=db.password,db.url,info.upload,host.ENV.WANDB_API_KEY,meta.options")]
    [InlineData("api/v1/lab/runs/1")]
    [InlineData("api/v1/lab/runs/1?decoded=true")]
    [InlineData("api/v1/lab/groups?group=experiment,db.password,db.url&columns=comment")]
    public async Task No_page_and_no_answer_holds_a_password(string path, string shown = "secrets")
    {
        using var client = new HttpClient { BaseAddress = storage.Board.Address };
        await storage.Board.LoadedAsync();

        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(shown, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hunter2", 0)]
    [InlineData("meta.options.\"--mongo_db\" ~ \"me:h\"", 0)]
    [InlineData("db.password > a", 0)]
    [InlineData("db.password = \"***\" comment contains \"me:***@wiki\"", 1)]
    public async Task No_query_finds_masked_values(string query, int matched)
    {
        using var client = new HttpClient { BaseAddress = storage.Board.Address };
        await storage.Board.LoadedAsync();

        var text = await client.GetStringAsync($"api/v1/lab/runs?q={Uri.EscapeDataString(query)}", TestContext.Current.CancellationToken);

        Assert.Contains($"\"matched\":{matched},", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_answer_says_the_password_of_the_database()
    {
        await using var board = Board.OnMongo($"mongodb://me:{Secret}@127.0.0.1:1/sacred?serverSelectionTimeoutMS=100");
        using var client = new HttpClient { BaseAddress = board.Address };

        foreach (var path in new[] { "lab/runs", "lab/runs/1", "api/v1/sources", "api/v1/lab/runs/1", "readyz" })
        {
            using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(
                Secret,
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        }
    }

    public sealed class Storage : FolderBoard
    {
        public Storage()
        {
            Folder.Write("1", "run.json", """
                {
                  "status": "FAILED", "command": "main", "start_time": "2026-01-01T10:00:00.000000", "stop_time": "2026-01-01T10:01:00.000000",
                  "heartbeat": "2026-01-01T10:01:00.000000", "result": null, "artifacts": [], "resources": [], "captured_out": "",
                  "fail_trace": ["Traceback (most recent call last):\n", "OSError: cannot reach ftp://me:hunter2@files.example.org\n"],
                  "experiment": {
                    "name": "secrets", "base_dir": "/x", "mainfile": "main.py", "sources": [], "dependencies": [],
                    "repositories": [{"url": "https://me:hunter2@git.example.org/code.git", "commit": "0123456789abcdef", "dirty": false}]
                  },
                  "host": {"hostname": "lab-01", "os": ["Linux", "Linux"], "python_version": "3.11", "cpu": null, "ENV": {"WANDB_API_KEY": "hunter2", "USER": "me"}},
                  "meta": {
                    "command": "main", "comment": "from https://me:hunter2@wiki.example.org/x, token_password=hunter2", "config_updates": {"db": {"password": "hunter2"}}, "named_configs": [],
                    "options": {
                      "--sql": "postgresql://me:hunter2@db/sacred", "--mongo_db": "mongodb://me:hunter2@db:27017/sacred", "--name": "secrets",
                      "UPDATE": ["db.password=hunter2", "lr=0.1"], "with": true
                    }
                  }
                }
                """);
            Folder.Write(
                "1",
                "config.json",
                """{"lr": 0.1, "seed": 1, "tags": ["secrets", "api_key=hunter2"], "db": {"password": "hunter2", "passwd": {"py/tuple": ["hunter2"]}, "url": "mysql://me:hunter2@db/x"}}""");
            Folder.Write("1", "info.json", """{"upload": "https://me:hunter2@files.example.org/"}""");
        }
    }
}
