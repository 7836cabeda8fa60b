namespace CnnVis.Core.Imaging;

/// <summary>Which numbers of a map become 0 and 1 on the colour scale.</summary>
public enum MapNormalization
{
    /// <summary>Zero and the largest: what is negative counts as zero. The usual rule for class activation maps.</summary>
    ByMax,

    /// <summary>The smallest and the largest: the weakest place becomes 0 even where it is far above zero.</summary>
    MinMax,

    /// <summary>Minus and plus the largest magnitude, so that zero becomes 0.5: the usual rule for maps with a sign.</summary>
    Symmetric,

    /// <summary>The smallest and the 98th percentile; the top 2 % all become 1. In maps with a sign, of magnitudes.</summary>
    Percentile98,

    /// <summary>The smallest and the 99th percentile; the top 1 % all become 1. In maps with a sign, of magnitudes.</summary>
    Percentile99,
}
