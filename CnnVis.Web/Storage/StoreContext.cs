using Microsoft.EntityFrameworkCore;

namespace CnnVis.Web.Storage;

/// <summary>
/// The database's model. No column has a type of its own: SQLite and PostgreSQL choose theirs, so that the same
/// migrations serve both.
/// </summary>
public sealed class StoreContext(DbContextOptions<StoreContext> options) : DbContext(options)
{
    public DbSet<RunRecord> Runs => Set<RunRecord>();

    public DbSet<TombstoneRecord> Tombstones => Set<TombstoneRecord>();

    public DbSet<FrameRecord> Frames => Set<FrameRecord>();

    public DbSet<PartRecord> Parts => Set<PartRecord>();

    public DbSet<PictureRecord> Pictures => Set<PictureRecord>();

    public DbSet<BlobRecord> Blobs => Set<BlobRecord>();

    public DbSet<RoomRecord> Rooms => Set<RoomRecord>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RunRecord>(run =>
        {
            run.HasKey(record => record.Id);
            run.HasIndex(record => new { record.SpecHash, record.State });
            run.HasIndex(record => record.State);
            run.HasIndex(record => record.CreatedAt);
            run.HasIndex(record => record.ExpiresAt);
            run.HasIndex(record => new { record.Maker, record.CreatedAt });
            run.HasIndex(record => new { record.Public, record.CreatedAt });
            run.HasIndex(record => new { record.Public, record.Technique, record.Network, record.Layer });
        });
        modelBuilder.Entity<TombstoneRecord>().HasKey(record => record.RunId);
        modelBuilder.Entity<FrameRecord>(frame =>
        {
            frame.HasKey(record => new { record.RunId, record.Step });
            frame.HasOne<RunRecord>().WithMany().HasForeignKey(record => record.RunId);
        });
        modelBuilder.Entity<PartRecord>(part =>
        {
            part.HasKey(record => new { record.RunId, record.Step, record.Kind, record.Name });
            part.HasIndex(record => record.Hash);
            part.HasOne<RunRecord>().WithMany().HasForeignKey(record => record.RunId);
        });
        modelBuilder.Entity<PictureRecord>().HasKey(record => record.Id);
        modelBuilder.Entity<BlobRecord>().HasKey(record => record.Hash);
        modelBuilder.Entity<RoomRecord>().HasKey(record => record.Code);
    }
}
