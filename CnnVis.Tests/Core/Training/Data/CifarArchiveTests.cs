using CnnVis.Core;
using CnnVis.Core.Training.Data;
using CnnVis.Tests.Support;

namespace CnnVis.Tests.Core.Training.Data;

public sealed class CifarArchiveTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_the_six_files_are_unpacked()
    {
        Unpack(CifarFiles.Archive());

        Assert.Equal(CifarData.Files.Order(), Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
        Assert.Equal(CifarFiles.Content, File.ReadAllBytes(Path.Combine(_folder.Path, CifarData.Files[0])));
    }

    [Fact]
    public void A_name_that_leads_elsewhere_is_written_into_the_folder_all_the_same()
    {
        Unpack(CifarFiles.Archive([.. CifarData.Files.Select(name => $"../../{name}")]));

        Assert.True(CifarData.IsIn(_folder.Path));
        Assert.False(File.Exists(Path.Combine(_folder.Path, "..", CifarData.Files[0])));
    }

    [Fact]
    public void One_that_lacks_a_file_is_refused() =>
        Assert.Contains("lacks files", Refusal(CifarFiles.Archive(CifarData.Files.Skip(1))), StringComparison.Ordinal);

    [Fact]
    public void One_that_breaks_off_is_refused() =>
        Assert.Contains("is damaged", Refusal(CifarFiles.Archive()[..^60]), StringComparison.Ordinal);

    [Fact]
    public void What_is_no_archive_is_refused() => Assert.Contains("is damaged", Refusal("<html>"u8.ToArray()), StringComparison.Ordinal);

    private void Unpack(byte[] archive) => CifarArchive.Unpack(new MemoryStream(archive), _folder.Path);

    private string Refusal(byte[] archive) => Assert.Throws<InvalidDataSetException>(() => Unpack(archive)).Message;
}
