namespace CnnVis.Core.Training;

/// <summary>
/// Random numbers from a seed, the same everywhere and quick (SplitMix64: Steele, Lea and Flood 2014, "Fast splittable
/// pseudorandom number generators"). Neighbouring seeds give unrelated numbers.
/// </summary>
/// <param name="seed">Decides everything.</param>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = Mixed(seed);

    /// <summary>64 random bits.</summary>
    public ulong Bits() => Mixed(_state += 0x9E3779B97F4A7C15);

    /// <summary>Evenly from 0 to less than 1.</summary>
    public double Next() => (Bits() >> 11) * (1.0 / (1ul << 53));

    /// <summary>Evenly from low to high.</summary>
    public double Between(double low, double high) => low + ((high - low) * Next());

    /// <summary>A whole number from 0 to less than the limit.</summary>
    public int Below(int limit) => (int)(Next() * limit);

    /// <summary>Nearly normal with deviation 1: the sum of eight bytes, by the central limit theorem.</summary>
    public double Bell()
    {
        var (bits, sum) = (Bits(), 0);
        for (; bits != 0; bits >>= 8)
        {
            sum += (int)(bits & 255);
        }

        return (sum - 1020) / 209.023; // sqrt(8 (256² - 1) / 12)
    }

    private static ulong Mixed(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
