using System.Diagnostics;
using System.Globalization;
using Sacredboard.Data.Values;

namespace Sacredboard.Benchmarks.Values;

/// <summary>How long masking of texts takes that were made to be slow: it must grow as they do.</summary>
internal static class SecretReport
{
    private static readonly (string Name, string Piece)[] Texts =
    [
        ("user:", "user:"), ("x=", "x="), ("password=", "password="), ("a://b:", "a://b:"), ("http://u:p@", "http://u:p@"),
        ("key key", "key "), ("--token", "--token "), ("eyJ", "eyJ"), ("Bearer", "Bearer "), ("PEM", "-----BEGIN PRIVATE KEY-----"),
        ("quotes", "key='"), ("a:b@c", "a:b@c"),
    ];

    public static void Print()
    {
        Console.WriteLine("ms for 1, 2, 4 and 8 million characters");
        foreach (var (name, piece) in Texts)
        {
            var times = new[] { 1, 2, 4, 8 }.Select(million =>
            {
                var text = string.Concat(Enumerable.Repeat(piece, million * 1_000_000 / piece.Length));
                SecretMask.Text(text[..1000]);
                var began = Stopwatch.GetTimestamp();
                SecretMask.Text(text);
                return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            });
            var row = times.Select(time => time.ToString("F0", CultureInfo.InvariantCulture).PadLeft(8));
            Console.WriteLine($"{name,-12} {string.Join(' ', row)}");
        }
    }
}
