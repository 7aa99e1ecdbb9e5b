using System.Globalization;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Compare;

/// <summary>Which runs of a comparison are laid side by side, and how.</summary>
public sealed record DiffLook
{
    /// <summary>The name of the run that others are compared with; "" for the first.</summary>
    public string Base { get; init; } = "";

    /// <summary>The name of the run beside it, where two are compared; "" for the first other one.</summary>
    public string Other { get; init; } = "";

    /// <summary>Removed and added lines below each other instead of side by side.</summary>
    public bool IsUnified { get; init; }

    /// <summary>Output without its progress bars and time stamps.</summary>
    public bool IsClean { get; init; }

    /// <summary>Configs without their seeds.</summary>
    public bool IsSeedless { get; init; }

    public PictureOverlay Overlay { get; init; }

    /// <summary>The number of the pictures that are shown of numbered ones; null for the last.</summary>
    public long? At { get; init; }

    /// <param name="parameters">The parameters of the address.</param>
    /// <param name="problems">Receives those that cannot be read, which are ignored.</param>
    public static DiffLook Read(IQueryCollection parameters, List<TableProblem> problems)
    {
        return new()
        {
            Base = Text("base"),
            Other = Text("other"),
            IsUnified = Word("lines", "unified"),
            IsClean = Word("clean", "true"),
            IsSeedless = Word("seedless", "true"),
            Overlay = ParameterChoice.Read("overlay", PictureOverlay.None, parameters, problems),
            At = Number("at"),
        };

        string Text(string name) => parameters[name].LastOrDefault() ?? "";

        bool Word(string name, string word)
        {
            if (Text(name) is { Length: > 0 } text && text != word)
            {
                problems.Add(new(name, $"It is {word}, or left out.") { IsIgnored = true });
            }

            return Text(name) == word;
        }

        long? Number(string name)
        {
            if (long.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || Text(name).Length == 0)
            {
                return Text(name).Length == 0 ? null : number;
            }

            problems.Add(new(name, "It is the number of a picture.") { IsIgnored = true });
            return null;
        }
    }

    /// <summary>The parameters of an address; usual ones are left out.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs() =>
        from pair in new[]
        {
            ("base", Base),
            ("other", Other),
            ("lines", IsUnified ? "unified" : ""),
            ("clean", IsClean ? "true" : ""),
            ("seedless", IsSeedless ? "true" : ""),
            ("overlay", ParameterChoice.Write(Overlay) ?? ""),
            ("at", At?.ToString(CultureInfo.InvariantCulture) ?? ""),
        }
        where pair.Item2.Length > 0
        select KeyValuePair.Create(pair.Item1, pair.Item2);
}

/// <summary>How the pictures of two runs lie over each other.</summary>
public enum PictureOverlay
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>One after the other, once a second.</summary>
    Blink,

    /// <summary>Only what differs is not black.</summary>
    Difference,
}
