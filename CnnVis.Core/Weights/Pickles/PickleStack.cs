namespace CnnVis.Core.Weights.Pickles;

/// <summary>A pickle machine's memory: the stack with its marks, and the memo. All of it is bounded.</summary>
internal sealed class PickleStack
{
    private readonly List<object?> _values = [];
    private readonly Stack<int> _marks = [];
    private readonly List<object?> _memo = [];

    /// <summary>The value on top, which stays.</summary>
    public object? Top
    {
        get
        {
            RequireValue();
            return _values[^1];
        }
    }

    public void Push(object? value)
    {
        Refuse.If(_values.Count >= PickleLimits.StackDepth, "its pickle is nested too deeply");
        _values.Add(value);
    }

    public object? Pop()
    {
        var value = Top;
        _values.RemoveAt(_values.Count - 1);
        return value;
    }

    public T Pop<T>() => Pickled.As<T>(Pop());

    public object?[] Pop(int count)
    {
        var values = new object?[count];
        for (var i = count - 1; i >= 0; i--)
        {
            values[i] = Pop();
        }
        return values;
    }

    public void Mark()
    {
        Refuse.If(_marks.Count >= PickleLimits.StackDepth, "its pickle is nested too deeply");
        _marks.Push(_values.Count);
    }

    public object?[] PopToMark()
    {
        Refuse.If(_marks.Count == 0, Pickled.Damaged);
        return Pop(_values.Count - _marks.Pop());
    }

    public void Remember(long index)
    {
        Refuse.If(index >= PickleLimits.MemoEntries, "its pickle remembers too much");
        while (_memo.Count <= index)
        {
            _memo.Add(null); // Python 2 left out the first place
        }
        _memo[(int)index] = Top;
    }

    public void RememberNext() => Remember(_memo.Count);

    public void Recall(long index)
    {
        Refuse.If(index >= _memo.Count, Pickled.Damaged);
        Push(_memo[(int)index]);
    }

    // What lies below a mark belongs to an outer container.
    private void RequireValue() =>
        Refuse.If(_values.Count <= (_marks.TryPeek(out var mark) ? mark : 0), Pickled.Damaged);
}
