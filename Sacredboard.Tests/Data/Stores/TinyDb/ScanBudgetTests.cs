using Microsoft.Extensions.Time.Testing;
using Sacredboard.Data.Stores.TinyDb;

namespace Sacredboard.Tests.Data.Stores.TinyDb;

public sealed class ScanBudgetTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ScanBudget _budget;

    public ScanBudgetTests() => _budget = new ScanBudget(_time);

    [Fact]
    public void Scans_of_each_heartbeat_are_not_put_off()
    {
        for (var heartbeat = 0; heartbeat < 20; heartbeat++)
        {
            Assert.False(_budget.IsSpent);
            Scan(TimeSpan.FromSeconds(0.9));
            _time.Advance(TimeSpan.FromSeconds(9.1));
        }
    }

    [Fact]
    public void Many_changes_take_a_tenth_of_the_time()
    {
        var scans = 0;
        for (var second = 0; second < 600; second++)
        {
            if (!_budget.IsSpent)
            {
                scans++;
                Scan(TimeSpan.FromSeconds(0.5));
                _time.Advance(TimeSpan.FromSeconds(0.5));
            }
            else
            {
                _time.Advance(TimeSpan.FromSeconds(1));
            }
        }

        Assert.InRange(scans * 0.5, 50, 65);
    }

    private void Scan(TimeSpan duration)
    {
        var began = _time.GetTimestamp();
        _time.Advance(duration);
        _budget.Spend(began);
    }
}
