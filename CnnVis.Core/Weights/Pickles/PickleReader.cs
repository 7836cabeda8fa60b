namespace CnnVis.Core.Weights.Pickles;

/// <summary>
/// Reads one pickle as plain values. A pickle is a program for a small stack machine; this machine knows no way to import
/// or run anything, and stops at the first name it does not know.
/// </summary>
internal sealed class PickleReader(Stream stream)
{
    /// <summary>The code that begins every pickle since protocol 2.</summary>
    public const byte Protocol = 0x80;

    private const byte Stop = (byte)'.';

    private readonly Dictionary<string, PickledStorage> _storages = [];
    private int _spent;

    public PickleInput Input { get; } = new(stream);

    public PickleStack Stack { get; } = new();

    /// <summary>The storages that the pickle named, by key.</summary>
    public IReadOnlyDictionary<string, PickledStorage> Storages => _storages;

    /// <summary>Reads to the end of the pickle and no byte further.</summary>
    /// <exception cref="WeightsRefusedException">It is damaged, too large, or asks for more than plain values.</exception>
    public object? Read()
    {
        for (var code = Input.Byte(); code != Stop; code = Input.Byte())
        {
            Spend(1);
            Operation(code)(this);
        }
        return Stack.Pop();
    }

    public void Append(object?[] items) => Pickled.As<List<object?>>(Stack.Top).AddRange(items);

    public void SetItems(object?[] items) => Pickled.AddPairs(Pickled.As<Dictionary<string, object?>>(Stack.Top), items);

    public void StackGlobal()
    {
        var name = Stack.Pop<string>();
        Stack.Push(PickleGlobals.Find(Stack.Pop<string>(), name));
    }

    public void Call()
    {
        var arguments = Stack.Pop<object?[]>();
        var result = Stack.Pop<PickleFunction>().Call(arguments);
        // A remembered list can be made into a dictionary again and again at four bytes a time.
        Spend(result is Dictionary<string, object?> copy ? copy.Count : 0);
        Stack.Push(result);
    }

    /// <summary>
    /// Would set attributes on the object below. State dicts carry version numbers there, parameters their gradient
    /// flags; neither is needed, so both are dropped.
    /// </summary>
    public void Build()
    {
        var state = Stack.Pop();
        var known = Stack.Top switch
        {
            Dictionary<string, object?> => state is Dictionary<string, object?>,
            PickledTensor => state is object?[] { Length: 3 },
            _ => false,
        };
        Refuse.If(!known, "it asks to build an object, and only plain tensors are read from weights files");
    }

    public void LoadPersistent()
    {
        var slice = PersistentId.Slice(Stack.Pop<object?[]>());
        var storage = slice.Storage;
        Refuse.If(_storages.GetValueOrDefault(storage.Key, storage) != storage, "it describes one storage in two ways");
        _storages[storage.Key] = storage;
        Stack.Push(slice);
    }

    private static Action<PickleReader> Operation(byte code) =>
        PickleOperations.ByCode.GetValueOrDefault(code)
        ?? throw new WeightsRefusedException($"its pickle uses the operation 0x{code:x2}, which tensors do not need");

    private void Spend(int operations)
    {
        _spent += operations;
        Refuse.If(_spent > PickleLimits.Operations, "its pickle is larger than any list of tensors");
    }
}
