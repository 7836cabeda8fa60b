using CnnVis.Core.Training.Drawings;

namespace CnnVis.Tests.Core.Training.Drawings;

public class DrawingClassTests
{
    [Fact]
    public void There_are_122_classes_each_with_its_own_names_in_both_languages()
    {
        Assert.Equal(122, DrawingClass.All.Count);
        Assert.All(DrawingClass.All, kind => Assert.True(kind.English.Length > 1 && kind.German.Length > 1 && kind.Names.Count > 0, kind.Id));
        Assert.Distinct(DrawingClass.All.Select(kind => kind.Id));
        Assert.Distinct(DrawingClass.All.Select(kind => kind.English));
        Assert.Distinct(DrawingClass.All.Select(kind => kind.German));
    }

    [Fact]
    public void No_drawing_belongs_to_two_classes() =>
        Assert.Distinct(DrawingClass.All.SelectMany(kind => kind.Names));

    [Fact]
    public void Firefox_names_have_no_hyphens()
    {
        var tree = DrawingClass.All.Single(kind => kind.Id == "fir-tree");
        var names = tree.NamesIn(DrawingSet.All.Single(set => set.Id == "fxemoji"));
        Assert.Contains(names, name => name.Length > 4 && !name.Contains('-', StringComparison.Ordinal));
    }
}
