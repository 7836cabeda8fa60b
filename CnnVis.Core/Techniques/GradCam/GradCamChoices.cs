using System.Text.Json.Serialization;

namespace CnnVis.Core.Techniques.GradCam;

/// <summary>How the channels of a layer are weighed into one map.</summary>
public enum CamMethod
{
    /// <summary>Each channel by its mean gradient.</summary>
    [JsonStringEnumMemberName("grad-cam")] GradCam,

    /// <summary>By a weighted mean of the positive gradients.</summary>
    [JsonStringEnumMemberName("grad-cam++")] GradCamPlusPlus,

    /// <summary>Each place by its own gradient.</summary>
    [JsonStringEnumMemberName("hires-cam")] HiResCam,

    /// <summary>Each place by its own gradient, where that is positive.</summary>
    [JsonStringEnumMemberName("layer-cam")] LayerCam,

    /// <summary>By the gradients, weighed by where the channel is active.</summary>
    [JsonStringEnumMemberName("xgrad-cam")] XGradCam,

    /// <summary>The main direction of the activations, whatever the class.</summary>
    [JsonStringEnumMemberName("eigen-cam")] EigenCam,

    /// <summary>By the score of the picture seen through each channel; no gradients.</summary>
    [JsonStringEnumMemberName("score-cam")] ScoreCam,
}

/// <summary>How guided Grad-CAM brings the map to the picture's size.</summary>
public enum Upsampling
{
    /// <summary>Bilinear, half-pixel centres, as in the paper.</summary>
    [JsonStringEnumMemberName("bilinear")] Bilinear,

    /// <summary>The nearest cell, as Captum does unasked.</summary>
    [JsonStringEnumMemberName("nearest")] Nearest,
}
