using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Sacredboard.Web.Terminal;

namespace Sacredboard.Tests.Web.Terminal;

public sealed class TerminalLinesTests
{
    [Property(MaxTest = 500, Arbitrary = [typeof(Outputs)])]
    public void The_fast_way_gives_the_rows_of_the_screen(string output) => Assert.Equal(
        TerminalScreen.Render(output).Select(row => string.Concat(row.Spans.Select(span => span.Text))),
        TerminalLines.Of(output));

    [Theory]
    [InlineData("2026-11-23 10:01:02,345 INFO start\nloss 0.5", "INFO start|loss 0.5")]
    [InlineData("[10:01:02] epoch 1: 0.5", "[] epoch 1: 0.5")]
    [InlineData("2026-11-23T10:01:02.5+01:00 x", "x")]
    [InlineData(" 45%|████▌     | 45/100 [00:12<00:15, 3.6it/s]\nepoch 1", "epoch 1")]
    [InlineData("██████░░░ 20/80 loss 0.5\nCompleted after 0:01:02", "Completed after ")]
    [InlineData("12/50 [====>.........] - loss: 0.5", "")]
    [InlineData("accuracy 45% of [1, 2]\nshape 12/50", "accuracy 45% of [1, 2]|shape 12/50")]
    [InlineData("ratio 1:2:3, port 127.0.0.1:8080", "ratio 1:2:3, port 127.0.0.1:8080")]
    public void Noise_is_progress_bars_and_time_stamps(string output, string left) =>
        Assert.Equal(left, string.Join('|', OutputNoise.Without(output.Split('\n'))));

    private static class Outputs
    {
        public static Arbitrary<string> Texts() => (
            from pieces in Gen.Elements(
                "loss 0.5", "\n", "\r\n", "\r", "\b", "\t", "\e[31m", "\e[K", "\e[2K", "\e[1A", "\e", "\e[", "\a", "\0", "é", "😀", "\ud800",
                "\u0085", "\u2028", "10%").ListOf()
            select string.Concat(pieces)).ToArbitrary();
    }
}
