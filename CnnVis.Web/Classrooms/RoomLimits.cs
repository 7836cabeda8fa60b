using System.Threading.RateLimiting;

namespace CnnVis.Web.Classrooms;

/// <summary>
/// How much may come from one place at a time. A whole class often comes from one address, so what an address may do is
/// enough for a large one; posts are counted by browser.
/// </summary>
internal sealed class RoomLimits : IDisposable
{
    /// <summary>What may come at once, and how much more each minute; rooms each hour.</summary>
    internal const int Joins = 200, Guesses = 300, Rooms = 20, Posts = 12;

    private const string WrongCodes = "wrong codes";

    private readonly PartitionedRateLimiter<string> _joins = Bucket(Joins), _guesses = Bucket(Guesses), _rooms = Bucket(Rooms, TimeSpan.FromHours(1)), _posts = Bucket(Posts);

    /// <exception cref="TooManyRequestsException">Too many students came from this address.</exception>
    public void Join(string address) => Take(_joins, address, "students");

    /// <exception cref="TooManyRequestsException">Too many wrong codes came from this address.</exception>
    public void Guess(string address) => Take(_guesses, address, WrongCodes);

    /// <summary>Who has guessed too often is not told whether the next one is right.</summary>
    /// <exception cref="TooManyRequestsException">Too many wrong codes came from this address.</exception>
    public void RequireGuess(string address)
    {
        if (_guesses.GetStatistics(address) is { CurrentAvailablePermits: 0 })
        {
            throw new TooManyRequestsException(WrongCodes);
        }
    }

    /// <exception cref="TooManyRequestsException">Too many rooms were opened from this address.</exception>
    public void Open(string address) => Take(_rooms, address, "new rooms");

    /// <exception cref="TooManyRequestsException">This browser put too much on the wall.</exception>
    public void Post(string visitor) => Take(_posts, visitor, "results for the wall");

    public void Dispose()
    {
        _joins.Dispose();
        _guesses.Dispose();
        _rooms.Dispose();
        _posts.Dispose();
    }

    private static PartitionedRateLimiter<string> Bucket(int most, TimeSpan? period = null) => PartitionedRateLimiter.Create<string, string>(place =>
        RateLimitPartition.GetTokenBucketLimiter(place, _ => new()
        {
            TokenLimit = most, TokensPerPeriod = most, ReplenishmentPeriod = period ?? TimeSpan.FromMinutes(1), QueueLimit = 0, AutoReplenishment = true,
        }));

    private static void Take(PartitionedRateLimiter<string> limiter, string place, string what)
    {
        using var lease = limiter.AttemptAcquire(place);
        if (!lease.IsAcquired)
        {
            throw new TooManyRequestsException(what);
        }
    }
}
