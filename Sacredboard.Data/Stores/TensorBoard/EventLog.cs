using Google.Protobuf;
using Sacredboard.Data.Stores.Logs;
using Sacredboard.Data.Stores.TensorBoard.Messages;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>
/// The content of the events of one directory, by the rules of TensorBoard's own loader: the first metadata of a tag defines what its
/// tensors are, and a step that does not go forward removes the points that an earlier attempt had written beyond it.
/// </summary>
/// <param name="maxPoints">Maximum number of kept points, scalars and media together; the rest is left out.</param>
internal sealed class EventLog(int maxPoints = EventLog.MaxPoints)
{
    /// <summary>About a gigabyte.</summary>
    public const int MaxPoints = 40_000_000;

    /// <summary>The year 10000, in seconds since 1970.</summary>
    private const double MaxTime = 253_402_300_800;

    private const string Scalars = "scalars";
    private const string Images = "images";
    private const string Texts = "text";
    private const string Histograms = "histograms";
    private const int SessionStop = 2;

    private readonly EventMessage _event = new(whole: false);
    private readonly Dictionary<string, string> _plugins = [];

    public EventTags Tags { get; } = new(maxPoints);

    /// <summary>Wall times of the first and the latest event, in seconds since 1970 UTC; NaN without events.</summary>
    public double FirstTime { get; private set; } = double.NaN;

    public double LastTime { get; private set; } = double.NaN;

    /// <summary>The writer logged the end of the session, and nothing followed.</summary>
    public bool HasStopped { get; private set; }

    /// <summary>What <c>add_hparams</c> logged: the settings of the training; null for none.</summary>
    public SacredObject? Hparams { get; private set; }

    /// <summary>Number of records that are not events.</summary>
    public int Unreadable { get; private set; }

    public void Add(ReadOnlySpan<byte> record, int file, long offset)
    {
        try
        {
            _event.Read(record);
        }
        catch (InvalidProtocolBufferException)
        {
            Unreadable++;
            return;
        }

        // TensorBoard leaves out events of no possible time.
        if (!(Math.Abs(_event.WallTime) < MaxTime))
        {
            return;
        }

        NoteTime(_event.WallTime);
        switch (_event.Kind)
        {
            case EventKind.SessionLog:
                HasStopped = _event.SessionStatus == SessionStop;
                break;
            case EventKind.Summary:
                AddValues(file, offset);
                break;
        }
    }

    private void NoteTime(double time)
    {
        if (double.IsFinite(time) && time > 0)
        {
            FirstTime = double.IsNaN(FirstTime) ? time : Math.Min(FirstTime, time);
            LastTime = double.IsNaN(LastTime) ? time : Math.Max(LastTime, time);
        }
    }

    private void AddValues(int file, long offset)
    {
        HasStopped = false;
        for (var i = 0; i < _event.Count; i++)
        {
            AddValue(_event.Value(i), new MediaLocation(_event.Step, _event.WallTime, file, offset, i));
        }
    }

    private void AddValue(ValueMessage value, MediaLocation location)
    {
        var plugin = value.Kind switch
        {
            ValueKind.Simple => Scalars,
            ValueKind.Image => Images,
            ValueKind.Histogram => Histograms,
            _ => value.Plugin,
        };
        if (value.Plugin == HparamsMessage.Plugin)
        {
            Hparams = HparamsMessage.Read(value.PluginContent) ?? Hparams;
        }

        if (plugin is not null && _plugins.TryAdd(value.Tag, plugin))
        {
            foreach (var (earlier, number) in Tags.TakePending(value.Tag))
            {
                AddTensor(plugin, value.Tag, number, earlier);
            }
        }

        switch (value.Kind)
        {
            case ValueKind.Simple:
                Tags.AddScalar(value.Tag, location.Step, location.Time, value.Simple);
                break;
            case ValueKind.Image:
                Tags.AddMedia(MediaKind.Image, value.Tag, location);
                break;
            case ValueKind.Histogram:
                Tags.AddMedia(MediaKind.Histogram, value.Tag, location);
                break;
            case ValueKind.Tensor when _plugins.TryGetValue(value.Tag, out var known):
                AddTensor(known, value.Tag, TensorNumbers.Single(value.Tensor), location with { Count = value.Tensor.StringCount });
                break;
            case ValueKind.Tensor:
                Tags.AddPending(value.Tag, TensorNumbers.Single(value.Tensor), location with { Count = value.Tensor.StringCount });
                break;
        }
    }

    private void AddTensor(string plugin, string tag, double? number, MediaLocation location)
    {
        switch (plugin)
        {
            case Scalars when number is { } value:
                Tags.AddScalar(tag, location.Step, location.Time, value);
                break;
            case Images:
                // Width and height precede the pictures.
                Tags.AddMedia(MediaKind.Image, tag, location with { Count = Math.Max(0, location.Count - 2) });
                break;
            case Texts:
                Tags.AddMedia(MediaKind.Text, tag, location);
                break;
            case Histograms:
                Tags.AddMedia(MediaKind.Histogram, tag, location with { Count = 1 });
                break;
        }
    }
}
