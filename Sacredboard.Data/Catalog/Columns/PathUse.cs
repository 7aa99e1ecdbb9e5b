using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Catalog.Columns;

/// <summary>The use of one path of a tree by some runs.</summary>
/// <param name="Runs">Number of runs with a value there or below.</param>
/// <param name="Example">The value of one of them; missing when all have an object.</param>
internal readonly record struct PathUse(FieldRoot Root, int Path, int Runs, Leaf Example, bool HasChildren)
{
    public PathUse And(PathUse other) => this with
    {
        Runs = Runs + other.Runs,
        // An example without content is used only when there is no other.
        Example = Example.IsMissing || (Example.IsNull && !other.Example.IsMissing) ? other.Example : Example,
        HasChildren = HasChildren || other.HasChildren,
    };
}
