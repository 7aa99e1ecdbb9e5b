namespace Sacredboard.Data.Fields;

/// <summary>The part of a run in which a field lies.</summary>
public enum FieldRoot
{
    /// <summary>A property of the run itself: <c>id</c>, <c>status</c>, <c>started</c>, …; see <see cref="OwnFields"/>.</summary>
    Own,
    Config,
    Info,
    Host,
    Meta,
    Result,
    Experiment,

    /// <summary>A statistic of a metric: <see cref="RunField.Path"/> is its name, <see cref="RunField.Statistic"/> says which.</summary>
    Metric,
}
