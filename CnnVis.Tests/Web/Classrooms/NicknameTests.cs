using CnnVis.Core;
using CnnVis.Web.Classrooms;

namespace CnnVis.Tests.Web.Classrooms;

public sealed class NicknameTests
{
    [Theory]
    [InlineData("Ada", "Ada")]
    [InlineData("  Ada   L. ", "Ada L.")]
    [InlineData("Jörg-Peter O'Neil_3", "Jörg-Peter O'Neil_3")]
    [InlineData("O\u2019Brien", "O'Brien")]
    [InlineData("Ａｄａ", "Ada")]
    [InlineData("अनन्या", "अनन्या")]
    [InlineData("李小龙", "李小龙")]
    public void It_is_a_name_of_any_language(string typed, string name) => Assert.Equal(name, Nickname.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<b>Ada</b>")]
    [InlineData("Ada\u202Eevil")]
    [InlineData("Ada\u0000")]
    [InlineData("abcdefghijklmnopqrstuvwxy")]
    [InlineData("\uD83D")]
    [InlineData("\u3164")]
    [InlineData("\uFE0F")]
    [InlineData("-.-")]
    [InlineData("a\u0301\u0302\u0303\u0304\u0305\u0306\u0307")]
    [InlineData("teacher")]
    [InlineData("LEHRKRAFT")]
    public void What_is_no_name_is_refused_in_a_sentence(string? typed) =>
        Assert.StartsWith("A nickname has 1 to 24 letters", Assert.Throws<InvalidOptionsException>(() => Nickname.Read(typed)).Message, StringComparison.Ordinal);

    [Fact]
    public void Ten_thousand_letters_are_refused_too() => Assert.Throws<InvalidOptionsException>(() => Nickname.Read(new string('a', 10_000)));

    [Theory]
    [InlineData("Ada", "ADA", true)]
    [InlineData("José", "jose", true)]
    [InlineData("Ada", "Ida", false)]
    public void Names_that_would_be_mistaken_are_the_same(string one, string other, bool same) => Assert.Equal(same, Nickname.Same(one, other));
}
