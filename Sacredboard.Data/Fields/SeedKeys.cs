using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.IO.Enumeration;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Fields;

/// <summary>
/// Config keys that only make runs of the same settings differ at random: those named like seeds, chosen ones, or both. A chosen single
/// name applies at every depth, a path only to itself (never into a list); <c>*</c> stands for any characters.
/// </summary>
public sealed class SeedKeys
{
    /// <summary>
    /// Recognised by their names: <c>seed</c>, <c>seeds</c>, <c>data_seed</c>, <c>randomSeed</c>, <c>random_state</c>,
    /// <c>seed_everything</c>.
    /// </summary>
    public static readonly SeedKeys ByName = new(byName: true, []);

    /// <summary>No keys; written <c>none</c> (a key of that name is <c>config.none</c>).</summary>
    public static readonly SeedKeys None = new(byName: false, []);

    private const string NoneWord = "none";

    /// <summary>
    /// Among chosen keys, it stands for those that are recognised by their names (a key of that name is <c>config.auto</c>).
    /// </summary>
    private const string ByNameWord = "auto";

    private static readonly HashSet<string> Names =
        ["seed", "seeds", "random_state", "random_states", "seed_everything", "randomseed", "rngseed", "randomstate"];

    private static readonly string[] Ends = ["_seed", "_seeds", "_random_state"];

    private readonly bool _byName;
    private readonly IReadOnlyList<RunField> _chosen;

    private SeedKeys(bool byName, IReadOnlyList<RunField> chosen) => (_byName, _chosen) = (byName, chosen);

    /// <summary>
    /// Parses chosen keys between commas, <c>auto</c> for those recognised by their names; "" is <see cref="ByName"/>. False with the
    /// position of the first fault.
    /// </summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SeedKeys? seeds, out int position)
    {
        var byName = false;
        var chosen = new List<RunField>();
        (seeds, position) = (null, 0);
        if (text.Trim() is "" or NoneWord)
        {
            seeds = text.Trim().Length == 0 ? ByName : None;
            return true;
        }

        foreach (var (start, part) in FieldList.Parts(text))
        {
            if (!RunField.TryParse(part, out var field, out position))
            {
                position += start;
                return false;
            }

            // All names are config keys here, even "status".
            if (part == ByNameWord)
            {
                byName = true;
            }
            else
            {
                chosen.Add(field!.Root == FieldRoot.Config ? field : RunField.Config([.. RootKey(field), .. field.Path]));
            }
        }

        seeds = byName && chosen.Count == 0 ? ByName : new(byName, [.. chosen.Distinct()]);
        return true;
    }

    /// <summary>These and another key.</summary>
    public SeedKeys With(RunField key) => new(_byName, [.. _chosen.Append(key).Distinct()]);

    /// <summary>True when the value at this path of the config, or a value around it, is left out.</summary>
    public bool Cover(IReadOnlyList<string> path)
    {
        if (_byName && path.Any(IsNamedLikeSeed))
        {
            return true;
        }

        foreach (var field in _chosen)
        {
            if (field.Path is [var name] ? path.Any(key => Matches(name, key)) : IsUnder(field.Path, path))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same for a key inside a list, to which no path leads.</summary>
    public bool CoverKey(string key) =>
        (_byName && IsNamedLikeSeed(key)) || _chosen.Any(field => field.Path is [var name] && Matches(name, key));

    /// <summary>The config without these keys; null for no config.</summary>
    public SacredValue? Without(SacredValue? config) => config is null ? null : Without(config, []);

    /// <summary>The text for <see cref="TryParse"/>; null for <see cref="ByName"/>.</summary>
    public override string? ToString() => (_byName, _chosen) switch
    {
        (true, []) => null,
        (false, []) => NoneWord,
        (false, [{ Path: [NoneWord] }]) => "config." + NoneWord,
        _ => string.Join(',', _chosen.Select(Written).Prepend(_byName ? ByNameWord : null).OfType<string>()),
    };

    private static string Written(RunField key) =>
        key.Path is [ByNameWord] ? "config." + ByNameWord : FieldList.ToText([key]);

    private SacredValue Without(SacredValue value, ImmutableList<string> path) => value is SacredObject members
        ? new SacredObject([.. members.Members.Where(member => !Cover(path.Add(member.Key)))
            .Select(member => KeyValuePair.Create(member.Key, Without(member.Value, path.Add(member.Key))))])
        : value;

    private static IEnumerable<string> RootKey(RunField field) =>
        field.Root == FieldRoot.Own ? [] : [field.Root.ToString().ToLowerInvariant()];

    private static bool IsUnder(IReadOnlyList<string> place, IReadOnlyList<string> path) =>
        place.Count <= path.Count && !place.Where((key, i) => !Matches(key, path[i])).Any();

    private static bool Matches(string pattern, string key) =>
        pattern.Contains('*') ? FileSystemName.MatchesSimpleExpression(pattern, key, ignoreCase: false) : pattern == key;

    private static bool IsNamedLikeSeed(string key)
    {
        if (key.Length > 100
            || !(key.Contains("seed", StringComparison.OrdinalIgnoreCase) || key.Contains("random", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        var text = KeyName.Snake(key);
        return Names.Contains(text) || Ends.Any(end => text.EndsWith(end, StringComparison.Ordinal));
    }
}
