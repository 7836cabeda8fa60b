using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.GradCam;
using Microsoft.AspNetCore.Components;
using static CnnVis.Web.Languages.Words;

namespace CnnVis.Web.Components.Playground;

/// <summary>Which classes to look for, in which layer, and how.</summary>
public sealed partial class GradCamOptionsEditor
{
    private static readonly MethodChoice<CamMethod>[] Methods =
    [
        new(CamMethod.GradCam, Key("Grad-CAM"), Key("Each channel counts by its mean gradient.")),
        new(CamMethod.GradCamPlusPlus, Key("Grad-CAM++"), Key("By its positive gradients: kinder to several objects of one class.")),
        new(CamMethod.HiResCam, Key("HiResCAM"), Key("Each place counts by its own gradient: only where the class really reads.")),
        new(CamMethod.LayerCam, Key("LayerCAM"), Key("Each place by its own positive gradient: sharp in early layers too.")),
        new(CamMethod.XGradCam, Key("XGrad-CAM"), Key("By the gradients where the channel is active.")),
        new(CamMethod.EigenCam, Key("EigenCAM"), Key("The main direction of the activations: no class, no gradient.")),
        new(CamMethod.ScoreCam, Key("Score-CAM"), Key("The picture is seen through each channel in turn: no gradient, many passes.")),
    ];

    private static readonly (LayerChoice, string)[] Layers =
        [(LayerChoice.Auto, Key("Last")), (LayerChoice.Sweep, Key("Each size")), (LayerChoice.Chosen, Key("Chosen"))];

    [Parameter, EditorRequired]
    public required NetworkInfo Network { get; set; }

    [Parameter, EditorRequired]
    public required GradCamOptions Options { get; set; }

    [Parameter]
    public EventCallback<GradCamOptions> OptionsChanged { get; set; }

    private LayerChoice Way => Options.Layer switch
    {
        GradCamOptions.Auto => LayerChoice.Auto,
        GradCamOptions.Sweep => LayerChoice.Sweep,
        _ => LayerChoice.Chosen,
    };

    private string LayerHelp => Way switch
    {
        LayerChoice.Auto => L["The last maps before the head: the network's most abstract view."],
        LayerChoice.Sweep => L["One layer of each size: fine and vague first, coarse and sure last."],
        _ => L["Any layer with height and width."],
    };

    private Task Switch(LayerChoice way) => Set(way switch
    {
        LayerChoice.Auto => Options with { Layer = GradCamOptions.Auto },
        LayerChoice.Sweep => Options with
        {
            Layer = GradCamOptions.Sweep,
            Target = Options.Target.Indices.Count > 1 ? new ClassTargets(Options.Target.Indices[0]) : Options.Target,
        },
        _ => Options with { Layer = Network.DreamLayer },
    });

    private Task Set(GradCamOptions options) => OptionsChanged.InvokeAsync(options);

    private enum LayerChoice
    {
        Auto,
        Sweep,
        Chosen,
    }
}
