using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.Query;

/// <param name="Html">Trusted HTML: made from a file of the program, without data of runs.</param>
public sealed record QueryHelpViewModel(Source Source, string Html);
