using CnnVis.Core.Training.Drawings;

namespace CnnVis.Tests.Core.Training.Drawings;

public class DrawingSetTests
{
    [Fact]
    public void Share_alike_sets_are_kept_for_testing_and_all_others_are_trained_on()
    {
        Assert.Equal(["openmoji", "emojione-v1"], DrawingSet.All.Where(set => set.HeldOut).Select(set => set.Id));
        Assert.All(DrawingSet.All, set => Assert.Equal(set.HeldOut, set.Licence == "CC-BY-SA-4.0"));
    }

    [Fact]
    public void Every_package_has_a_fixed_version() =>
        Assert.All(DrawingSet.All, set => Assert.Matches(@"^@[a-z-]+/[a-z0-9-]+@\d+\.\d+\.\d+$", set.Package));

    [Fact]
    public void A_package_s_file_is_named_as_npm_names_it() =>
        Assert.Equal("iconify-json-noto-1.2.9.tgz", DrawingSet.All[0].FileName);
}
