using System.Net;
using CnnVis.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace CnnVis.Tests.Web.Hosting;

public sealed class MetricsReaderTests
{
    [Theory]
    [InlineData("127.0.0.1", null, true)]
    [InlineData("::1", null, true)]
    [InlineData("::ffff:127.0.0.1", null, true)]
    [InlineData("192.168.1.7", null, false)]
    [InlineData(null, null, false)]
    [InlineData("127.0.0.1", "X-Forwarded-For", false)]
    [InlineData("127.0.0.1", "Forwarded", false)]
    public void Without_a_token_only_this_machine_reads_and_no_proxy_on_it(string? from, string? header, bool allowed)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = from is null ? null : IPAddress.Parse(from) } };
        if (header is not null)
        {
            context.Request.Headers[header] = "for=192.168.1.7";
        }

        Assert.Equal(allowed, new MetricsReader(null).IsAllowed(context));
    }

    [Theory]
    [InlineData("Bearer secret", true)]
    [InlineData("bearer secret", true)]
    [InlineData("Bearer secrets", false)]
    [InlineData("secret", false)]
    [InlineData(null, false)]
    public void With_a_token_it_is_the_only_way(string? authorization, bool allowed)
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Loopback } };
        context.Request.Headers.Authorization = authorization;

        Assert.Equal(allowed, new MetricsReader("secret").IsAllowed(context));
    }
}
