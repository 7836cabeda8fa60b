using CnnVis.Core;
using CnnVis.Core.Training.Data;
using CnnVis.Tests.Support;

namespace CnnVis.Tests.Core.Training.Data;

public sealed class DataSetCatalogTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Drawn_shapes_are_always_here()
    {
        var catalog = new DataSetCatalog();

        Assert.Null(catalog.Missing("shapes"));
        Assert.Same(catalog.Open("shapes"), catalog.Open("shapes"));
    }

    [Theory]
    [InlineData("fashion-mnist", "dataset-fashion-mnist")]
    [InlineData("cifar-10", "cifar-10-binary.tar.gz")]
    public void What_is_not_here_is_told_with_a_way_to_get_it(string id, string way)
    {
        var catalog = new DataSetCatalog(_folder.Path);

        Assert.Contains(way, catalog.Missing(id), StringComparison.Ordinal);
        Assert.Equal(catalog.Missing(id), Assert.Throws<MissingDataException>(() => catalog.Open(id)).Message);
    }

    [Fact]
    public void A_folder_that_lacks_a_file_does_not_count_and_the_next_one_does()
    {
        string[] files = [.. CifarData.Files];
        Array.ForEach(files[..5], name => _folder.Write($"first/cifar-10/{name}", []));
        var catalog = new DataSetCatalog(Path.Combine(_folder.Path, "first"), Path.Combine(_folder.Path, "second"));
        Assert.NotNull(catalog.Missing("cifar-10"));

        Array.ForEach(files, name => _folder.Write($"second/cifar-10/{name}", []));

        Assert.Null(catalog.Missing("cifar-10"));
        Assert.Throws<InvalidDataSetException>(() => catalog.Open("cifar-10").Test().All());
    }

    [Fact]
    public void An_unknown_data_set_is_refused()
    {
        Assert.Throws<UnknownThingException>(() => new DataSetCatalog().Open("../etc"));
        Assert.Throws<UnknownThingException>(() => new DataSetCatalog().Missing(""));
    }
}
