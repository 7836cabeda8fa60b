namespace CnnVis.Web.Components.Playground;

/// <summary>A method as it is offered.</summary>
/// <param name="Title">Its name in the field, a key of <c>Words</c>.</param>
/// <param name="Help">One line on what it does, a key too.</param>
public sealed record MethodChoice<T>(T Value, string Title, string Help)
    where T : struct, Enum;
