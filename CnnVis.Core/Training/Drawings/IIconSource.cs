namespace CnnVis.Core.Training.Drawings;

/// <summary>A set's drawings by name.</summary>
internal interface IIconSource
{
    /// <summary>The file (SVG or WebP) of a drawing and the name it goes by in the end, or null where there is none.</summary>
    (string Name, byte[] File)? Find(string name);
}
