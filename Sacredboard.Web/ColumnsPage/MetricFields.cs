using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Columns;

namespace Sacredboard.Web.ColumnsPage;

/// <summary>Metrics and their statistics as a part of the tree of fields.</summary>
/// <param name="shown">The columns of the table.</param>
/// <param name="words">Words that a field must all contain.</param>
public sealed class MetricFields(IReadOnlySet<RunField> shown, string[] words)
{
    /// <summary>The most used ones first. <c>at</c> is missing because it needs a step, which has to be typed.</summary>
    private static readonly MetricStatistic[] Kinds =
    [
        MetricStatistic.Last, MetricStatistic.Min, MetricStatistic.Max, MetricStatistic.Mean, MetricStatistic.First,
        MetricStatistic.LastFinite, MetricStatistic.FirstFinite,
        MetricStatistic.ArgMin, MetricStatistic.ArgMax, MetricStatistic.Count, MetricStatistic.NonFinite,
    ];

    public IReadOnlyList<FieldNode> Of(IReadOnlyList<MetricName> metrics) =>
        [.. metrics.OrderBy(metric => metric.Name, NaturalOrder.Comparer).Select(Node).Where(node => node.Children.Count > 0)];

    private FieldNode Node(MetricName metric) => new()
    {
        Key = metric.Name,
        Field = "",
        IsOpen = words.Length > 0,
        Children =
        [
            .. from kind in Kinds
               let field = RunField.Metric(metric.Name, kind)
               let text = field.ToString()
               where Array.TrueForAll(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
               select new FieldNode { Key = text[..text.IndexOf('(')], Field = text, Runs = metric.Runs,
                   IsShown = shown.Contains(field) },
        ],
    };
}
