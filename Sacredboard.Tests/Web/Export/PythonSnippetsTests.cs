using Sacredboard.Data.Queries.MongoFilters;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.TablePage;
using Sacredboard.Web.Export;

namespace Sacredboard.Tests.Web.Export;

public sealed class PythonSnippetsTests(SamplesBoard samples)
{
    [Fact]
    public void A_query_of_a_database_is_a_script()
    {
        var filter = new MongoFilter(
            TestRuns.Object(
                ("status", "FAILED"),
                ("start_time", TestRuns.Object(("$gt", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc))))),
            [("result", true), ("_id", false)],
            ["MongoDB puts runs without a value first"]);

        Assert.Equal(
            """
            import datetime
            import pymongo

            client = pymongo.MongoClient("mongodb://db.example.org:27017")  # with your user and password, if it asks for them
            runs = client["sacred"]["default.runs"]
            # MongoDB puts runs without a value first
            query = {
                "status": "FAILED",
                "start_time": {"$gt": datetime.datetime(2026, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)},
            }
            for run in runs.find(query).sort([["result", -1], ["_id", 1]]):
                print(run["_id"], run.get("result"))

            """,
            PythonSnippets.Pymongo(Of("mongodb://me:hunter2@db.example.org/sacred", "default.runs"), filter),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_remark_cannot_leave_its_line()
    {
        var script = PythonSnippets.Pymongo(
            Of("mongodb://db/sacred"),
            new(SacredObject.Empty, [], ["Left out: \"a\nimport os\r\u2028x\" = 1"]));

        Assert.Contains("# Left out: \"a import os  x\" = 1\nquery = {}\nfor run in runs.find(query):\n", script, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_has_to_be_looked_up_stays_one() =>
        Assert.Contains(
            "client = pymongo.MongoClient(\"mongodb+srv://cluster.example.org\")  #",
            PythonSnippets.Pymongo(Of("mongodb+srv://me:hunter2@cluster.example.org/sacred"), new(SacredObject.Empty, [], [])),
            StringComparison.Ordinal);

    [Fact]
    public void A_notebook_reads_the_CSV()
    {
        var (before, after) = PythonSnippets.Pandas("/lab/runs.csv?q=lr%20%3C%201&columns=started", ["Started"]);

        Assert.Equal("import pandas as pd\n\nruns = pd.read_csv(\"", before);
        Assert.Equal("/lab/runs.csv?q=lr%20%3C%201&columns=started\", parse_dates=[\"Started\"])\n", after);
    }

    [Fact]
    public async Task Runs_in_a_directory_have_lines_for_pandas_alone()
    {
        var page = await RunTablePage.GetAsync(samples.Board, "samples/runs?q=%22%3C%2Fpre%3E%22&columns=started");

        Assert.Equal(
            $"import pandas as pd\n\nruns = "
                + $"pd.read_csv(\"{samples.Address.GetLeftPart(UriPartial.Authority)}/samples/runs.csv?q=%22%3C%2Fpre%3E%22&columns=started\", parse_dates=[\"Started\"])\n",
            page.Document.QuerySelector("#pandas")!.TextContent);
        Assert.Null(page.Document.QuerySelector("#pymongo"));
    }

    private static StorePlace Of(string url, string collection = "runs")
    {
        Assert.True(MongoPlace.TryParse(url, null, out var place, out _));
        return MongoRunStore.InfoOf(place.WithCollection(collection)).Place;
    }
}
