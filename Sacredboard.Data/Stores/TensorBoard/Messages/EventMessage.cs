using Google.Protobuf;

namespace Sacredboard.Data.Stores.TensorBoard.Messages;

/// <summary>The content of an event; exactly one of these.</summary>
internal enum EventKind
{
    Other,
    Summary,
    SessionLog,
}

/// <summary>The message tensorflow.Event: the content of one record.</summary>
internal sealed class EventMessage : ReusableMessage, IMessage<EventMessage>
{
    private readonly bool _whole;
    private readonly MessageParser<EventMessage> _parser;
    private readonly List<ValueMessage> _values = [];
    private readonly SessionLogMessage _session = new();
    private readonly SummaryMessage _summary;

    /// <param name="whole">Also reads the content of pictures, texts and histograms; otherwise only notes that they exist.</param>
    public EventMessage(bool whole)
    {
        _whole = whole;
        _summary = new SummaryMessage(this);
        _parser = new MessageParser<EventMessage>(() => this).WithDiscardUnknownFields(true);
    }

    /// <summary>Seconds since 1970 UTC.</summary>
    public double WallTime { get; private set; }

    public long Step { get; private set; }

    public EventKind Kind { get; private set; }

    /// <summary>The status of a <see cref="EventKind.SessionLog"/>: 1 is START, 2 STOP, 3 CHECKPOINT.</summary>
    public int SessionStatus => _session.Status;

    /// <summary>Number of values; 0 unless the event is a summary.</summary>
    public int Count { get; private set; }

    public ValueMessage Value(int index) => _values[index];

    /// <summary>Reads the next event into this object, replacing the last one.</summary>
    /// <exception cref="InvalidProtocolBufferException">The record is not an event.</exception>
    public void Read(ReadOnlySpan<byte> record)
    {
        (WallTime, Step, Kind, Count) = (0, 0, EventKind.Other, 0);
        _session.Clear();
        _parser.ParseFrom(record);
    }

    void IMessage<EventMessage>.MergeFrom(EventMessage message) => throw new NotSupportedException();

    bool IEquatable<EventMessage>.Equals(EventMessage? other) => ReferenceEquals(this, other);

    EventMessage IDeepCloneable<EventMessage>.Clone() => throw new NotSupportedException();

    protected override bool TryRead(uint tag, ref ParseContext input)
    {
        switch (tag)
        {
            case 9:
                WallTime = input.ReadDouble();
                return true;
            case 16:
                Step = input.ReadInt64();
                return true;
            case 42:
                Kind = EventKind.Summary;
                input.ReadMessage(_summary);
                return true;
            case 58:
                Kind = EventKind.SessionLog;
                input.ReadMessage(_session);
                return true;
            default:
                return false;
        }
    }

    private ValueMessage Next()
    {
        if (Count == _values.Count)
        {
            _values.Add(new ValueMessage(_whole));
        }

        var value = _values[Count++];
        value.Clear();
        return value;
    }

    /// <summary>tensorflow.Summary.</summary>
    private sealed class SummaryMessage(EventMessage owner) : ReusableMessage
    {
        protected override bool TryRead(uint tag, ref ParseContext input)
        {
            if (tag != 10)
            {
                return false;
            }

            input.ReadMessage(owner.Next());
            return true;
        }
    }

    private sealed class SessionLogMessage : ReusableMessage
    {
        public int Status { get; private set; }

        public void Clear() => Status = 0;

        protected override bool TryRead(uint tag, ref ParseContext input)
        {
            if (tag != 8)
            {
                return false;
            }

            Status = input.ReadEnum();
            return true;
        }
    }
}
