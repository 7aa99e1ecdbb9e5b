using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Sacredboard.Data.Values;

namespace Sacredboard.Web.CommandLine;

/// <summary>Converts a parsed command line to settings.</summary>
public static class StartArguments
{
    private const string Place = "Sacredboard:Place:";

    /// <exception cref="StartException">The arguments are invalid or contradict each other.</exception>
    public static StartSettings ToSettings(ParseResult parsed)
    {
        var failures = Unparsed(parsed).ToList();
        if (failures.Count > 0)
        {
            throw new StartException(failures);
        }

        var settings = new StartSettings();
        SetPlace(parsed, settings, failures);
        SetText(parsed, settings, StartCommand.Port, "Sacredboard:Port");
        SetText(parsed, settings, StartCommand.Bind, "Sacredboard:Bind");
        SetText(parsed, settings, StartCommand.SubUrl, "Sacredboard:SubUrl");
        SetText(parsed, settings, StartCommand.DeadAfter, "Sacredboard:DeadAfterSeconds");
        SetSwitch(parsed, settings, StartCommand.Insecure, "Sacredboard:Insecure", true);
        SetSwitch(parsed, settings, StartCommand.NoBrowser, "Sacredboard:OpenBrowser", false);
        SetSwitch(parsed, settings, StartCommand.Debug, "Sacredboard:Debug", true);
        return failures.Count == 0 ? settings : throw new StartException(failures);
    }

    /// <summary>Unknown words, and options without their value.</summary>
    private static IEnumerable<string> Unparsed(ParseResult parsed)
    {
        // The parser takes a misspelled option for the PLACE.
        var place = parsed.GetResult(StartCommand.Place)?.Tokens.Select(token => token.Value) ?? [];
        var strange = place.Concat(parsed.UnmatchedTokens).Where(token => token.StartsWith('-')).ToList();
        return strange.Count > 0
            ? strange.Select(token => $"{token}: is not an option of Sacredboard; --help lists them")
            : parsed.UnmatchedTokens.Select(token => $"{SecretMask.Text(token)}: is one word too many; only one PLACE may be given")
                .Concat(parsed.Errors.Where(error => error.SymbolResult is OptionResult).Select(Describe))
                .Distinct();
    }

    private static void SetPlace(ParseResult parsed, StartSettings settings, List<string> failures)
    {
        var place = Given(parsed, StartCommand.Place);
        var given = new[] { Given(parsed, StartCommand.MongoUrl), Given(parsed, StartCommand.Mongo), Given(parsed, StartCommand.Directory),
            Given(parsed, StartCommand.Seml) }
            .Where(option => option is not null)
            .Select(option => option!)
            .ToList();
        if (place is not null && given.Count > 0)
        {
            failures.Add($"PLACE: cannot be combined with {given[0]}");
            return;
        }

        // As in Sacredboard 0.4, -mu takes precedence over -m, and both over -F.
        foreach (var ignored in given.Skip(1))
        {
            settings.Notes.Add($"{ignored}: ignored, because {given[0]} is given");
        }

        switch (place ?? given.FirstOrDefault())
        {
            case "PLACE":
                SetPlace(parsed.GetValue(StartCommand.Place)!, settings, failures);
                break;
            case "-mu" when parsed.GetValue(StartCommand.MongoUrl) is [var url, var database]:
                settings.Set(Place + "Url", url, "-mu");
                settings.Set(Place + "Database", database, "-mu");
                break;
            case "-m":
                SetMongo(parsed.GetValue(StartCommand.Mongo) ?? "", settings, failures);
                break;
            case "--seml":
                SemlConfig.Set(settings, Place, parsed.GetValue(StartCommand.Seml), failures);
                break;
            case "-F":
                settings.Set(Place + "Directory", parsed.GetValue(StartCommand.Directory), "-F");
                break;
        }

        SetText(parsed, settings, StartCommand.Collection, Place + "Collection");
        SetText(parsed, settings, StartCommand.CollectionPrefix, Place + "CollectionPrefix");
    }

    private static void SetPlace(string place, StartSettings settings, List<string> failures)
    {
        var isUrl = place.Contains("://", StringComparison.Ordinal);
        if (!isUrl && place.Contains('@') && place.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            && colon < place.IndexOf('@', StringComparison.Ordinal) && !System.IO.Directory.Exists(place))
        {
            // Not repeated, because it may hold a password.
            failures.Add("PLACE: looks like a server without its scheme; allowed is mongodb://user:password@server/database");
            return;
        }

        settings.Set(Place + (isUrl ? "Url" : "Directory"), place, "PLACE");
    }

    /// <summary>Parses <c>db</c>, <c>port:db</c> or <c>host:port:db</c>; a host may contain colons (<c>[::1]</c>).</summary>
    private static void SetMongo(string text, StartSettings settings, List<string> failures)
    {
        if (text.Contains('@') || text.Contains('/'))
        {
            failures.Add("-m: takes [[HOST:]PORT:]DATABASE; a connection string is a PLACE of its own, or see -mu");
            return;
        }

        var parts = text.Split(':');
        var database = parts[^1].Length > 0 ? parts[^1] : "sacred";
        var port = parts.Length > 1 ? parts[^2] : "27017";
        var host = parts.Length > 2 ? string.Join(':', parts[..^2]) : "localhost";
        if (!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 65535)
        {
            failures.Add($"-m: '{port}' in '{text}' is not a port; allowed is [[HOST:]PORT:]DATABASE with a port from 1 to 65535");
        }
        else if (host.Length == 0 || (host.Contains(':') && !(host.StartsWith('[') && host.EndsWith(']'))))
        {
            failures.Add($"-m: '{host}' in '{text}' is not a host; allowed is [[HOST:]PORT:]DATABASE, for a connection string see -mu");
        }
        else
        {
            settings.Set(Place + "Url", $"mongodb://{host}:{port}", "-m");
            settings.Set(Place + "Database", database, "-m");
        }
    }

    private static void SetText(ParseResult parsed, StartSettings settings, Option<string?> option, string key)
    {
        if (Given(parsed, option) is not null)
        {
            settings.Set(key, parsed.GetValue(option), option.Name);
        }
    }

    private static void SetSwitch(ParseResult parsed, StartSettings settings, Option<bool> option, string key, bool value)
    {
        if (Given(parsed, option) is not null)
        {
            settings.Set(key, value.ToString(), option.Name);
        }
    }

    private static string? Given(ParseResult parsed, Symbol symbol) =>
        parsed.GetResult(symbol) is OptionResult { Implicit: false } or ArgumentResult { Tokens.Count: > 0 } ? symbol.Name : null;

    private static string Describe(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Option: var option } when option == StartCommand.MongoUrl => $"-mu: needs two values, {Wanted(option)}",
        OptionResult { Tokens.Count: 0, Option: var option } => $"{option.Name}: needs a value, {Wanted(option)}",
        OptionResult { Option: var option } => $"{option.Name}: may be given only once, as {Wanted(option)}",
        _ => error.Message,
    };

    private static string Wanted(Option option) => $"{option.Name} <{option.HelpName}>";
}
