using System.Globalization;
using CnnVis.Core.Training;
using CnnVis.Core.Weights;
using TorchSharp;

// Trains the built-in network and writes its weights. Everything follows from the seed:
//   dotnet run -c Release --project tools/CnnVis.Train -- wwwroot-assets/networks/builtin.safetensors
const int Seed = 1, TrainingPictures = 8000, TestPictures = 2000, Epochs = 24;
if (args is not [var path])
{
    Console.Error.WriteLine("Say where to write the weights, such as wwwroot-assets/networks/builtin.safetensors.");
    return 1;
}

torch.set_num_threads(1);
using var training = new ShapeDataset(TrainingPictures, Seed);
using var test = new ShapeDataset(TestPictures, Seed + 1);
using var trainer = new ShapeTrainer(Seed);
foreach (var report in trainer.Train(training, test, Epochs))
{
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"epoch {report.Epoch,2} of {Epochs}: loss {report.Loss:0.000}, right on {report.TestAccuracy:0.0 %} of the test pictures"));
}

SafetensorsWriter.Write(path, trainer.Parameters);
return 0;
