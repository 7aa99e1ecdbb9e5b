using Google.Protobuf;

namespace Sacredboard.Data.Stores.TensorBoard.Messages;

/// <summary>What an event is about; only one of these is set.</summary>
internal enum EventKind
{
    Other,
    FileVersion,
    Summary,
    SessionLog,
}

/// <summary>tensorflow.Event: the content of one record.</summary>
internal sealed class EventMessage : EventPart, IMessage<EventMessage>
{
    private readonly bool _whole;
    private readonly MessageParser<EventMessage> _parser;
    private readonly List<ValueMessage> _values = [];
    private readonly SessionLogMessage _session = new();
    private readonly SummaryMessage _summary;

    /// <param name="whole">Read pictures, texts and histograms too, not only that they are there.</param>
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

    /// <summary><c>brain.Event:2</c>.</summary>
    public string FileVersion { get; private set; } = "";

    /// <summary>Of <see cref="EventKind.SessionLog"/>: 1 is START, 2 STOP, 3 CHECKPOINT.</summary>
    public int SessionStatus => _session.Status;

    /// <summary>How many of <see cref="Value"/> there are; 0 unless it is a summary.</summary>
    public int Count { get; private set; }

    public ValueMessage Value(int place) => _values[place];

    /// <summary>Reads the next event into this object; what it held before is gone.</summary>
    /// <exception cref="InvalidProtocolBufferException">It is no event.</exception>
    public void Read(ReadOnlySpan<byte> record)
    {
        (WallTime, Step, Kind, FileVersion, Count) = (0, 0, EventKind.Other, "", 0);
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
            case 26:
                (FileVersion, Kind) = (input.ReadString(), EventKind.FileVersion);
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
    private sealed class SummaryMessage(EventMessage owner) : EventPart
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

    private sealed class SessionLogMessage : EventPart
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
