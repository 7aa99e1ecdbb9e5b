using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Hosting;

/// <summary>
/// The console's usual log, with visible symbols for control characters: what is logged may hold texts of runs, requests and servers, and
/// a terminal would obey them. Nor can they begin a line that looks like another entry.
/// </summary>
public sealed class VisibleConsole(IServiceProvider services) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "visible";

    // Only when first used: it is itself one of them.
    private readonly Lazy<ConsoleFormatter> _usual = new(() =>
        services.GetServices<ConsoleFormatter>().First(formatter => formatter.Name == ConsoleFormatterNames.Simple));

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        var lines = logEntry.Exception?.ToString().ReplaceLineEndings("\n").Split('\n') ?? [];
        var text = string.Join(Environment.NewLine, lines.Prepend(message).Select(ValueText.Visible));
        _usual.Value.Write(
            new LogEntry<string>(logEntry.LogLevel, logEntry.Category, logEntry.EventId, text, null, static (state, _) => state),
            scopeProvider,
            textWriter);
    }
}

public static class VisibleConsoleLogging
{
    /// <summary>Unless the settings (<c>Logging:Console:FormatterName</c>) choose another.</summary>
    public static void AddVisibleConsole(this ILoggingBuilder logging)
    {
        logging.AddConsoleFormatter<VisibleConsole, ConsoleFormatterOptions>();
        logging.Services.PostConfigure<ConsoleLoggerOptions>(console => console.FormatterName ??= VisibleConsole.FormatterName);
    }
}
