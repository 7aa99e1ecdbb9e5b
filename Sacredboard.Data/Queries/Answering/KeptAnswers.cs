using System.Collections.Concurrent;

namespace Sacredboard.Data.Queries.Answering;

/// <summary>Keeps the last answers, because paging and polling repeat queries. Safe for concurrent use.</summary>
internal sealed class KeptAnswers
{
    private const int Max = 16;

    private readonly ConcurrentDictionary<string, Lazy<QueryAnswer>> _answers = new();

    public QueryAnswer? Find(string key) => _answers.TryGetValue(key, out var known) ? known.Value : null;

    /// <summary>The kept answer, or else a new one, which is made only once.</summary>
    public QueryAnswer GetOrAdd(string key, Func<QueryAnswer> make)
    {
        if (_answers.Count >= Max && !_answers.ContainsKey(key))
        {
            _answers.Clear();
        }

        return _answers.GetOrAdd(key, _ => new(make)).Value;
    }
}
