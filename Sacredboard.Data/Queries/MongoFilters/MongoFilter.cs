using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.MongoFilters;

/// <summary>A query in MongoDB's language for users to copy; Sacredboard itself never sends it.</summary>
/// <param name="Filter">For <c>find</c>. Dates are UTC, ids of 24 digits are <c>bson.ObjectId</c>s. Empty for all runs.</param>
/// <param name="Sort">Paths and directions; empty when the order cannot be expressed.</param>
/// <param name="Remarks">What is left out or differs, one sentence each.</param>
public sealed record MongoFilter(SacredObject Filter, IReadOnlyList<(string Path, bool Descending)> Sort, IReadOnlyList<string> Remarks);
