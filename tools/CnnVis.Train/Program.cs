using CnnVis.Core;
using CnnVis.Core.Native;
using CnnVis.Train;
using CnnVis.Train.Reports;
using TorchSharp;

// Trains the built-in network on drawings. All it makes on the way lies in a working directory of the caller's choice:
//   dotnet run -c Release --project tools/CnnVis.Train -- train <directory>
Console.WriteLine(Libtorch.Status);
torch.set_num_threads(Environment.ProcessorCount);
try
{
    switch (args)
    {
        case ["train", var directory]:
            Training.Run(directory);
            return 0;
        case ["finish", var directory, var path]:
            Training.Finish(directory, path);
            return 0;
        case ["evaluate", var directory]:
            Evaluation.Run(directory);
            return 0;
        case ["report", var directory, var clouds, var folder]:
            Report.Write(directory, clouds, folder);
            return 0;
        case ["cards", var samples, var folder]:
            Cards.Write(samples, folder);
            return 0;
        default:
            Console.Error.WriteLine(
                "Say what to do: train <directory>, finish <directory> <file>, evaluate <directory>, report <directory> <picture> <folder>, or cards <samples> <folder>.");
            return 1;
    }
}
catch (CnnVisException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
