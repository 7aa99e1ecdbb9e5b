using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.MongoFilters;

/// <summary>A query in MongoDB's own language, for people to take along; Sacredboard itself never sends one.</summary>
/// <param name="Filter">For <c>find</c>. Dates are UTC, ids of 24 digits are <c>bson.ObjectId</c>s. Empty for all runs.</param>
/// <param name="Sort">Paths, and whether each is descending; empty where the order cannot be said.</param>
/// <param name="Remarks">What is not said, or said differently, one sentence each.</param>
public sealed record MongoFilter(SacredObject Filter, IReadOnlyList<(string Path, bool Descending)> Sort, IReadOnlyList<string> Remarks);
