namespace CnnVis.Web.Components.Playground;

/// <summary>One to four stages side by side with the same picture and seed; the chosen one is edited.</summary>
internal sealed class Stages<TOptions>(Draft<TOptions> first)
{
    public const int Most = 4;
    private readonly List<Draft<TOptions>> _drafts = [first];
    private int _chosen;

    public IReadOnlyList<Draft<TOptions>> Drafts => _drafts;

    /// <summary>Whether there is anything to compare.</summary>
    public bool Several => _drafts.Count > 1;

    /// <summary>The one that is edited.</summary>
    public Draft<TOptions> Chosen
    {
        get => _drafts[_chosen];
        set => _drafts[_chosen] = value;
    }

    /// <summary>The runs on the stages, left to right; stages with the same settings show the same run.</summary>
    public IReadOnlyList<string> RunIds => [.. _drafts.Select(draft => draft.RunId).OfType<string>().Distinct()];

    public void Choose(Draft<TOptions> draft) => _chosen = Math.Max(_drafts.IndexOf(draft), 0);

    /// <summary>Puts a copy of the chosen one beside the others, chosen to be changed.</summary>
    public void Add()
    {
        if (_drafts.Count < Most)
        {
            _drafts.Add(Chosen.Beside());
            _chosen = _drafts.Count - 1;
        }
    }

    public void Remove(Draft<TOptions> draft)
    {
        if (Several && _drafts.IndexOf(draft) is >= 0 and var place)
        {
            _drafts.RemoveAt(place);
            _chosen = Math.Min(_chosen > place ? _chosen - 1 : _chosen, _drafts.Count - 1);
        }
    }

    /// <summary>Replaces everything; the first is chosen.</summary>
    public void Show(IReadOnlyList<Draft<TOptions>> drafts)
    {
        _drafts.Clear();
        _drafts.AddRange(drafts.Take(Most));
        _chosen = 0;
    }

    /// <summary>Changes every draft.</summary>
    public void Update(Func<Draft<TOptions>, Draft<TOptions>> change)
    {
        for (var i = 0; i < _drafts.Count; i++)
        {
            _drafts[i] = change(_drafts[i]);
        }
    }
}
