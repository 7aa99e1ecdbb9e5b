using System.Numerics;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.TensorBoard.Messages;

/// <summary>The message tensorboard.hparams.HParamsPluginData: the settings that a training was started with.</summary>
internal sealed class HparamsMessage : ReusableMessage, IMessage<HparamsMessage>
{
    /// <summary>The plugin whose metadata holds it.</summary>
    public const string Plugin = "hparams";

    private readonly SessionStartMessage _start = new();

    /// <summary>Null when it is not the start of a session, or cannot be read.</summary>
    public static SacredObject? Read(ByteString content)
    {
        var message = new HparamsMessage();
        try
        {
            new MessageParser<HparamsMessage>(() => message).WithDiscardUnknownFields(true).ParseFrom(content.Span);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }

        return message._start.IsThere ? new([.. message._start.Settings.OrderBy(setting => setting.Key, StringComparer.Ordinal)]) : null;
    }

    void IMessage<HparamsMessage>.MergeFrom(HparamsMessage message) => throw new NotSupportedException();

    bool IEquatable<HparamsMessage>.Equals(HparamsMessage? other) => ReferenceEquals(this, other);

    HparamsMessage IDeepCloneable<HparamsMessage>.Clone() => throw new NotSupportedException();

    protected override bool TryRead(uint tag, ref ParseContext input)
    {
        if (tag != 26)
        {
            return false;
        }

        _start.IsThere = true;
        input.ReadMessage(_start);
        return true;
    }

    // Protocol buffers know only doubles.
    private static SacredValue Of(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.NumberValue when double.IsInteger(value.NumberValue) && Math.Abs(value.NumberValue) < 1e15 =>
            new SacredInteger(new BigInteger(value.NumberValue)),
        Value.KindOneofCase.NumberValue => new SacredDouble(value.NumberValue),
        Value.KindOneofCase.BoolValue => value.BoolValue ? SacredBoolean.True : SacredBoolean.False,
        Value.KindOneofCase.StringValue => new SacredText(value.StringValue),
        Value.KindOneofCase.ListValue => new SacredList([.. value.ListValue.Values.Select(Of)]),
        _ => SacredNull.Value,
    };

    private sealed class SessionStartMessage : ReusableMessage
    {
        public bool IsThere { get; set; }

        /// <summary>A setting that is there twice has its last value.</summary>
        public Dictionary<string, SacredValue> Settings { get; } = [];

        protected override bool TryRead(uint tag, ref ParseContext input)
        {
            if (tag != 10)
            {
                return false;
            }

            var entry = new SettingMessage();
            input.ReadMessage(entry);
            Settings[entry.Name] = Of(entry.Value);
            return true;
        }
    }

    private sealed class SettingMessage : ReusableMessage
    {
        public string Name { get; private set; } = "";

        public Value Value { get; } = new();

        protected override bool TryRead(uint tag, ref ParseContext input)
        {
            switch (tag)
            {
                case 10:
                    Name = input.ReadString();
                    return true;
                case 18:
                    input.ReadMessage(Value);
                    return true;
                default:
                    return false;
            }
        }
    }
}
