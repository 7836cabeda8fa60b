using Bunit;
using CnnVis.Core.Training.Data;
using CnnVis.Web.Components.Lab;

namespace CnnVis.Tests.Web.Components.Lab;

public sealed class MissingDataTests : ComponentContext
{
    private bool _ready;

    [Fact]
    public void Data_that_is_here_needs_no_word() => Assert.Empty(Show().Markup.Trim());

    [Fact]
    public async Task It_can_be_fetched_and_the_page_follows_until_it_is_here()
    {
        var gone = DataSets.Missing["cifar-10"] = FakeDataSetService.Gone(DataSetInfo.Cifar10);
        var missing = Show();
        DataSets.Missing["cifar-10"] = gone with { Fetching = 0.25 };

        var click = missing.Find("[data-testid=fetch-data]").ClickAsync();
        Assert.Equal(["cifar-10"], DataSets.Fetched);
        await missing.WaitForAssertionAsync(() => Assert.Contains("25 %", missing.Markup, StringComparison.Ordinal));

        DataSets.Missing.Clear();
        Time.Advance(MissingData.Pace);

        await missing.WaitForAssertionAsync(() => Assert.Empty(missing.Markup.Trim()));
        await click;
        Assert.True(_ready);
    }

    [Fact]
    public void A_fetch_that_failed_says_why_and_can_be_tried_again()
    {
        DataSets.Missing["cifar-10"] = FakeDataSetService.Gone(DataSetInfo.Cifar10) with { Problem = "The download broke off." };

        var missing = Show();

        Assert.Contains("The download broke off.", missing.Find("[data-testid=fetch-problem]").TextContent, StringComparison.Ordinal);
        Assert.NotNull(missing.Find("[data-testid=fetch-data]"));
    }

    private IRenderedComponent<MissingData> Show() => Render<MissingData>(with => with
        .Add(c => c.Id, "cifar-10").Add(c => c.OnReady, () => _ready = true));
}
