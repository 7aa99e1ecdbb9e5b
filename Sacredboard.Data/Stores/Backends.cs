using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores;

/// <summary>
/// All backends. The first that recognizes a place reads it, so the ones with the narrowest rule must be added first.
/// </summary>
public sealed class Backends
{
    private readonly List<IBackend> _all = [];

    // "a, b, or c"
    private string Allowed =>
        string.Join(", ", _all.Select((backend, i) => i > 0 && i == _all.Count - 1 ? "or " + backend.Allowed : backend.Allowed));

    public Backends Add(IBackend backend)
    {
        _all.Add(backend);
        return this;
    }

    /// <summary>Creates one store of all runs in a tree of folders: those of the given store, and what other backends find there.</summary>
    internal IRunStore OpenTree(IRunStore store, FolderTree tree, StoreContext context) =>
        _all.Select(backend => backend.OpenBeside(tree, context)).OfType<IRunStore>()
            .Aggregate(store, (paired, other) => new PairedRunStore(paired, other));

    /// <summary>The problems of a place; none when it can be opened.</summary>
    public IEnumerable<PlaceProblem> Check(PlaceOptions place)
    {
        var given = place.Given;
        if (given.Contains(nameof(place.Url)) && given.Contains(nameof(place.Directory)))
        {
            yield return PlaceProblem.Conflict(nameof(place.Directory), nameof(place.Url));
        }

        var backend = Find(place);
        foreach (var problem in backend?.Check(place) ?? Unknown(place, given))
        {
            yield return problem with { Text = problem.Text.Replace(PlaceProblem.AnyPlace, Allowed, StringComparison.Ordinal) };
        }

        // With an unknown URL it is not known which other options belong to it.
        foreach (var option in backend is null && place.Scheme is not null
            ? []
            : given.Except([nameof(place.Url), nameof(place.Directory), .. backend?.Options ?? []]))
        {
            yield return new(option, $"needs {Needs(option)}");
        }
    }

    /// <summary>A short name of the place for users.</summary>
    public string ShortName(PlaceOptions place) => Of(place).ShortName(place);

    /// <inheritdoc cref="IBackend.Inside"/>
    public IPlaceFinder? Inside(PlaceOptions place) => Of(place).Inside(place);

    /// <summary>Opens a place in which <see cref="Check"/> found no problem.</summary>
    public IRunStore Open(PlaceOptions place, StoreContext context) => Of(place).Open(place, context);

    private IBackend Of(PlaceOptions place) => Find(place) ?? throw new ArgumentException("No backend reads this place.", nameof(place));

    private string Needs(string option) =>
        FolderRules.Options.Contains(option) ? FolderRules.Needs(option) : _all.First(other => other.Options.Contains(option)).Needs;

    private IBackend? Find(PlaceOptions place) => _all.Find(backend => backend.Recognizes(place));

    private static IEnumerable<PlaceProblem> Unknown(PlaceOptions place, IReadOnlyList<string> given) =>
        place.Url is ['/' or '.' or '~', ..] or [_, ':', '\\' or '/', ..]
            ? [new(nameof(place.Url), $"is a path; a directory is given as {nameof(place.Directory)}")]
        : place.Scheme is { } scheme ? [new(nameof(place.Url), $"is '{scheme}…', allowed is {PlaceProblem.AnyPlace}")]
        : given.Count == 0 ? [new("", $"has neither {nameof(place.Url)} nor {nameof(place.Directory)}; give one of them")]
        : [];
}
