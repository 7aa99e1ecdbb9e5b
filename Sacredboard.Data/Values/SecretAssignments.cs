using System.Text.RegularExpressions;

namespace Sacredboard.Data.Values;

/// <summary>
/// Finds secrets by the names that stand before them: <c>db.password = x</c>, <c>'password': 'x'</c>, <c>--token x</c>. Reads a text once.
/// </summary>
internal static class SecretAssignments
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    // A name, perhaps the end of quotes, = or :, and a value: quoted, or up to what ends one.
    private static readonly Regex Assignment = new(
        @"[\w.\-]+['""]?[ \t]*[=:][ \t]*(?:'[^']*'?|""[^""]*""?|[^\s&;,'""})\]=:][^\s&;,'""})\]]*)", Linear);

    private static readonly Regex Option = new(@"--?[\w.\-]+[ \t]+(?:'[^']*'?|""[^""]*""?|[^\s'""\-][^\s]*)", Linear);

    public static void Find(string text, List<(int Start, int End)> found)
    {
        if (!SecretNames.MayBeIn(text))
        {
            return;
        }

        if (text.AsSpan().ContainsAny('=', ':'))
        {
            FindAssignments(text, found);
        }

        if (text.Contains('-', StringComparison.Ordinal) && text.AsSpan().ContainsAny(' ', '\t'))
        {
            FindOptions(text, found);
        }
    }

    private static void FindAssignments(string text, List<(int Start, int End)> found)
    {
        foreach (var match in Assignment.EnumerateMatches(text))
        {
            var part = text.AsSpan(match.Index, match.Length);
            var name = NameIn(part);
            if (SecretNames.IsSecret(part[..name].ToString(), inEnvironment: false))
            {
                var sign = name + part[name..].IndexOfAny('=', ':');
                Add(part[(sign + 1)..], match.Index + sign + 1, found);
            }
        }
    }

    private static void FindOptions(string text, List<(int Start, int End)> found)
    {
        foreach (var match in Option.EnumerateMatches(text))
        {
            var part = text.AsSpan(match.Index, match.Length);
            var blank = part.IndexOfAny(' ', '\t');
            if (SecretNames.IsSecret(part[..blank].ToString(), inEnvironment: false))
            {
                Add(part[blank..], match.Index + blank, found);
            }
        }
    }

    private static int NameIn(ReadOnlySpan<char> part)
    {
        var end = part.IndexOfAny("'\" \t=:");
        return end < 0 ? part.Length : end;
    }

    // Without the blanks before it.
    private static void Add(ReadOnlySpan<char> value, int start, List<(int Start, int End)> found)
    {
        var blanks = value.Length - value.TrimStart(" \t").Length;
        found.Add((start + blanks, start + value.Length));
    }
}
