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
    private readonly HubConnection _hub;
    private Dictionary<int, byte[]> _bytes = []; // what belongs to the next call comes before it
    private string _id = "";

    private Circuit(Browser browser, CircuitPage page, Scripts scripts)
    {
        (_browser, _scripts) = (browser, scripts);
        var builder = new HubConnectionBuilder().WithUrl(new Uri(page.Root, "_blazor"), HttpTransportType.WebSockets, options =>
        {
            options.Cookies = browser.Cookies;
            options.WebSocketConfiguration = socket => socket.DangerousDeflateOptions = new WebSocketDeflateOptions(); // browsers offer it
        });
        builder.Services.AddSingleton<IHubProtocol, BlazorPackProtocol>();
        _hub = builder.Build();
        Listen();
    }

    /// <summary>Why it ended before it was closed, or null.</summary>
    public string? Problem { get; private set; }

    public static async Task<Circuit> OpenAsync(Browser browser, CircuitPage page, Scripts scripts)
    {
        var circuit = new Circuit(browser, page, scripts);
        await circuit._hub.StartAsync();
        circuit._id = await circuit._hub.InvokeAsync<string>("StartCircuit", page.Root.ToString(), page.Address.ToString(), "[]", page.State);
        await circuit._hub.SendAsync("UpdateRootComponents", page.AddComponents(), page.State);
        return circuit;
    }

    public async ValueTask DisposeAsync()
    {
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
        _hub.On<string>("JS.Error", problem => Problem = problem);
        _hub.Closed += problem =>
        {
            Problem ??= problem?.Message;
            return Task.CompletedTask;
        };
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
            Problem ??= problem.Message;
        }
    }
}
