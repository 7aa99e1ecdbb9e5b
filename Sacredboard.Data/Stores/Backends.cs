namespace Sacredboard.Data.Stores;

/// <summary>All kinds of stores there are. Each is asked in the order in which it was added whether a place is its own, the special ones first.</summary>
public sealed class Backends
{
    private readonly List<IBackend> _all = [];

    // "a, b, or c"
    private string Allowed => string.Join(", ", _all.Select((backend, i) => i > 0 && i == _all.Count - 1 ? "or " + backend.Allowed : backend.Allowed));

    public Backends Add(IBackend backend)
    {
        _all.Add(backend);
        return this;
    }

    /// <summary>What is wrong with a place; nothing where it can be opened.</summary>
    public IEnumerable<PlaceProblem> Check(PlaceOptions place)
    {
        var given = place.Given;
        if (given.Contains(nameof(place.Url)) && given.Contains(nameof(place.Directory)))
        {
            yield return PlaceProblem.Excluded(nameof(place.Directory), nameof(place.Url));
        }

        var backend = Find(place);
        foreach (var problem in backend?.Check(place) ?? Unknown(place, given))
        {
            yield return problem with { Text = problem.Text.Replace(PlaceProblem.AnyPlace, Allowed, StringComparison.Ordinal) };
        }

        // What a URL that is not understood needs beside it is not known.
        foreach (var option in backend is null && place.Scheme is not null ? [] : given.Except([nameof(place.Url), nameof(place.Directory), .. backend?.Options ?? []]))
        {
            yield return new(option, $"needs {_all.First(other => other.Options.Contains(option)).Needs}");
        }
    }

    /// <summary>What people call the place.</summary>
    public string ShortName(PlaceOptions place) => Of(place).ShortName(place);

    /// <summary>Opens a place in which <see cref="Check"/> found nothing wrong.</summary>
    public IRunStore Open(PlaceOptions place, StoreContext context) => Of(place).Open(place, context);

    private IBackend Of(PlaceOptions place) => Find(place) ?? throw new ArgumentException("No kind of store reads this place.", nameof(place));

    private IBackend? Find(PlaceOptions place) => _all.Find(backend => backend.Recognizes(place));

    private static IEnumerable<PlaceProblem> Unknown(PlaceOptions place, IReadOnlyList<string> given) =>
        place.Scheme is { } scheme ? [new(nameof(place.Url), $"is '{scheme}…', allowed is {PlaceProblem.AnyPlace}")]
        : given.Count == 0 ? [new("", $"has neither {nameof(place.Url)} nor {nameof(place.Directory)}; give one of them")]
        : [];
}
