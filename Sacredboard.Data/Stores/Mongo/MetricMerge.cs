using Sacredboard.Data.Metrics;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Merges several documents of one run and name into one metric, ordered by time; the points of each document keep their order.
/// </summary>
internal static class MetricMerge
{
    public static MetricDocument Merge(IReadOnlyList<MetricDocument> documents)
    {
        if (documents.Count == 1)
        {
            return documents[0];
        }

        var filled = documents.Where(document => document.Series.Count > 0).ToList();
        var order = Order([.. filled.Select(document => document.Series.Times)]);
        if (order.Count == 0)
        {
            return documents[0];
        }

        var (first, last) = (filled[order[0].Document].Ends, filled[order[^1].Document].Ends);
        return new MetricDocument(
            documents[0].Run,
            new MetricSeries
            {
                Name = documents[0].Series.Name,
                Steps = Take(series => series.Steps),
                Values = Take(series => series.Values),
                Times = Take(series => series.Times),
                NotNumbers = NotNumbers(filled, order),
            },
            new MetricEnds(first.FirstStep, last.LastStep, first.First, last.Last))
        {
            LeftOut = documents.Sum(document => document.LeftOut),
            IsDoubtful = documents.Any(document => document.IsDoubtful),
        };

        double[] Take(Func<MetricSeries, double[]> column)
        {
            var columns = filled.Select(document => column(document.Series)).ToList();
            return [.. order.Select(place => columns[place.Document][place.Index])];
        }
    }

    private static int[] NotNumbers(List<MetricDocument> documents, List<(int Document, int Index)> order)
    {
        var marked = documents.Select(document => document.Series.NotNumbers.ToHashSet()).ToList();
        return [.. Enumerable.Range(0, order.Count).Where(i => marked[order[i].Document].Contains(order[i].Index))];
    }

    // A point without a time stays behind its predecessor in the document, so it is taken at once.
    private static List<(int Document, int Index)> Order(IReadOnlyList<double[]> times)
    {
        var next = new int[times.Count];
        var order = new List<(int, int)>(times.Sum(column => column.Length));
        while (order.Count < order.Capacity)
        {
            var earliest = -1;
            for (var i = 0; i < next.Length; i++)
            {
                if (next[i] < times[i].Length && (earliest < 0 || !(times[i][next[i]] >= times[earliest][next[earliest]])))
                {
                    earliest = i;
                }
            }

            order.Add((earliest, next[earliest]++));
        }

        return order;
    }
}
