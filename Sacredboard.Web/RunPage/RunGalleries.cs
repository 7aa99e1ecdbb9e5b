using System.Globalization;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Files;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.RunPage;

namespace Sacredboard.Web.RunPage;

/// <summary>Sorts the pictures of a run's artifacts and resources into a gallery.</summary>
internal static class RunGalleries
{
    // More pictures are in the list of files, each with its page.
    private const int MaxSeries = 12;
    private const int MaxSingles = 60;
    private const int MinPictures = 2;

    /// <summary>Empty for fewer pictures than a gallery is worth.</summary>
    public static RunGallery Of(IReadOnlyList<RunFileViewModel> files)
    {
        var pictures = files.Where(file => file.File.Kind != RunFileKind.Source && file.IsPicture)
            .OrderBy(file => file.Name, NaturalOrder.Comparer).ToList();
        if (pictures.Count < MinPictures)
        {
            return new([], []);
        }

        // One number alone makes no series: its name is shown as it is.
        var series = pictures.GroupBy(file => NumberedName.Of(file.Name).Series)
            .ToLookup(group => group.Select(file => NumberedName.Of(file.Name).Number).Distinct().Count() > 1);
        var singles = series[false].SelectMany(group => group).ToList();
        var shared = SharedFolder([.. singles.Select(file => file.Name)]);
        return new(
            [.. series[true].Take(MaxSeries).Select(StripOf)],
            [.. singles.Take(MaxSingles).Select(file => (file.Name[shared..], file))]);
    }

    private static LoggedStrip StripOf(IGrouping<string, RunFileViewModel> series)
    {
        LoggedStep[] steps =
        [
            .. series.GroupBy(file => NumberedName.Of(file.Name).Number!.Value).OrderBy(group => group.Key).Select(group =>
                new LoggedStep(group.Key.ToString(CultureInfo.InvariantCulture), [.. group.Select(file => file.Url + "?inline=true")])),
        ];
        return new(series.Key, steps.Length, steps, "") { IsOfFiles = true };
    }

    // How much of all names is the folder that they lie in together.
    private static int SharedFolder(IReadOnlyList<string> names)
    {
        if (names.Count < 2)
        {
            return 0;
        }

        var same = names.Min(name => name.AsSpan().CommonPrefixLength(names[0]));
        return names[0].AsSpan(0, same).LastIndexOfAny('/', '\\') + 1;
    }
}
