using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Sacredboard.Web.Curves;

/// <summary>The version of an answer with many curves.</summary>
internal static class CurvesVersion
{
    /// <summary>Differs whenever any of the curves may differ, or other runs are meant.</summary>
    public static long Of(ChosenRuns runs, IReadOnlyList<CurveGroup> groups, FoundCurves curves)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(runs.Left, runs.Runs.Count, curves.Found.Count, runs.Progress.Sum(progress => progress.Known));
        foreach (var curve in curves.Found)
        {
            // Unique for each content: it stands for the run and the metric too.
            Add(curve.Version, curve.Window.Started?.Ticks ?? 0);
        }

        // A config may change as well, and with it the groups.
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\n', groups.Select(group => $"{group.Key} {group.Name} {group.Runs.Count}"))));
        return BinaryPrimitives.ReadInt64LittleEndian(hash.GetHashAndReset());

        void Add(params ReadOnlySpan<long> numbers) => hash.AppendData(MemoryMarshal.AsBytes(numbers));
    }
}
