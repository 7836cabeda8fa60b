using CnnVis.Web.Runs;

namespace CnnVis.Web.Api;

/// <summary>Names of files to download: they tell thirty pupils' downloads apart, and what each is.</summary>
internal static class FileNames
{
    public static string Of(RunDescription run) =>
        string.Join('-', new[] { "cnnvis", run.Spec.Technique, run.Spec.Network, run.Id[..Math.Min(8, run.Id.Length)] }.OfType<string>());
}
