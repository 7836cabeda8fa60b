using CnnVis.Tests.Support;

namespace CnnVis.Tests.Web.Hosting;

public sealed class SettingsCheckTests
{
    [Theory]
    [InlineData("--CnnVis:EmbedParents=school.example", "CnnVis:EmbedParents names \"school.example\", which is no origin")]
    [InlineData("--CnnVis:EngineLanes=0", "CnnVis:EngineLanes must be 1 to 64.")]
    [InlineData("--CnnVis:MaxRunning=many", "Failed to convert configuration value 'many' at 'CnnVis:MaxRunning'")]
    public async Task A_wrong_setting_is_told_in_a_sentence_and_nothing_starts(string argument, string sentence)
    {
        using var folder = new DataFolder();

        var (code, said) = await ServerProcess.FailAsync(folder.Path, [argument], TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
