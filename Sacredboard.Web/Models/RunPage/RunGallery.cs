namespace Sacredboard.Web.Models.RunPage;

/// <summary>The pictures among the files of a run: numbered ones as series that a slider moves, the others side by side.</summary>
/// <param name="Singles">With the part of their names that differs.</param>
public sealed record RunGallery(IReadOnlyList<LoggedStrip> Series, IReadOnlyList<(string Name, RunFileViewModel File)> Singles)
{
    public bool IsEmpty => Series.Count + Singles.Count == 0;
}
