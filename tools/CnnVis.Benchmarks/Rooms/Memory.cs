namespace CnnVis.Benchmarks.Rooms;

/// <summary>The process's memory in megabytes.</summary>
/// <param name="Managed">Objects in use.</param>
/// <param name="Resident">All that it holds of the machine's memory, libraries and libtorch's own included.</param>
internal sealed record Memory(double Managed, double Resident)
{
    public static Memory Now()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return new(GC.GetTotalMemory(forceFullCollection: false) / 1e6, Environment.WorkingSet / 1e6);
    }

    public static Memory operator -(Memory one, Memory other) => new(one.Managed - other.Managed, one.Resident - other.Resident);

    public static Memory operator /(Memory one, int parts) => new(one.Managed / parts, one.Resident / parts);
}
