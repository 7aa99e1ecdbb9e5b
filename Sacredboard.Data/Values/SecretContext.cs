namespace Sacredboard.Data.Values;

/// <summary>
/// What the keys on the path to a value say about secrecy: whether <see cref="SecretMask"/> masks the value whatever its content. The
/// default is the root of a tree.
/// </summary>
public readonly record struct SecretContext
{
    // Sacred's options that hold connection strings, in every spelling; the value may lack a scheme.
    private static readonly HashSet<string> ConnectionOptions = ["--sql", "--mongo_db", "--mongo-db", "-l", "-m"];

    /// <summary>Every text here is masked.</summary>
    public bool HidesTexts { get; private init; }

    /// <summary>Every number here is masked too: a PIN is a secret, the number of a token is not.</summary>
    public bool HidesNumbers { get; private init; }

    /// <summary>A text here is a connection string, with or without a scheme.</summary>
    public bool IsConnection { get; private init; }

    private bool InEnvironment { get; init; }

    /// <summary>The context of an object's member. The items of a list have the context of the list.</summary>
    public SecretContext Under(string key)
    {
        // Keys of digits only and jsonpickle tags say nothing about the value.
        if (!key.AsSpan().ContainsAnyExceptInRange('0', '9') || key.StartsWith("py/", StringComparison.Ordinal))
        {
            return this;
        }

        var inEnvironment = InEnvironment || key == "ENV";
        return new()
        {
            // All below a secret is one.
            HidesTexts = HidesTexts || SecretNames.IsSecret(key, inEnvironment),
            HidesNumbers = HidesNumbers || SecretNames.IsSecretNumber(key),
            IsConnection = key.StartsWith('-') && ConnectionOptions.Contains(key),
            InEnvironment = inEnvironment,
        };
    }
}
