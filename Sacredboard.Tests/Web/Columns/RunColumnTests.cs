using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Web.Columns;

namespace Sacredboard.Tests.Web.Columns;

public sealed class RunColumnTests
{
    [Fact]
    public void An_open_page_keeps_its_columns_and_gets_new_ones_behind_them_up_to_a_limit()
    {
        RunField[] shown = [OwnFields.Started.Field, .. Keys("old", 14)];
        ColumnSpec[] now = [.. Keys("new", 5).Concat([OwnFields.Started.Field, OwnFields.Result.Field]).Select(field => new ColumnSpec(field))];

        Assert.Equal(
            [.. shown, OwnFields.Result.Field, .. Keys("new", 2)],
            RunColumn.Extend(shown, now).Select(column => column.Field));
        Assert.Equal([.. Keys("old", 20), OwnFields.Started.Field, OwnFields.Result.Field], RunColumn.Extend(Keys("old", 20), now).Select(column => column.Field));
    }

    private static RunField[] Keys(string name, int count) => [.. Enumerable.Range(1, count).Select(i => RunField.Config($"{name}{i}"))];
}
