using Sacredboard.Data.Metrics.Info;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores;

/// <summary>Reads the info of a run where it is stored as JSON of its own, of which a part may be asked for: some are many megabytes long.
/// </summary>
internal static class InfoJson
{
    /// <summary>The members of the info that may lead to a curve, or all; null when it is not an object.</summary>
    /// <exception cref="JsonFormatException">It is no JSON.</exception>
    public static SacredObject? Read(ReadOnlySpan<byte> utf8, string? curve)
    {
        var json = new JsonTokenizer(utf8);
        json.Read();
        if (json.Token != JsonToken.ObjectStart)
        {
            return null;
        }

        var members = new List<KeyValuePair<string, SacredValue>>();
        while (json.Read() && json.Token == JsonToken.Name)
        {
            var name = json.Text();
            json.Read();
            if (curve is null || InfoCurves.MayLead(name, curve))
            {
                members.Add(new(name, JsonTree.ReadValue(ref json).Root));
            }
            else
            {
                json.Skip();
            }
        }

        json.Read();
        return new SacredObject(members);
    }
}
