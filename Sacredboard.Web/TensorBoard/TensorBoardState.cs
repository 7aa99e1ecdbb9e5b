namespace Sacredboard.Web.TensorBoard;

/// <summary>Where the folders of running TensorBoards lie.</summary>
/// <param name="Place">An absolute path; made when the first one is started.</param>
public sealed record TensorBoardState(string Place)
{
    public static TensorBoardState Of(IServiceProvider services)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return new(Path.Join(home.Length > 0 ? home : Path.GetTempPath(), "sacredboard", "tensorboard"));
    }
}
