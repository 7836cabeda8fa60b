using System.Runtime.CompilerServices;
using CnnVis.Core.Native;

namespace CnnVis.Tests.Support;

internal static class LibtorchSetup
{
    // Tests may touch TorchSharp before anything in Core; reading the status lets Core prepare the library first.
    [ModuleInitializer]
    internal static void Prepare() => _ = Libtorch.Status;
}
