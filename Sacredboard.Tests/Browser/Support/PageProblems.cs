using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Sacredboard.Tests.Browser.Support;

/// <summary>
/// Problems in a browser that are not visible on the page: any message on the console, exceptions of scripts, failed requests,
/// answers of 500, requests to other hosts, and violations of the content security policy.
/// </summary>
public sealed class PageProblems
{
    private const string ReportViolations = """
        addEventListener('securitypolicyviolation', event =>
          window.reportProblem?.(`CSP ${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`))
        """;

    private readonly ConcurrentQueue<string> _found = new();
    private readonly ConcurrentBag<string> _expected = [];

    // A test's board ends before its pages are closed, so requests in between fail without a fault of the page.
    private const string BoardHasEnded = "net::ERR_CONNECTION_REFUSED";

    // htmx logs this for a request that the page aborted; for one that failed it also logs htmx:sendError.
    private static readonly string[] AbortedRequests = ["console error: htmx:sendAbort,", "console error: htmx:afterRequest,"];

    public IEnumerable<string> Found => _found.Where(problem =>
        !Array.Exists(AbortedRequests, problem.StartsWith)
            && !problem.Contains(BoardHasEnded, StringComparison.Ordinal)
            && !_expected.Any(part => problem.Contains(part, StringComparison.Ordinal)));

    /// <summary>Ignores problems with this text, because the test causes them (a missing page, a stopped server).</summary>
    public void Expect(string part) => _expected.Add(part);

    public async Task WatchAsync(IBrowserContext context, bool withScripts)
    {
        context.Console += (_, message) => _found.Enqueue($"console {message.Type}: {message.Text} ({message.Location})");
        context.WebError += (_, error) => _found.Enqueue($"script error: {error.Error}");
        context.Dialog += (_, dialog) =>
        {
            _found.Enqueue($"a dialog opened: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        context.RequestFailed += (_, request) =>
        {
            // A browser without scripts refuses to load ahead what a page names.
            if (withScripts || request.Failure != "csp" || !request.Url.EndsWith(".js", StringComparison.Ordinal))
            {
                NoteFailure(request);
            }
        };
        context.Response += (_, response) =>
        {
            if (response.Status >= 500)
            {
                _found.Enqueue($"answer {response.Status}: {response.Url}");
            }
        };
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https", IsLoopback: false })
            {
                _found.Enqueue($"request to another host: {request.Url}");
            }
        };

        if (withScripts)
        {
            await context.ExposeFunctionAsync("reportProblem", (string problem) => _found.Enqueue(problem));
            await context.AddInitScriptAsync(ReportViolations);
        }
    }

    // A request that the page aborted (another page, more typing) has not failed.
    private void NoteFailure(IRequest request)
    {
        if (request.Failure is { } failure && !failure.Contains("ERR_ABORTED", StringComparison.Ordinal))
        {
            _found.Enqueue($"failed request: {request.Url} {failure}");
        }
    }
}
