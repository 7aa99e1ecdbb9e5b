using System.Globalization;
using System.Net.Sockets;

namespace Sacredboard.Web.TensorBoard;

/// <summary>Waits until a TensorBoard is ready: it has printed its address and answers there.</summary>
/// <param name="secret">The path below which TensorBoard listens.</param>
internal sealed class TensorBoardReadiness(OutputTail output, string secret, HttpMessageInvoker http, TimeProvider time)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Its base address, without a trailing slash, as soon as it answers.</summary>
    /// <exception cref="TensorBoardException">Its output names no port.</exception>
    public async Task<string> AddressAsync(CancellationToken cancellationToken)
    {
        var line = await output.Found.WaitAsync(cancellationToken);
        var before = line.AsSpan(0, line.IndexOf(secret, StringComparison.Ordinal));
        if (!ushort.TryParse(before[(before.LastIndexOf(':') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            throw new TensorBoardException(TensorBoardProblem.Port, $"TensorBoard does not say on which port it listens: {line}");
        }

        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{secret}");
        while (!await AnswersAsync(address, cancellationToken))
        {
            await Task.Delay(PollInterval, time, cancellationToken);
        }

        return address;
    }

    private async Task<bool> AnswersAsync(string address, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(ResponseTimeout);
        try
        {
            using var response = await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, address + "/data/environment"), timeout.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }
}
