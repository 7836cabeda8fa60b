using CnnVis.Web.Languages;

namespace CnnVis.Tests.Web.Languages;

/// <summary>Holds for each language that there is a file of.</summary>
public sealed class TranslationTests
{
    public static TheoryData<string> Translated => [.. Language.All.Skip(1).Select(language => language.Name)];

    [Fact]
    public void German_is_one_of_them() => Assert.Contains("de", Language.All.Select(language => language.Name));

    [Theory]
    [MemberData(nameof(Translated))]
    public void Every_sentence_of_the_pages_is_translated(string language) =>
        Assert.Empty(Sentences.OfTheSource.Union(Sentences.OfTheEngine).Except(Sentences.In(language).Keys, StringComparer.OrdinalIgnoreCase));

    [Theory]
    [MemberData(nameof(Translated))]
    public void Nothing_is_translated_that_no_page_says(string language) =>
        Assert.Empty(Sentences.In(language).Keys.Except(
            [.. Sentences.OfTheSource, .. Sentences.OfTheEngine, .. Sentences.OfMudBlazor], StringComparer.OrdinalIgnoreCase));

    [Theory]
    [MemberData(nameof(Translated))]
    public void What_is_put_into_a_sentence_is_put_into_its_translation(string language) =>
        Assert.All(Sentences.In(language).Where(entry => !Sentences.OfMudBlazor.Contains(entry.Key)), entry => Assert.Equal(Sentences.Places(entry.Key), Sentences.Places(entry.Value)));
}
