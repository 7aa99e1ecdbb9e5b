using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Catalog.Columns;

/// <summary>How some runs use one path of one of their trees.</summary>
/// <param name="Runs">How many have something there, or below it.</param>
/// <param name="Example">What one of them has; missing where all have an object.</param>
internal readonly record struct PathUse(FieldRoot Root, int Path, int Runs, Leaf Example, bool HasChildren)
{
    public PathUse And(PathUse other) => this with
    {
        Runs = Runs + other.Runs,
        // An example that says nothing is only taken for want of a better one.
        Example = Example.IsMissing || (Example.IsNull && !other.Example.IsMissing) ? other.Example : Example,
        HasChildren = HasChildren || other.HasChildren,
    };
}
