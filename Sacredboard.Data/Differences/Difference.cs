namespace Sacredboard.Data.Differences;

/// <summary>A place where two lists differ; what lies between two of them is equal in both.</summary>
/// <param name="Before">Where it begins in the first list.</param>
/// <param name="Removed">Number of items that only the first list has here.</param>
/// <param name="After">Where it begins in the second list.</param>
/// <param name="Added">Number of items that only the second list has here.</param>
public readonly record struct Difference(int Before, int Removed, int After, int Added);
