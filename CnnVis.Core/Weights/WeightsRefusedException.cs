using System.Diagnostics.CodeAnalysis;

namespace CnnVis.Core.Weights;

/// <summary>
/// Why a file is no use, as the end of a sentence that <see cref="WeightsFile"/> begins: only there is the file's name
/// known.
/// </summary>
internal sealed class WeightsRefusedException(string reason) : Exception(reason);

/// <summary>Short checks of what a file claims.</summary>
internal static class Refuse
{
    public static void If([DoesNotReturnIf(true)] bool wrong, string reason)
    {
        if (wrong)
        {
            throw new WeightsRefusedException(reason);
        }
    }
}
