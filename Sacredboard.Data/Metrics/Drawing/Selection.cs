namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>Finds the value at a place of the sorted order without sorting (quickselect).</summary>
internal static class Selection
{
    /// <summary>The value that would stand at index <paramref name="place"/>. Changes the order of the values.</summary>
    /// <param name="values">Finite.</param>
    public static double Smallest(Span<double> values, int place)
    {
        var (left, right) = (0, values.Length - 1);
        while (left < right)
        {
            var pivot = Middle(values[left], values[left + ((right - left) / 2)], values[right]);
            var (i, j) = (left, right);
            while (i <= j)
            {
                while (values[i] < pivot)
                {
                    i++;
                }

                while (values[j] > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    (i, j) = (i + 1, j - 1);
                }
            }

            if (place <= j)
            {
                right = j;
            }
            else if (place >= i)
            {
                left = i;
            }
            else
            {
                break;
            }
        }

        return values[place];
    }

    private static double Middle(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
