using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Training.Data;
using CnnVis.Core.Imaging;
using TorchSharp;
using static TorchSharp.torch;
namespace CnnVis.Benchmarks;
internal static class Scratch
{
    public static void Point(string json)
    {
        var technique = new GapLabTechnique();
        var options = (GapLabOptions)technique.Complete((GapLabOptions)CnnVis.Core.RunSpecJson.Read("{\"technique\":\"gap-lab\",\"options\":" + json + "}").Options, null);
        var data = new DataSetCatalog().Open("shapes");
        var last = technique.Run(new TechniqueInput(null, null, options, 1) { DataSet = data }).Last();
        Console.WriteLine(string.Join(" ", last.Scalars));
        using var net = last.Trained!.Load("x");
        var test = data.Test().All();
        using var scope = NewDisposeScope(); using var ng = no_grad();
        var x = stack(Enumerable.Range(0, test.Count).Select(i => PictureTensors.ToTensor(test.Picture(i))[0]));
        var maps = net.Activations(x, ["maps"])["maps"];
        foreach (var centred in new[] { false })
        foreach (var two in new[] { false, true })
        {
            var m = centred ? maps - maps.mean([1], keepdim: true) : maps;
            var hit = new int[10, 4]; var n = new int[10];
            for (var i = two ? 1000 : 0; i < (two ? 1200 : 1000); i++)
            foreach (var o in test.Objects![i])
            {
                var best = m[i, o.Class].argmax().item<long>();
                var w = (int)m.shape[3]; var (px, py) = ((best % w + .5) * 40.0 / w, (best / w + .5) * 40.0 / w);
                n[o.Class]++;
                for (var t = 0; t < 4; t++) if (px >= o.Box.Left*40 - t && px <= (o.Box.Left+o.Box.Width)*40 + t + 1e-6 && py >= o.Box.Top*40 - t && py <= (o.Box.Top+o.Box.Height)*40 + t + 1e-6) hit[o.Class, t]++;
            }
            Console.WriteLine($"centred {centred} two {two}");
            for (var t = 0; t < 4; t++) Console.WriteLine($"  tol {t}: all {Enumerable.Range(0, 10).Sum(c => hit[c, t]) / (double)n.Sum():0.000}  " + string.Join(" ", Enumerable.Range(0, 10).Select(c => $"{data.Info.Classes[c]} {hit[c, t] / (double)n[c]:0.00}")));
        }
    }
}
