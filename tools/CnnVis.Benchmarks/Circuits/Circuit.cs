using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Benchmarks.Circuits;

/// <summary>
/// A page's live connection, as a browser keeps it: every change of the page is confirmed, every call of a script
/// answered. Nothing is drawn: a visitor without a screen.
/// </summary>
internal sealed class Circuit : IAsyncDisposable
{
    private readonly Browser _browser;
    private readonly Scripts _scripts;
    private readonly Action<string> _broken;
    private readonly HubConnection _hub;
    private Dictionary<int, byte[]> _bytes = []; // what belongs to the next call comes before it
    private string _id = "";
    private bool _left;

    private Circuit(Browser browser, CircuitPage page, Scripts scripts, Action<string> broken)
    {
        (_browser, _scripts, _broken) = (browser, scripts, broken);
        var builder = new HubConnectionBuilder().WithUrl(new Uri(page.Root, "_blazor"), HttpTransportType.WebSockets, options =>
        {
            options.Cookies = browser.Cookies;
            options.WebSocketConfiguration = socket => socket.DangerousDeflateOptions = new WebSocketDeflateOptions(); // browsers offer it
        });
        builder.Services.AddSingleton<IHubProtocol, BlazorPackProtocol>();
        _hub = builder.Build();
        Listen();
    }

    /// <param name="broken">Told why it ended before it was closed.</param>
    public static async Task<Circuit> OpenAsync(Browser browser, CircuitPage page, Scripts scripts, Action<string> broken)
    {
        var circuit = new Circuit(browser, page, scripts, broken);
        await circuit._hub.StartAsync();
        circuit._id = await circuit._hub.InvokeAsync<string>("StartCircuit", page.Root.ToString(), page.Address.ToString(), "[]", page.State);
        await circuit._hub.SendAsync("UpdateRootComponents", page.AddComponents(), page.State);
        return circuit;
    }

    public async ValueTask DisposeAsync()
    {
        _left = true;
        await _hub.DisposeAsync();
        await _browser.CloseAsync(_id);
    }

    private void Listen()
    {
        _hub.On<long, byte[]>("JS.RenderBatch", (batch, _) => _hub.SendAsync("OnRenderCompleted", batch, null));
        _hub.On<int, byte[]>("JS.ReceiveByteArray", (id, bytes) => _bytes[id] = bytes);
        _hub.On<long, string, string, int, long, int>("JS.BeginInvokeJS", (call, name, arguments, result, _, _) =>
        {
            (var taken, _bytes) = (_bytes, []);
            _ = AnswerAsync(call, new ScriptCall(name, arguments, (ScriptResult)result, taken));
        });
        _hub.On<string>("JS.Error", Break);
        _hub.Closed += problem =>
        {
            Break(problem?.Message ?? "The server closed the connection.");
            return Task.CompletedTask;
        };
    }

    // Who leaves cuts off what is under way.
    private void Break(string problem)
    {
        if (!_left)
        {
            _broken(problem);
        }
    }

    // A call that waits, as for the screen's next picture, holds no other up.
    private async Task AnswerAsync(long call, ScriptCall script)
    {
        try
        {
            var answer = await _scripts.RunAsync(script);
            if (call != 0) // or nobody waits for it
            {
                await _hub.SendAsync("EndInvokeJSFromDotNet", call, true, $"[{call},true,{answer}]");
            }
        }
        catch (Exception problem)
        {
            Break(problem.Message);
        }
    }
}
