using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Architectures;
using CnnVis.Core.Weights;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Training.Drawings;

/// <summary>
/// Trains the built-in network on composed scenes with AdamW (Loshchilov and Hutter 2017, arXiv 1711.05101). Each step
/// draws from a generator of its own, so a training that is continued from a checkpoint equals one that never stopped.
/// </summary>
public sealed class DrawingTrainer : IDisposable
{
    private const double Smoothing = 0.05, Decay = 0.02;
    private readonly TrainingPlan _plan;
    private readonly Dictionary<string, Tensor> _parameters;
    private readonly AdamW _optimizer;

    /// <param name="plan">The phases.</param>
    public DrawingTrainer(TrainingPlan plan)
    {
        _plan = plan;
        using var random = new Generator((ulong)plan.Seed);
        _parameters = WeightInitialization.For(DrawingNet.Trained, random);
        _optimizer = optim.AdamW(Groups(), plan.Rate, beta1: 0.9, beta2: 0.99, weight_decay: Decay);
    }

    /// <summary>Steps done.</summary>
    public int Step { get; private set; }

    /// <summary>The weights as they stand, by full name.</summary>
    public IReadOnlyDictionary<string, Tensor> Parameters => _parameters;

    /// <summary>The scenes of a step.</summary>
    public SceneBatch Scenes(SceneMaker maker, int step)
    {
        using var random = GeneratorOf(step, use: 0);
        return maker.Make(_plan.BatchSize, _plan.RulesOf(step), random);
    }

    /// <summary>Does the next step.</summary>
    /// <param name="scenes">Of this step; they stay the caller's.</param>
    /// <returns>The cross-entropy of the batch.</returns>
    public double Train(SceneBatch scenes)
    {
        using var scope = NewDisposeScope();
        var seen = Harden(scenes);
        SetRate(_plan.RateOf(Step));
        _optimizer.zero_grad();
        using var loss = Loss(seen, scenes.Targets, new ExecutionRules(Training: true));
        loss.backward();
        _optimizer.step();
        Step++;
        return loss.ToDouble();
    }

    /// <summary>Writes everything that the next step depends on.</summary>
    public void Save(string path)
    {
        var unfinished = path + ".unfinished";
        using (var file = new BinaryWriter(File.Create(unfinished)))
        {
            file.Write(Step);
            _optimizer.save_state_dict(file);
            SafetensorsWriter.Write(file.BaseStream, _parameters);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Goes on from a checkpoint of the same plan.</summary>
    /// <exception cref="DrawingsException">It is damaged or cut off.</exception>
    public void Load(string path)
    {
        try
        {
            using var file = new BinaryReader(File.OpenRead(path));
            Read(file);
        }
        catch (Exception e) when (e is not FileNotFoundException)
        {
            throw new DrawingsException($"{Path.GetFileName(path)} is damaged or of another training; delete it to begin anew.", e);
        }
    }

    /// <summary>Frees the weights and the optimiser's memory.</summary>
    public void Dispose()
    {
        _optimizer.Dispose();
        foreach (var parameter in _parameters.Values)
        {
            parameter.Dispose();
        }
    }

    private void Read(BinaryReader file)
    {
        Step = file.ReadInt32();
        _optimizer.load_state_dict(file);
        using var weights = SafetensorsReader.Read(file.BaseStream);
        using var frozen = no_grad();
        foreach (var (name, parameter) in _parameters)
        {
            parameter.copy_(weights.Tensors[name]);
        }
    }

    private Tensor Harden(SceneBatch scenes)
    {
        var radius = _plan.PhaseOf(Step).Radius * scenes.Images.shape[3] / 64;
        if (radius == 0)
        {
            return scenes.Images;
        }

        using var random = GeneratorOf(Step, use: 1);
        return new Adversary(radius, random).Move(
            scenes.Images, moved => Loss(moved, scenes.Targets, ExecutionRules.Evaluation));
    }

    private Tensor Loss(Tensor images, Tensor targets, ExecutionRules rules)
    {
        var graph = DrawingNet.Trained;
        var logits = GraphExecutor.Run(graph, _parameters, Preprocessing.Halves.Normalize(images), [graph.Output], rules)[graph.Output];
        return functional.cross_entropy(logits, (targets * (1 - Smoothing)) + (Smoothing / targets.shape[1]));
    }

    private Generator GeneratorOf(int step, int use) => new((((ulong)_plan.Seed << 32) + (ulong)step) * 2 + (ulong)use);

    // Only what multiplies pictures decays; biases and normalisations are free.
    private IEnumerable<AdamW.ParamGroup> Groups() => _parameters.Values.OfType<Parameter>()
        .GroupBy(parameter => parameter.dim() > 1)
        .Select(group => new AdamW.ParamGroup(group, new AdamW.Options { weight_decay = group.Key ? Decay : 0, beta1 = 0.9, beta2 = 0.99, LearningRate = _plan.Rate, InitialLearningRate = _plan.Rate, eps = 1e-8 }));

    private void SetRate(double rate)
    {
        foreach (var group in _optimizer.ParamGroups)
        {
            group.LearningRate = rate;
        }
    }
}
