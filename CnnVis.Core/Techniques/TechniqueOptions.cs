namespace CnnVis.Core.Techniques;

/// <summary>The options of one technique: an immutable record with a range on every number.</summary>
public abstract record TechniqueOptions
{
    /// <summary>Checks every range.</summary>
    /// <exception cref="InvalidOptionsException">At least one is violated; the sentence names all of them.</exception>
    public void Validate()
    {
        Sentence[] broken = [.. OptionRules.BrokenBy(this)];
        if (broken.Length > 0)
        {
            throw new InvalidOptionsException(Sentence.Joined(broken));
        }
    }
}
