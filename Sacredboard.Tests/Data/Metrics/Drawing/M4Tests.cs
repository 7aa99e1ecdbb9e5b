using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Tests.Data.Metrics.Drawing;

public sealed class M4Tests
{
    private const int Height = 40;

    [Property(MaxTest = 300)]
    public Property Paints_the_same_pixels_as_all_points(int seed) => Prop.ToProperty(PaintsTheSame(new Random(seed), zoomed: false));

    [Property(MaxTest = 300)]
    public Property Paints_the_same_pixels_as_all_points_in_a_part_of_the_line(int seed) =>
        Prop.ToProperty(PaintsTheSame(new Random(seed), zoomed: true));

    [Property(MaxTest = 100)]
    public Property Keeps_the_first_lowest_highest_and_last_point_of_all(int seed)
    {
        var random = new Random(seed);
        var (x, y) = Walk(random, random.Next(1, 3000));
        var places = M4.Select(x, y, x[0], x[^1], random.Next(1, 200));
        var shown = places.Select(i => y[i]).ToList();
        return (places[0] == 0 && places[^1] == x.Length - 1 && shown.Min() == y.Min() && shown.Max() == y.Max()).ToProperty();
    }

    [Fact]
    public void Each_column_keeps_four_points_in_their_order()
    {
        double[] x = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        double[] y = [5, 9, 5, 1, 5, 5, 5, 0, 5, 7, 6];
        Assert.Equal([0, 1, 3, 4, 5, 7, 9, 10], M4.Select(x, y, 0, 10, 2));
    }

    [Fact]
    public void Few_points_are_given_as_they_are()
    {
        Assert.Equal([0, 1, 2, 3], M4.Select([0, 0, 1, 1], [1, 1, 1, 1], 0, 1, 1));
        Assert.Equal([0], M4.Select([7], [1], 7, 7, 1000));
        Assert.Empty(M4.Select([], [], 0, 1, 10));
    }

    [Fact]
    public void The_points_next_to_the_window_are_among_them()
    {
        double[] x = [0, 1, 2, 3, 4, 5];
        double[] y = [0, 1, 2, 3, 4, 5];
        Assert.Equal([1, 2, 3, 4], M4.Select(x, y, 2, 3, 10));
        Assert.Equal([2, 3], M4.Select(x, y, 2.4, 2.6, 10));
        Assert.Equal([5], M4.Select(x, y, 7, 8, 10));
        var many = Enumerable.Range(0, 1000).Select(i => (double)i).ToArray();
        var places = M4.Select(many, many, 100, 899, 5);
        Assert.Equal((99, 900), (places[0], places[^1]));
    }

    [Fact]
    public void Points_at_one_x_are_one_column()
    {
        var x = Enumerable.Repeat(3.0, 100).ToArray();
        var y = Enumerable.Range(0, 100).Select(i => (double)((i * 37) % 100)).ToArray();
        Assert.Equal([0, Array.IndexOf(y, 99), 99], M4.Select(x, y, 3, 3, 10));
    }

    [Fact]
    public void A_window_wider_than_a_double_is_cut_into_columns()
    {
        var x = Enumerable.Range(0, 1001).Select(i => ((i / 1000.0) - 0.5) * 2 * double.MaxValue).ToArray();
        var places = M4.Select(x, x, -double.MaxValue, double.MaxValue, 10);
        Assert.Equal(20, places.Length);
    }

    private static bool PaintsTheSame(Random random, bool zoomed)
    {
        var (x, y) = Walk(random, random.Next(1, 2000));
        var (from, to) = (x[0], x[^1]);
        if (zoomed)
        {
            var (a, b) = (from + (random.NextDouble() * (to - from)), from + (random.NextDouble() * (to - from)));
            (from, to) = (Math.Min(a, b), Math.Max(a, b));
        }

        var columns = random.Next(1, 120);
        var raster = new Raster(new PixelScale(from, to, columns), from, to, columns, y.Min(), y.Max());
        var all = raster.Paint(x, y);
        var places = M4.Select(x, y, from, to, columns);
        var some = raster.Paint([.. places.Select(i => x[i])], [.. places.Select(i => y[i])]);
        return places.Length <= Math.Max((4 * columns) + 2, 0) && all.SetEquals(some);
    }

    // Random steps with repeats, values with jumps.
    private static (double[] X, double[] Y) Walk(Random random, int count)
    {
        var (x, y) = (new double[count], new double[count]);
        var (step, value) = (random.NextDouble() * 1000, 0.0);
        for (var i = 0; i < count; i++)
        {
            step += random.Next(4) == 0 ? 0 : random.NextDouble() * (random.Next(50) == 0 ? 100 : 1);
            value += random.NextDouble() - 0.5 + (random.Next(100) == 0 ? random.Next(-50, 50) : 0);
            (x[i], y[i]) = (step, value);
        }

        return (x, y);
    }

    /// <summary>Draws lines into pixels as Bresenham does; the window's columns are the pixel columns.</summary>
    private sealed class Raster(PixelScale scale, double from, double to, int columns, double low, double high)
    {
        public HashSet<(int X, int Y)> Paint(double[] x, double[] y)
        {
            var pixels = new HashSet<(int X, int Y)>();
            for (var i = 0; i < x.Length; i++)
            {
                Line(PixelOf(x[Math.Max(i - 1, 0)], y[Math.Max(i - 1, 0)]), PixelOf(x[i], y[i]), pixels);
            }

            pixels.RemoveWhere(pixel => pixel.X < 0 || pixel.X >= columns);
            return pixels;
        }

        // A point outside the window lies in a column of its own outside the picture.
        private (int X, int Y) PixelOf(double x, double y)
        {
            var column = x < from ? -1 - (int)(Math.Min(from - x, 1e4)) : x > to ? columns + (int)Math.Min(x - to, 1e4) : scale.Column(x);
            return (column, high > low ? Math.Min((int)((y - low) / (high - low) * Height), Height - 1) : 0);
        }

        private static void Line((int X, int Y) a, (int X, int Y) b, HashSet<(int X, int Y)> pixels)
        {
            var (dx, dy) = (Math.Abs(b.X - a.X), -Math.Abs(b.Y - a.Y));
            var (sx, sy) = (Math.Sign(b.X - a.X), Math.Sign(b.Y - a.Y));
            var error = dx + dy;
            while (true)
            {
                pixels.Add(a);
                if (a == b)
                {
                    return;
                }

                var twice = 2 * error;
                if (twice >= dy)
                {
                    (error, a.X) = (error + dy, a.X + sx);
                }

                if (twice <= dx)
                {
                    (error, a.Y) = (error + dx, a.Y + sy);
                }
            }
        }
    }
}
