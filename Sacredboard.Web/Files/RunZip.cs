using System.Buffers;
using System.IO.Compression;
using System.Text;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Files;

/// <summary>
/// Writes files of a run into a zip while it is sent, in constant memory. What cannot be read is named in <c>left-out.txt</c>. Dispose it
/// for the end of the zip.
/// </summary>
public sealed class RunZip : IAsyncDisposable
{
    private const int BufferSize = 81920;

    // Packing these once more takes time and saves nothing.
    private static readonly HashSet<string> Packed = new(StringComparer.OrdinalIgnoreCase)
    {
        ".7z", ".avi", ".bz2", ".gif", ".gz", ".jpeg", ".jpg", ".mkv", ".mov", ".mp3", ".mp4", ".npz", ".ogg", ".parquet", ".png", ".pt",
        ".pth", ".webm", ".webp", ".whl", ".xz", ".zip", ".zst",
    };

    private readonly ZipArchive _zip;
    private readonly RunReader _runs;
    private readonly RunId _id;
    private readonly ZipNames _names = new();
    private readonly List<string> _leftOut = [];

    private RunZip(ZipArchive zip, RunReader runs, RunId id) => (_zip, _runs, _id) = (zip, runs, id);

    /// <param name="to">Where it is sent; left open.</param>
    public static async Task<RunZip> CreateAsync(Stream to, RunReader runs, RunId id, CancellationToken cancellationToken) =>
        new(await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, null, cancellationToken), runs, id);

    /// <param name="folder">Where the entry belongs, with a slash at its end; "" for the top.</param>
    public async Task AddAsync(string folder, RunFile file, CancellationToken cancellationToken)
    {
        if (!file.Available || await OpenAsync(file, cancellationToken) is not { } content)
        {
            _leftOut.Add($"{file.Name}: {file.Problem ?? "It cannot be read any longer."}");
            return;
        }

        await using (content)
        {
            var name = _names.Take(folder, file.Name, file.Id);
            var entry = _zip.CreateEntry(
                name, Packed.Contains(Path.GetExtension(name)) ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
            // The times of a zip begin in 1980.
            if (content.LastModified is { Year: >= 1980 and < 2107 } time)
            {
                entry.LastWriteTime = time;
            }

            await using var target = await entry.OpenAsync(cancellationToken);
            if (!await CopyAsync(content.Content, target, cancellationToken))
            {
                _leftOut.Add($"{file.Name}: only its beginning is here, because it could not be read to its end.");
            }
        }
    }

    public async Task AddTextAsync(string name, string text, CancellationToken cancellationToken)
    {
        var entry = _zip.CreateEntry(_names.Take("", name, name), CompressionLevel.Fastest);
        await using var target = await entry.OpenAsync(cancellationToken);
        await target.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }

    public async Task AddLeftOutAsync(CancellationToken cancellationToken)
    {
        if (_leftOut.Count > 0)
        {
            await AddTextAsync("left-out.txt", string.Join('\n', _leftOut) + "\n", cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _zip.DisposeAsync();

    private async Task<RunFileContent?> OpenAsync(RunFile file, CancellationToken cancellationToken)
    {
        try
        {
            return await _runs.OpenFileAsync(_id, file.Id, cancellationToken);
        }
        catch (RunStoreException)
        {
            return null;
        }
    }

    // Only reading may fail here: when the other side hangs up, all ends.
    private static async Task<bool> CopyAsync(Stream content, Stream target, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await ReadAsync() is var length && length != 0)
            {
                if (length < 0)
                {
                    return false;
                }

                await target.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        async Task<int> ReadAsync()
        {
            try
            {
                return await content.ReadAsync(buffer, cancellationToken);
            }
            catch (Exception exception) when (exception is RunStoreException or IOException)
            {
                return -1;
            }
        }
    }
}
