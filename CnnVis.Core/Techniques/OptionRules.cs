using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace CnnVis.Core.Techniques;

/// <summary>What the attributes of options ask for, and how it is said that one of them does not hold.</summary>
internal static class OptionRules
{
    /// <summary>A sentence for each rule that does not hold.</summary>
    public static IEnumerable<Sentence> BrokenBy(TechniqueOptions options) =>
        from property in options.GetType().GetProperties()
        from rule in property.GetCustomAttributes<ValidationAttribute>()
        where !rule.IsValid(property.GetValue(options))
        select Say(JsonNamingPolicy.CamelCase.ConvertName(property.Name), rule);

    // Most say no more than the attribute does; it has a message of its own where that would not be understood.
    private static Sentence Say(string name, ValidationAttribute rule) => rule switch
    {
        { ErrorMessage: { } message } => message,
        RangeAttribute range => Sentence.Of("{0} must be {1} to {2}.", name, Plain(range.Minimum), Plain(range.Maximum)),
        EnumDataTypeAttribute choice => Sentence.Of("{0} must be one of {1}.", name, string.Join(", ", ExactEnumConverter.WordsOf(choice.EnumType))),
        _ => throw new InvalidOperationException($"{name} has a rule without words."),
    };

    // Never 1E-06.
    private static decimal Plain(object bound) => Convert.ToDecimal(bound, CultureInfo.InvariantCulture);
}
