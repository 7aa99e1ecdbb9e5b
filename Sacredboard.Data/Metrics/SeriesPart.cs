namespace Sacredboard.Data.Metrics;

/// <summary>What a joined series has of one run.</summary>
/// <param name="Run">The run's URL segment.</param>
/// <param name="Count">The number of its points in the series.</param>
/// <param name="Replaced">The number of its points that later runs replace.</param>
public sealed record SeriesPart(string Run, int Count, int Replaced);
