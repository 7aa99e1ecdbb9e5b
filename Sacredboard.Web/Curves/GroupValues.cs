using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;
using Sacredboard.Web.Models.Api;

namespace Sacredboard.Web.Curves;

/// <summary>What the runs of a group have in common, as JSON.</summary>
internal static class GroupValues
{
    public static StoredValue Of(IEnumerable<KeyValuePair<RunField, SacredValue?>> values) => StoredValue.Of(
        new SacredObject([.. values.Select(value => KeyValuePair.Create(value.Key.ToString(), value.Value ?? SacredNull.Value))]),
        decoded: true)!;
}
