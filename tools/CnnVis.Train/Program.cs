using CnnVis.Core;
using CnnVis.Core.Native;
using CnnVis.Train;
using CnnVis.Train.Reports;
using TorchSharp;

// Makes the built-in network of drawings, and what shows it. All it makes on the way lies in a working directory:
//   dotnet run -c Release --project tools/CnnVis.Train -- train data wwwroot-assets/networks/builtin.safetensors
const string Usage = """
    train <directory> <file>                trains the network (or goes on where it was stopped), writes it, and evaluates it
    evaluate <directory> <file>             prints how well a network does
    report <directory> <picture> <folder>   draws what the shipped network has learnt
    cards <samples> <folder>                draws the pictures of the start page
    """;
Console.WriteLine(Libtorch.Status);
torch.set_num_threads(Environment.ProcessorCount);
try
{
    switch (args)
    {
        case ["train", var directory, var path]:
            using (var drawings = Drawings.Open(directory))
            {
                Training.Run(drawings, directory, path);
                Evaluation.Run(drawings, path);
            }

            return 0;
        case ["evaluate", var directory, var path]:
            using (var drawings = Drawings.Open(directory))
            {
                Evaluation.Run(drawings, path);
            }

            return 0;
        case ["report", var directory, var clouds, var folder]:
            Report.Write(directory, clouds, folder);
            return 0;
        case ["cards", var samples, var folder]:
            Cards.Write(samples, folder);
            return 0;
        default:
            Console.Error.WriteLine(Usage);
            return 1;
    }
}
catch (CnnVisException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
