using Sacredboard.Data.State;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.State;

public sealed class ViewStoreTests : StateTest
{
    [Fact]
    public async Task A_view_is_kept_with_all_that_belongs_to_it()
    {
        var saved = await SaveAsync("Best digits runs", "q=lr+%3C+0.1&sort=-result", "ada");
        var view = Assert.Single(await Views.ListAsync("LAB", "ada", Token));

        Assert.Equal(saved, view);
        Assert.Equal(
            ("lab", "ada", "Best digits runs", "q=lr+%3C+0.1&sort=-result", false),
            (view.Source, view.Owner, view.Name, view.Query, view.IsDefault));
        Assert.Equal((TestRuns.Epoch, TestRuns.Epoch), (view.Created.UtcDateTime, view.Updated.UtcDateTime));
    }

    [Fact]
    public async Task A_view_can_be_changed_renamed_and_deleted()
    {
        var view = await SaveAsync("one");
        Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("q=y", (await Views.UpdateAsync("lab", view.Id, null, "q=y", Token)).View!.Query);
        var renamed = (await Views.RenameAsync("lab", view.Id, null, "two", Token)).View!;
        Assert.Equal(view with { Name = "two", Query = "q=y", Updated = view.Updated.AddHours(1) }, renamed);
        Assert.Equal(renamed, (await Views.DeleteAsync("lab", view.Id, null, Token)).View);
        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task One_view_at_most_is_the_default_of_a_source()
    {
        var (one, two) = (await SaveAsync("one"), await SaveAsync("two"));
        var other = await SaveAsync("elsewhere", source: "other");
        await Views.SetDefaultAsync("other", other.Id, null, true, Token);

        await Views.SetDefaultAsync("lab", one.Id, null, true, Token);
        await Views.SetDefaultAsync("lab", two.Id, null, true, Token);

        Assert.Equal("two", (await Views.FindDefaultAsync("lab", null, Token))!.Name);
        Assert.Equal("elsewhere", (await Views.FindDefaultAsync("other", null, Token))!.Name);
        await Views.SetDefaultAsync("lab", two.Id, null, false, Token);
        Assert.Null(await Views.FindDefaultAsync("lab", null, Token));
        Assert.Null(await Views.FindDefaultAsync("lab", "ada", Token));
    }

    [Fact]
    public async Task Others_see_a_view_but_cannot_change_it()
    {
        var view = await SaveAsync("mine", owner: "ada");

        Assert.Equal(["mine"], await NamesAsync("grace"));
        Assert.Equal(ViewProblem.NoSuchView, (await Views.UpdateAsync("lab", view.Id, "grace", "q=z", Token)).Problem);
        Assert.Equal(ViewProblem.NoSuchView, (await Views.RenameAsync("lab", view.Id, "grace", "hers", Token)).Problem);
        Assert.Equal(ViewProblem.NoSuchView, (await Views.DeleteAsync("lab", view.Id, "grace", Token)).Problem);
        Assert.Equal(ViewProblem.NoSuchView, (await Views.SetDefaultAsync("lab", view.Id, "grace", true, Token)).Problem);
        Assert.Equal(ViewProblem.NoSuchView, (await Views.DeleteAsync("lab", view.Id, null, Token)).Problem);
        Assert.Equal(view, Assert.Single(await Views.ListAsync("lab", "ada", Token)));
        Assert.False(view.MayBeChangedBy("grace"));
    }

    [Fact]
    public async Task Ones_own_views_come_first_and_each_person_has_a_default()
    {
        await SaveAsync("b", owner: "ada");
        await SaveAsync("a", owner: "grace");
        var mine = await SaveAsync("c", owner: "grace");
        await Views.SetDefaultAsync("lab", mine.Id, "grace", true, Token);

        Assert.Equal(["a", "c", "b"], await NamesAsync("grace"));
        Assert.Equal(["b", "a", "c"], await NamesAsync("ada"));
        Assert.Null(await Views.FindDefaultAsync("lab", "ada", Token));
    }

    [Fact]
    public async Task A_name_is_taken_only_once_by_one_person_for_one_source()
    {
        var one = await SaveAsync("Best");
        var two = await SaveAsync("Other");

        Assert.Equal(ViewProblem.NameTaken, (await Views.CreateAsync("lab", null, "best", "", "here", Token)).Problem);
        Assert.Equal(ViewProblem.NameTaken, (await Views.RenameAsync("lab", two.Id, null, "BEST", Token)).Problem);
        Assert.Equal(ViewProblem.None, (await Views.RenameAsync("lab", one.Id, null, "BEST", Token)).Problem);
        await SaveAsync("Best", source: "other");
        await SaveAsync("Best", owner: "ada");
        Assert.Equal(["BEST", "Other", "Best"], await NamesAsync());
    }

    [Theory]
    [InlineData("'; DROP TABLE views; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("näive 🚀 ‮")]
    public async Task Any_text_is_a_name(string name)
    {
        await SaveAsync(name, query: "q=" + name);

        Assert.Equal([name], await NamesAsync());
    }

    [Fact]
    public async Task A_view_of_another_source_or_of_none_is_not_there()
    {
        var view = await SaveAsync("one");

        Assert.Equal(ViewProblem.NoSuchView, (await Views.DeleteAsync("other", view.Id, null, Token)).Problem);
        Assert.Equal(ViewProblem.NoSuchView, (await Views.UpdateAsync("lab", view.Id + 1, null, "", Token)).Problem);
    }

    [Fact]
    public async Task The_number_of_a_deleted_view_is_never_given_again()
    {
        var first = await SaveAsync("one");
        await Views.DeleteAsync("lab", first.Id, null, Token);

        Assert.True((await SaveAsync("two")).Id > first.Id);
    }

    [Fact]
    public async Task There_is_an_end_to_how_many_one_person_saves()
    {
        for (var i = 0; i < 500; i++)
        {
            await SaveAsync($"view {i}", owner: "ada");
        }

        Assert.Equal(ViewProblem.TooMany, (await Views.CreateAsync("lab", "ada", "one more", "", "here", Token)).Problem);
        Assert.Equal(ViewProblem.None, (await Views.CreateAsync("lab", "grace", "first", "", "here", Token)).Problem);
    }

    [Fact]
    public async Task Without_sign_in_nobody_takes_more_than_half_of_the_room_that_the_others_leave()
    {
        Assert.Equal(250, await FillAsync("one"));
        Assert.Equal(125, await FillAsync("two"));
        Assert.Equal(62, await FillAsync("three"));
        Assert.Equal(0, await FillAsync("one"));
        Assert.Equal(ViewProblem.None, (await CreateAsync("four", 0)).Problem);

        async Task<int> FillAsync(string maker)
        {
            for (var i = 0; ; i++)
            {
                var result = await CreateAsync(maker, i);
                if (result.View is null)
                {
                    Assert.Equal(ViewProblem.TooManyOfOne, result.Problem);
                    return i;
                }
            }
        }

        Task<SavedViewResult> CreateAsync(string maker, int i) =>
            Views.CreateAsync("lab", null, $"{maker} {i} {Guid.NewGuid()}", "", maker, Token);
    }
}
