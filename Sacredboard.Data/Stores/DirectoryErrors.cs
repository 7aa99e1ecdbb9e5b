namespace Sacredboard.Data.Stores;

/// <summary>Says why the directory of a source cannot be listed.</summary>
internal static class DirectoryErrors
{
    /// <summary>Calls what lists a directory.</summary>
    /// <exception cref="RunStoreException">It cannot be listed.</exception>
    public static T Try<T>(string directory, Func<T> list)
    {
        try
        {
            return list();
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new RunStoreException(RunStoreProblem.Refused, $"The directory {directory} may not be read.", exception);
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new RunStoreException(RunStoreProblem.Unreachable, $"The directory {directory} does not exist.", exception);
        }
        catch (IOException exception)
        {
            throw new RunStoreException(RunStoreProblem.Unreachable, $"The directory {directory} cannot be read.", exception);
        }
    }
}
