using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.Query;

/// <param name="Html">Made of a file of ours: nothing of a run is in it.</param>
public sealed record QueryHelpViewModel(Source Source, string Html);
