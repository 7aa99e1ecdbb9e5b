namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>Makes lines out of others: without what a logarithmic axis cannot show, or smoothed.</summary>
internal static class PassChanges
{
    /// <summary>The line without the points whose x is not above 0; the same when there are none.</summary>
    public static MetricPass WithXAboveZero(this MetricPass pass)
    {
        if (double.IsNaN(pass.From) || pass.From > 0)
        {
            return pass;
        }

        var line = Builder(pass);
        foreach (var (place, mark) in InOrder(pass))
        {
            var x = mark < 0 ? pass.X[place] : pass.Marks.X(mark);
            if (x <= 0)
            {
                line.NotAbove++;
            }
            else if (mark < 0)
            {
                line.Add(x, pass.Y[place], pass.Along[place]);
            }
            else
            {
                line.Mark(x, pass.Marks.Kind(mark));
            }
        }

        return line.Build();
    }

    /// <summary>The line whose points that are not above 0 are marks; the same when there are none.</summary>
    public static MetricPass WithYAboveZero(this MetricPass pass)
    {
        if (pass.Y.AsSpan().IndexOfAnyExceptInRange(double.Epsilon, double.MaxValue) < 0)
        {
            return pass;
        }

        var line = Builder(pass);
        foreach (var (place, mark) in InOrder(pass))
        {
            if (mark >= 0)
            {
                line.Mark(pass.Marks.X(mark), pass.Marks.Kind(mark));
            }
            else if (pass.Y[place] > 0)
            {
                line.Add(pass.X[place], pass.Y[place], pass.Along[place]);
            }
            else
            {
                line.Mark(pass.X[place], MetricMarkKind.NotPositive);
            }
        }

        return line.Build();
    }

    private static PassBuilder Builder(MetricPass pass) =>
        new(pass.X.Length, !ReferenceEquals(pass.Along, pass.X)) { WithoutX = pass.WithoutX, NotAbove = pass.NotAbove };

    // The points with their place, the marks with their number, which is -1 for points.
    private static IEnumerable<(int Place, int Mark)> InOrder(MetricPass pass)
    {
        var mark = 0;
        for (var place = 0; place <= pass.X.Length; place++)
        {
            for (; mark < pass.Marks.Count && pass.Marks.Place(mark) <= place; mark++)
            {
                yield return (place, mark);
            }

            if (place < pass.X.Length)
            {
                yield return (place, -1);
            }
        }
    }
}
