using System.IO.Compression;
using System.Text;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Data.Values.Python;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Files;

/// <summary>Reads of a file what its page shows: a bounded part of it, whatever its size.</summary>
public static class FileReader
{
    private const int MaxProse = 250_000;
    private const int MaxArrays = 50;

    /// <param name="opened">The file; left open.</param>
    /// <param name="asText">Show the text that it is written in.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<FileContent> ReadAsync(RunFileContent opened, bool asText, CancellationToken cancellationToken)
    {
        var preview = FilePreview.Of(opened.File);
        if (preview.Kind == FilePreviewKind.Unknown)
        {
            if (!await FileText.IsTextAsync(opened.Content, cancellationToken))
            {
                return new FileClosed("It is no text, and its name does not say what it is.");
            }

            preview = preview.AsText();
        }

        if (preview.Kind == FilePreviewKind.Numpy)
        {
            return await ArraysAsync(opened, cancellationToken);
        }

        if (preview.Kind == FilePreviewKind.Closed)
        {
            return new FileClosed("It is not opened: reading it would run code that is in it, or needs the program that wrote it.");
        }

        var isText = preview.IsText && (asText || preview.Kind is not (FilePreviewKind.Page or FilePreviewKind.Drawing));
        return isText ? await TextAsync(opened, asText ? preview.AsText() : preview, cancellationToken) : new FileOfBrowser();
    }

    private static async Task<FileContent> TextAsync(RunFileContent opened, FilePreview preview, CancellationToken cancellationToken)
    {
        var text = await FileText.ReadAsync(opened.Content, FileText.MaxLength, cancellationToken) with { Language = preview.Language };
        FileContent? shown = preview.Kind switch
        {
            FilePreviewKind.Table => FileTable.Of(text, opened.File.Name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase)),
            FilePreviewKind.Json when !text.Cut => Tree(SacredJson.TryRead(Encoding.UTF8.GetBytes(text.Text))),
            FilePreviewKind.Yaml when !text.Cut => Tree(YamlTree.TryRead(text.Text)),
            FilePreviewKind.Markdown when text.Text.Length <= MaxProse => new FileProse(NoteHtml.Of(text.Text)),
            _ => null,
        };
        return shown ?? text;
    }

    // A single value is as well read as text.
    private static FileTree? Tree(SacredValue? value) =>
        value is SacredObject or SacredList ? new(SecretMask.Value(value)) : null;

    private static async Task<FileContent> ArraysAsync(RunFileContent opened, CancellationToken cancellationToken)
    {
        try
        {
            if (!opened.File.Name.EndsWith(".npz", StringComparison.OrdinalIgnoreCase))
            {
                return await NumpyFile.ReadAsync(opened.Content, cancellationToken) is { } single
                    ? new FileArrays([("", single)], [])
                    : new FileClosed("It is no NumPy array.");
            }

            await using var zip = await ZipArchive.CreateAsync(
                opened.Content, ZipArchiveMode.Read, leaveOpen: true, null, cancellationToken);
            var (arrays, others) = (new List<(string Name, NumpyFile Array)>(), new List<string>());
            foreach (var entry in zip.Entries.Take(MaxArrays))
            {
                await using var content = await entry.OpenAsync(cancellationToken);
                var name = ValueText.Visible(entry.FullName);
                if (await NumpyFile.ReadAsync(content, cancellationToken) is { } array)
                {
                    arrays.Add((name.EndsWith(".npy", StringComparison.Ordinal) ? name[..^4] : name, array));
                }
                else
                {
                    others.Add(name);
                }
            }

            return new FileArrays(arrays, others) { Cut = zip.Entries.Count > MaxArrays };
        }
        catch (InvalidDataException)
        {
            return new FileClosed("It is damaged, or no NumPy file.");
        }
    }
}
