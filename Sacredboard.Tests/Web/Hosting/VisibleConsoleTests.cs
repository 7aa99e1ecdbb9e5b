using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Web.Hosting;

public sealed class VisibleConsoleTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddLogging(logging => logging.AddConsole().AddVisibleConsole())
        .BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Fact]
    public void A_terminal_gets_nothing_to_obey_and_no_line_that_looks_like_another_entry()
    {
        var exception = new InvalidOperationException("bad \e[2J name\r\nwarn: forged");

        var lines = Written("TensorBoard on /logs/\e]0;owned\a\u009b31m\nfail: forged", exception);

        Assert.DoesNotContain(lines, line => line.Any(char.IsControl));
        Assert.All(lines.Skip(1), line => Assert.StartsWith("      ", line, StringComparison.Ordinal));
        Assert.Contains("      TensorBoard on /logs/\u241b]0;owned\u2407\ufffd31m↵fail: forged", lines);
        Assert.Contains(lines, line => line.Contains("bad \u241b[2J name", StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_what_the_console_uses_unless_another_is_chosen()
    {
        using var chosen = new ServiceCollection()
            .AddLogging(logging => logging.AddConsole(console => console.FormatterName = "json").AddVisibleConsole())
            .BuildServiceProvider();

        Assert.Equal("visible", _services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
        Assert.Equal("json", chosen.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
    }

    private string[] Written(string message, Exception exception)
    {
        var text = new StringWriter();
        _services.GetServices<ConsoleFormatter>().Single(formatter => formatter.Name == VisibleConsole.FormatterName).Write(
            new LogEntry<string>(LogLevel.Warning, "Sacredboard", default, message, exception, static (state, _) => state), null, text);
        return text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }
}
