namespace Sacredboard.Data.Comparing;

/// <summary>A config key of several runs whose effect is asked for.</summary>
/// <param name="Name">As it is written in queries.</param>
/// <param name="Numbers">One for each run, NaN where it has none; null for a setting of other values.</param>
/// <param name="Texts">One for each run, null where it has none; empty for numbers.</param>
public sealed record Setting(string Name, double[]? Numbers, string?[] Texts)
{
    public static Setting OfNumbers(string name, double[] numbers) => new(name, numbers, []);

    public static Setting OfTexts(string name, string?[] texts) => new(name, null, texts);
}
