using System.Net;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.RunPage;

/// <summary>The config of a run, to be given back to Sacred.</summary>
public sealed class RunConfigTests(RunConfigTests.Storage storage) : IClassFixture<RunConfigTests.Storage>, IDisposable
{
    private readonly RunPageClient _pages = new(storage.Board, Board.Source);

    [Theory]
    [InlineData("json", """
        {
          "lr": NaN,
          "layers": {
            "py/tuple": [
              64,
              10
            ]
          },
          "tags": [
            "a",
            "1",
            "yes"
          ],
          "db": {
            "password": "***"
          },
          "empty": {},
          "eps": 1E-05
        }

        """)]
    [InlineData("yaml", """
        lr: .nan
        layers: [64, 10]
        tags: [a, "1", "yes"]
        db:
          password: "***"
        empty: {}
        eps: 1.0e-05

        """)]
    [InlineData("py", """
        config_updates = {
            "lr": float("nan"),
            "layers": (64, 10),
            "tags": ["a", "1", "yes"],
            "db": {"password": "***"},
            "empty": {},
            "eps": 1e-5,
        }

        """)]
    [InlineData("sh", """
        python main.py train with lr=nan 'layers=(64, 10)' 'tags=['\''a'\'', '\''1'\'', '\''yes'\'']' 'db.password='\''***'\''' 'empty={}' eps=1e-05

        """)]
    public async Task The_whole_config_can_be_copied_in_other_languages(string ending, string text)
    {
        var link = (await _pages.ReadAsync("1/config")).QuerySelector($"[data-copy-from][href$='.{ending}']")!.GetAttribute("href")!;
        using var answer = await _pages.SendAsync(link);

        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            text.ReplaceLineEndings("\n"), (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("2/config.json")]
    [InlineData("2/config.yaml")]
    [InlineData("2/config.py")]
    [InlineData("2/config.sh")]
    public async Task There_is_no_config_of_no_run(string path)
    {
        using var answer = await _pages.SendAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    public void Dispose() => _pages.Dispose();

    public sealed class Storage : FolderBoard
    {
        public Storage()
        {
            Folder.WriteOld("1", "run.json", """{"status": "COMPLETED", "command": "train", "experiment": {"mainfile": "main.py"}}""");
            Folder.WriteOld("1", "config.json", """
                {
                  "__doc__": "How it learns.", "lr": NaN, "layers": {"py/tuple": [64, 10]}, "tags": ["a", "1", "yes"],
                  "db": {"__doc__": "x", "password": "hunter2"}, "empty": {}, "eps": 1e-05
                }
                """);
        }
    }
}
