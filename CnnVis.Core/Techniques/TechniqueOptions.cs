using System.ComponentModel.DataAnnotations;

namespace CnnVis.Core.Techniques;

/// <summary>The options of one technique: an immutable record with a range on every number.</summary>
public abstract record TechniqueOptions
{
    /// <summary>Checks every range.</summary>
    /// <exception cref="InvalidOptionsException">At least one is violated; the sentence names all of them.</exception>
    public void Validate()
    {
        var failures = new List<ValidationResult>();
        if (!Validator.TryValidateObject(this, new ValidationContext(this), failures, validateAllProperties: true))
        {
            throw new InvalidOptionsException(string.Join(" ", failures.Select(failure => failure.ErrorMessage)));
        }
    }
}
