using CnnVis.Web.Hosting;
using Microsoft.JSInterop;

namespace CnnVis.Tests.Web.Hosting;

/// <summary>A page that closes parts from its scripts without a word, however its connection ends.</summary>
public sealed class ScriptModulesTests
{
    [Fact]
    public async Task A_script_that_was_never_loaded_is_let_go() => await ((IJSObjectReference?)null).LetGoAsync();

    [Fact]
    public async Task A_script_is_let_go_once()
    {
        var module = new Module(null);
        await module.LetGoAsync();
        Assert.Equal(1, module.Disposals);
    }

    [Fact]
    public async Task A_connection_that_is_gone_or_breaks_just_now_is_no_fault()
    {
        await new Module(new JSDisconnectedException("gone")).LetGoAsync();
        await new Module(new TaskCanceledException()).LetGoAsync();
    }

    [Fact]
    public async Task A_fault_of_the_script_itself_is_told() =>
        await Assert.ThrowsAsync<JSException>(async () => await new Module(new JSException("wrong")).LetGoAsync());

    private sealed class Module(Exception? fault) : IJSObjectReference
    {
        public int Disposals { get; private set; }

        public ValueTask DisposeAsync()
        {
            Disposals++;
            return fault is null ? ValueTask.CompletedTask : ValueTask.FromException(fault);
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new NotSupportedException();

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => throw new NotSupportedException();
    }
}
