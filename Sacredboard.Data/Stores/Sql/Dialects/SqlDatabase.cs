using System.Data.Common;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Sql.Dialects;

/// <summary>One database that is only read, in the dialect of its server. Making one does not connect.</summary>
internal abstract class SqlDatabase : IAsyncDisposable
{
    /// <summary>Where it is, without credentials.</summary>
    public abstract StorePlace Place { get; }

    /// <summary>What users call it, to begin a sentence: "The PostgreSQL server localhost:5432".</summary>
    public abstract string Title { get; }

    /// <summary>A short name for the source.</summary>
    public abstract string ShortName { get; }

    /// <summary>The URL for Sacred's SqlObserver, without credentials.</summary>
    public abstract string ObserverUrl { get; }

    /// <summary>The query for all columns that can be read: table, column, type.</summary>
    public abstract string ColumnsQuery { get; }

    /// <summary>How many bytes of a file or an output are read at a time.</summary>
    public virtual int PartBytes => 4 << 20;

    /// <summary>Whether a text may hold a NUL character.</summary>
    public virtual bool HoldsNul => true;

    /// <summary>Its driver only knows calls that block, whatever they are called.</summary>
    public virtual bool Blocks => false;

    /// <summary>An open connection that cannot write.</summary>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>What the driver met, in words that are safe to show; null for what is not its fault.</summary>
    public abstract RunStoreException? Translate(Exception exception);

    public virtual string Quote(string name) => $"\"{name}\"";

    /// <summary>The bytes of a text in UTF-8.</summary>
    public abstract string Utf8(string text);

    /// <summary>The last characters of a text.</summary>
    public virtual string Tail(string text, int characters) => $"right({text}, {characters})";

    /// <summary>A floating-point number with all its digits.</summary>
    public virtual string Real(string number) => number;

    /// <summary>A time as a parameter (UTC).</summary>
    public virtual object TimeOf(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Unspecified);

    /// <summary>A value of a column as it is stored; a NULL is null.</summary>
    public virtual SacredValue? ValueOf(object stored, string type) => SqlValue.Of(stored);

    /// <summary>Closes the connections that are kept.</summary>
    public abstract ValueTask DisposeAsync();

    protected RunStoreException Problem(RunStoreProblem problem, string text, Exception inner) => new(problem, $"{Title} {text}", inner);
}
