using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Core.Training.Drawings;
using CnnVis.Samples;

// Makes the sample pictures and boxes.json, the same every time. The photographs are those of Debian's python3-skimage:
//   dotnet run -c Release --project tools/CnnVis.Samples -- wwwroot-assets/samples data/drawings /usr/lib/python3/dist-packages/skimage/data
const int Quality = 88;
if (args is not [var folder, var packages, var photographs])
{
    Console.Error.WriteLine("Say three folders: where samples go, where the drawings' packages are kept, and where scikit-image's pictures are.");
    return 1;
}

DrawingFetcher.Fetch(packages);
var boxes = new SortedDictionary<string, IReadOnlyList<KnownBox>>(StringComparer.Ordinal);
foreach (var sample in Sample.Composed(new SpriteMaker(packages)).Concat(Sample.Painted()).Concat(Sample.Photographed(photographs)))
{
    var file = sample.Name + ".jpg";
    File.WriteAllBytes(Path.Combine(folder, file), PictureEncoder.Jpeg(sample.Picture, Quality));
    if (sample.Boxes is not [])
    {
        boxes.Add(file, sample.Boxes);
    }
}

File.WriteAllText(Path.Combine(folder, "boxes.json"), KnownBoxes.Write(boxes));
return 0;
