namespace CnnVis.Tests.Core.Native;

public class LibtorchTests
{
    [Fact]
    public void A_tensor_product_works_in_the_built_output()
    {
        using var a = TorchSharp.torch.tensor(new float[,] { { 1, 2 }, { 3, 4 } });
        using var b = a.mm(a);
        Assert.Equal([7f, 10f, 15f, 22f], b.data<float>().ToArray());
    }
}
