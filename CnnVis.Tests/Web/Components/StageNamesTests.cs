using CnnVis.Core.Attribution;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.Saliency;
using CnnVis.Web.Components.Playground;
using CnnVis.Web.Languages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CnnVis.Tests.Web.Components;

public sealed class StageNamesTests : ComponentContext
{
    private static readonly DeepDreamOptions Dream = new() { Layers = [new("conv1", 1)] };

    [Fact]
    public void One_is_called_by_its_setting() => Assert.Equal(["Small net · conv1"], Names(Dream));

    [Fact]
    public void Where_the_setting_is_alike_it_is_told_what_differs() => Assert.Equal(
        ["Small net · conv1 · octaves 4", "Small net · conv1 · octaves 2"], Names(Dream, Dream with { Octaves = 2 }));

    [Fact]
    public void Each_is_told_all_in_which_any_differs() => Assert.Equal(
        ["Small net · conv1 · octaves 4 · rate 0.01", "Small net · conv1 · octaves 2 · rate 0.01", "Small net · conv1 · octaves 4 · rate 0.02"],
        Names(Dream, Dream with { Octaves = 2 }, Dream with { Rate = 0.02 }));

    [Fact]
    public void Equal_ones_are_numbered() => Assert.Equal(["Small net · conv1 · 1", "Small net · conv1 · 2"], Names(Dream, Dream));

    [Fact]
    public void Classes_have_their_names_where_the_network_has_names_for_them() => Assert.Equal(
        [$"Small net · gradient · {SomeNetworks.Small.Classes[1]}, class 99", "Small net · gradient · most probable class"],
        Names(new SaliencyOptions { Target = new ClassTargets(1, 99) }, new SaliencyOptions()));

    [Fact]
    public void Words_are_written_as_specs_write_them() => Assert.Equal(
        ["Small net · gradient · conv1 · reduction max-abs", "Small net · gradient · conv1 · reduction sum-abs"],
        Names(new SaliencyOptions { Layer = "conv1" }, new SaliencyOptions { Layer = "conv1", Reduction = ColourReduction.SumAbs }));

    private IReadOnlyList<string> Names(params TechniqueOptions[] options) => StageNames.Of(
        Services.GetRequiredService<IStringLocalizer<Words>>(), [.. options.Select(option => (SomeNetworks.Small, option))]);
}
