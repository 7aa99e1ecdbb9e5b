namespace Sacredboard.Data.Stores;

/// <summary>
/// Finds the places with runs inside one configured place, such as the collections of a database. Fails as an <see cref="IRunStore"/>
/// does.
/// </summary>
public interface IPlaceFinder
{
    /// <summary>
    /// The places that have runs by now, the usual one first, then by name; empty when there is none. Little work, to be repeated.
    /// </summary>
    Task<IReadOnlyList<FoundPlace>> FindAsync(CancellationToken cancellationToken);
}

/// <param name="Name">Its name among those found, any text.</param>
/// <param name="IsUsual">It is the one that is read when nothing more is known than the configured place.</param>
/// <param name="Place">How to open it.</param>
public sealed record FoundPlace(string Name, bool IsUsual, PlaceOptions Place);
