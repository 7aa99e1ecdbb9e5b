namespace Sacredboard.Web.Formatting;

/// <summary>The command that starts Sacredboard.</summary>
public static class StartText
{
    /// <summary>To copy into a shell; a directory below the current one is relative to it.</summary>
    public static string Of(string directory)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, directory);
        var isBelow = char.IsAsciiLetterOrDigit(relative[0]) && !Path.IsPathRooted(relative);
        return $"dotnet run --project Sacredboard.Web -- {ShellText.Quote(isBelow ? relative : directory)}";
    }
}
