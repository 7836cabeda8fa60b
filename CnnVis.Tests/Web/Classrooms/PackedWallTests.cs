using System.IO.Compression;
using CnnVis.Web.Classrooms;

namespace CnnVis.Tests.Web.Classrooms;

public sealed class PackedWallTests
{
    private static readonly PackedWall Wall = new("ACEFGH",
    [
        new("001-r1.jpg", new WallPost("a", "r1", "1", "DeepDream", "conv5"), "Ada", [1, 2, 3]),
        new("002-r2.jpg", new WallPost("b", "r2", "2", "Neuron", "<script>"), "Bob", null),
    ]);

    [Fact]
    public void A_page_has_each_result_with_picture_name_and_link()
    {
        var page = Wall.Page("http://school.example/");

        Assert.Contains("href=\"http://school.example/r/r1\"", page, StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/jpeg;base64,AQID\"", page, StringComparison.Ordinal);
        Assert.Contains("<strong>Ada</strong>", page, StringComparison.Ordinal);
        Assert.Contains("Neuron &#183; &lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_has_the_page_and_the_pictures_beside_it()
    {
        using var zip = new ZipArchive(new MemoryStream(Wall.Zip("http://school.example/")));

        Assert.Equal(["index.html", "001-r1.jpg"], zip.Entries.Select(entry => entry.Name));
        using var page = new StreamReader(zip.Entries[0].Open());
        Assert.Contains("src=\"001-r1.jpg\"", page.ReadToEnd(), StringComparison.Ordinal);
    }
}
