using Google.Protobuf;

namespace Sacredboard.Data.Stores.TensorBoard.Messages;

/// <summary>The kind of a summary value; exactly one of these.</summary>
internal enum ValueKind
{
    None,
    Simple,
    Image,
    Histogram,
    Tensor,
}

/// <summary>The message tensorflow.Summary.Value: a tag with the value logged under it.</summary>
internal sealed class ValueMessage(bool whole) : ReusableMessage
{
    private readonly MetadataMessage _metadata = new();

    public string Tag { get; private set; } = "";

    public ValueKind Kind { get; private set; }

    public float Simple { get; private set; }

    /// <summary>
    /// The plugin that defines what a tensor is: <c>scalars</c>, <c>images</c>, <c>text</c>, <c>histograms</c>; null without
    /// metadata.
    /// </summary>
    public string? Plugin { get; private set; }

    /// <summary>What the plugin keeps with the metadata; only of <see cref="HparamsMessage.Plugin"/>.</summary>
    public ByteString PluginContent { get; private set; } = ByteString.Empty;

    public TensorMessage Tensor { get; } = new(whole);

    public ImageMessage Image { get; } = new(whole);

    public HistogramMessage Histogram { get; } = new(whole);

    public void Clear()
    {
        (Tag, Kind, Simple, Plugin, PluginContent) = ("", ValueKind.None, 0, null, ByteString.Empty);
    }

    protected override bool TryRead(uint tag, ref ParseContext input)
    {
        switch (tag)
        {
            case 10:
                Tag = input.ReadString();
                return true;
            case 21:
                (Simple, Kind) = (input.ReadFloat(), ValueKind.Simple);
                return true;
            case 34:
                Kind = ValueKind.Image;
                Image.Clear();
                input.ReadMessage(Image);
                return true;
            case 42:
                Kind = ValueKind.Histogram;
                Histogram.Clear();
                input.ReadMessage(Histogram);
                return true;
            case 66:
                Kind = ValueKind.Tensor;
                Tensor.Clear();
                input.ReadMessage(Tensor);
                return true;
            case 74:
                _metadata.Clear();
                input.ReadMessage(_metadata);
                (Plugin, PluginContent) = (_metadata.Plugin, _metadata.Content);
                return true;
            default:
                return false;
        }
    }

    /// <summary>tensorflow.SummaryMetadata.</summary>
    private sealed class MetadataMessage : ReusableMessage
    {
        private readonly PluginMessage _data = new();

        public string Plugin => _data.Name;

        public ByteString Content => _data.Content;

        public void Clear() => _data.Clear();

        protected override bool TryRead(uint tag, ref ParseContext input)
        {
            if (tag != 10)
            {
                return false;
            }

            input.ReadMessage(_data);
            return true;
        }
    }

    private sealed class PluginMessage : ReusableMessage
    {
        public string Name { get; private set; } = "";

        public ByteString Content { get; private set; } = ByteString.Empty;

        public void Clear() => (Name, Content) = ("", ByteString.Empty);

        protected override bool TryRead(uint tag, ref ParseContext input)
        {
            switch (tag)
            {
                case 10:
                    Name = input.ReadString();
                    return true;
                case 18 when Name == HparamsMessage.Plugin:
                    Content = input.ReadBytes();
                    return true;
                default:
                    return false;
            }
        }
    }
}
