using Sacredboard.Data.Stores;
using Sacredboard.Web.Hosting;
using Sacredboard.Web.Models.Errors;

namespace Sacredboard.Tests.Web.Models;

public sealed class ErrorViewModelTests
{
    private static readonly DateTimeOffset Since = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_fault_of_ours_says_which_request_it_was_and_nothing_of_the_code()
    {
        var error = ErrorViewModel.Create(500, new InvalidOperationException("at Sacredboard.Secret.Place"), Since, "request-1");

        Assert.Equal("request-1", error.RequestId);
        Assert.Null(error.Since);
        Assert.DoesNotContain("Secret", error.Title + error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unreachable_storage_is_reported_with_reason_and_time()
    {
        var error = ErrorViewModel.Create(
            503,
            new RunStoreException(RunStoreProblem.Unreachable, "The server does not answer."),
            Since,
            "request-1");

        Assert.Equal("The server does not answer.", error.Detail);
        Assert.Equal(Since, error.Since);
        Assert.Null(error.RequestId);
    }

    [Fact]
    public void A_reading_that_must_wait_says_so_and_when_to_try_again()
    {
        var error = ErrorViewModel.Create(503, new RunStoreException(RunStoreProblem.Busy, "Try again."), Since, "request-1");

        Assert.Equal((TimeSpan.FromSeconds(5), null), (error.RetryAfter, error.Since));
        Assert.DoesNotContain("storage", error.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_right_is_not_a_storage_that_does_not_answer()
    {
        var error = ErrorViewModel.Create(503, new RunStoreException(RunStoreProblem.Refused, "No right."), null, "request-1");

        Assert.Equal(("Sacredboard may not read this", "No right."), (error.Title, error.Detail));
    }

    [Theory]
    [InlineData(RunStoreProblem.Unreachable, 503)]
    [InlineData(RunStoreProblem.Refused, 503)]
    [InlineData(RunStoreProblem.Unreadable, 502)]
    [InlineData(RunStoreProblem.Busy, 503)]
    [InlineData(RunStoreProblem.TooLarge, 413)]
    public void What_a_store_cannot_say_is_never_a_fault_of_ours(RunStoreProblem problem, int status) =>
        Assert.Equal(status, Errors.StatusOf(new RunStoreException(problem, "")));

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(413)]
    [InlineData(418)]
    [InlineData(502)]
    public void Every_status_has_words(int status)
    {
        var error = ErrorViewModel.Create(status, null, null, "request-1");

        Assert.Equal(status, error.Status);
        Assert.NotEmpty(error.Title);
        Assert.NotEmpty(error.Detail);
    }
}
