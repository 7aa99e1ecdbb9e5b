namespace Sacredboard.Data.Comparing;

/// <summary>
/// A small random forest (Breiman 2001) that predicts one figure of runs from their settings. It only serves to ask how much worse it gets
/// without a setting, so its trees are shallow and grow on a part of the runs.
/// </summary>
internal sealed class RegressionForest
{
    private const int Trees = 60;
    private const int MaxRows = 2_000;
    private const int MaxDepth = 8;
    private const int MinLeaf = 2;

    private readonly BinnedFeature[] _features;
    private readonly double[] _target;
    private readonly List<(Node Root, int[] Unseen)> _trees = [];

    /// <param name="features">The settings, all with one value for each run.</param>
    /// <param name="target">The figure of each run, finite.</param>
    public RegressionForest(BinnedFeature[] features, double[] target, CancellationToken cancellationToken)
    {
        (_features, _target) = (features, target);
        var random = new Random(1);
        for (var i = 0; i < Trees; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rows = Enumerable.Range(0, Math.Min(target.Length, MaxRows)).Select(_ => random.Next(target.Length)).ToArray();
            var seen = rows.ToHashSet();
            int[] unseen = target.Length <= MaxRows
                ? [.. Enumerable.Range(0, target.Length).Where(row => !seen.Contains(row))]
                : [.. Enumerable.Range(0, MaxRows / 2)
                    .Select(_ => random.Next(target.Length)).Distinct().Where(row => !seen.Contains(row))];
            _trees.Add((Grow(rows, MaxDepth, random), unseen));
        }
    }

    /// <summary>
    /// How much of the figure's variance the forest explains no longer when the values of one setting are shuffled among the runs: 0 for a
    /// setting without effect, 1 and more for one that decides alone. Measured on runs that a tree did not see.
    /// </summary>
    public double[] PermutationImportance(CancellationToken cancellationToken)
    {
        var random = new Random(2);
        var (lost, variance) = (new double[_features.Length], 0.0);
        foreach (var (root, unseen) in _trees.Where(tree => tree.Unseen.Length > 1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var mean = unseen.Average(row => _target[row]);
            variance += unseen.Sum(row => Square(_target[row] - mean));
            var error = unseen.Sum(row => Square(_target[row] - Predict(root, row, -1, row)));
            for (var feature = 0; feature < _features.Length; feature++)
            {
                var shuffled = (int[])unseen.Clone();
                random.Shuffle(shuffled);
                lost[feature] += unseen.Select((row, i) => Square(_target[row] - Predict(root, row, feature, shuffled[i]))).Sum() - error;
            }
        }

        return Array.ConvertAll(lost, one => variance > 0 ? Math.Max(0, one / variance) : 0);
    }

    private static double Square(double value) => value * value;

    // The value of one feature is taken from another row.
    private double Predict(Node node, int row, int replaced, int other)
    {
        while (node.Low is { } low)
        {
            var bin = _features[node.Feature].Bins[node.Feature == replaced ? other : row];
            node = bin <= node.Bin ? low : node.High!;
        }

        return node.Mean;
    }

    private Node Grow(int[] rows, int depth, Random random)
    {
        var mean = rows.Average(row => _target[row]);
        var best = depth == 0 || rows.Length < 2 * MinLeaf ? default : BestSplit(rows, random);
        if (best.Gain <= 0)
        {
            return new(0, 0, null, null, mean);
        }

        var bins = _features[best.Feature].Bins;
        int[] low = [.. rows.Where(row => bins[row] <= best.Bin)];
        int[] high = [.. rows.Where(row => bins[row] > best.Bin)];
        return new(best.Feature, best.Bin, Grow(low, depth - 1, random), Grow(high, depth - 1, random), mean);
    }

    // Each split chooses among a third of the settings, so that the trees differ.
    private (int Feature, int Bin, double Gain) BestSplit(int[] rows, Random random)
    {
        var chosen = Enumerable.Range(0, _features.Length).ToArray();
        random.Shuffle(chosen);
        var best = (Feature: 0, Bin: 0, Gain: 0.0);
        foreach (var feature in chosen.Take(Math.Max(1, (_features.Length + 2) / 3)))
        {
            var (bin, gain) = BestBin(rows, _features[feature]);
            best = gain > best.Gain ? (feature, bin, gain) : best;
        }

        return best;
    }

    private (int Bin, double Gain) BestBin(int[] rows, BinnedFeature feature)
    {
        Span<int> counts = stackalloc int[BinnedFeature.MaxBins];
        Span<double> sums = stackalloc double[BinnedFeature.MaxBins];
        counts.Clear();
        sums.Clear();
        // Differences from one of the values keep the digits of large numbers that are close together.
        var (zero, all) = (_target[rows[0]], 0.0);
        foreach (var row in rows)
        {
            var value = _target[row] - zero;
            counts[feature.Bins[row]]++;
            sums[feature.Bins[row]] += value;
            all += value;
        }

        var (count, sum, best) = (0, 0.0, (Bin: 0, Gain: 0.0));
        for (var bin = 0; bin < feature.Count - 1; bin++)
        {
            count += counts[bin];
            sum += sums[bin];
            var rest = rows.Length - count;
            if (count < MinLeaf || rest < MinLeaf)
            {
                continue;
            }

            var gain = (sum * sum / count) + (Square(all - sum) / rest) - (all * all / rows.Length);
            best = gain > best.Gain ? (bin, gain) : best;
        }

        return best;
    }

    private sealed record Node(int Feature, int Bin, Node? Low, Node? High, double Mean);
}
