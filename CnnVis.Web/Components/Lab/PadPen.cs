namespace CnnVis.Web.Components.Lab;

/// <summary>How a pen draws.</summary>
/// <param name="Size">Its width, in the network's pixels.</param>
/// <param name="Colour">Such as <c>#f2c14e</c>.</param>
/// <param name="Fill">Whether a stroke is filled when it ends.</param>
internal sealed record PadPen(int Size, string Colour, bool Fill);
