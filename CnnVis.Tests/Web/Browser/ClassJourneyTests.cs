using System.IO.Compression;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CnnVis.Tests.Web.Browser;

/// <summary>A whole lesson: a teacher and three students, one of them with a phone.</summary>
[Collection(nameof(Support.Browser))]
public sealed class ClassJourneyTests(Support.Browser browser)
{
    private const string Lesson = """
        { "title": "Wheels", "minutes": 20, "steps": [
          { "title": "Dream", "text": "What **grows**?", "playground": "deepdream?octaves=1&steps=3&go=1",
            "question": { "kind": "choice", "text": "What do you see?", "options": ["nothing", "eyes"], "right": [1], "why": "Its drawings have eyes." } },
          { "title": "Count", "question": { "kind": "number", "text": "How many?", "right": 2 } } ] }
        """;

    [Fact]
    public async Task A_class_joins_follows_takes_over_runs_hangs_up_is_lit_answers_and_is_exported()
    {
        var teacher = await browser.OpenAsync("/");
        await teacher.GetByTestId("open-room").ClickAsync();
        var code = (await teacher.GetByTestId("room-code").TextContentAsync())!;
        var ada = await JoinAsync(code, "Ada", width: 390);
        var bob = await JoinAsync(code.ToLowerInvariant(), "Bob");
        var eve = await JoinAsync(code, "Eve");
        await Expect(teacher.GetByTestId("students").Locator("li")).ToHaveCountAsync(3);

        // Follow: the run, what is looked back at, and the pointer.
        await teacher.GotoAsync("/neuron?steps=2000&size=128&seed=61&go=1");
        await Expect(teacher.GetByTestId("follow-me")).ToHaveAttributeAsync("aria-pressed", "true");
        foreach (var student in new[] { ada, bob, eve })
        {
            await Expect(student.GetByTestId("teacher-settings")).ToContainTextAsync("channel");
            await Drawn(student);
            await Expect(student.GetByTestId("teacher-step")).ToContainTextAsync("live, step");
        }

        await teacher.GetByTestId("timeline-slider").PressAsync("Home");
        await Expect(ada.GetByTestId("teacher-step")).ToHaveTextAsync("step 0, looked back at");
        await teacher.GetByTestId("laser").ClickAsync();
        await Expect(teacher.GetByTestId("laser")).ToHaveAttributeAsync("aria-pressed", "true");
        await PointAsync(teacher, 0.25);
        await PointedAt(ada, 0.25);
        await PointedAt(eve, 0.25); // a telephone, whose picture has other bars beside it, or none

        // Take over: the same settings, to change and run.
        await ada.GetByTestId("take-over").ClickAsync();
        await Expect(ada.GetByTestId("run-state")).ToHaveTextAsync("Running");
        await ada.GetByTestId("stop").ClickAsync();
        await teacher.GetByTestId("stop").ClickAsync();
        await Expect(teacher.GetByTestId("run-state")).ToHaveTextAsync("Stopped");
        await ada.GetByTestId("seed").FillAsync("62");
        await ada.GetByTestId("seed").PressAsync("Tab");
        await ada.GetByTestId("run").ClickAsync();
        await Drawn(ada);

        // The wall: at once, live, in the spotlight, frozen.
        await ada.GetByTestId("to-wall").ClickAsync();
        await teacher.GetByTestId("view-wall").ClickAsync();
        await Expect(teacher.GetByTestId("post")).ToContainTextAsync(["Ada"]);
        await Expect(teacher.GetByTestId("post").Locator("img")).ToHaveCountAsync(1);
        await teacher.GetByTestId("spotlight-post").ClickAsync();
        await Expect(bob.GetByTestId("spotlight")).ToContainTextAsync("Ada");
        await Expect(ada.GetByTestId("news-class")).ToBeAttachedAsync(); // she is at work elsewhere
        await Drawn(bob);
        await teacher.GetByTestId("freeze").CheckAsync();
        await ada.GetByTestId("stop").ClickAsync();
        await ada.GotoAsync("/neuron?steps=3&size=64&seed=63&go=1");
        await ada.GetByTestId("to-wall").ClickAsync();
        await Expect(ada.GetByTestId("room-said")).ToContainTextAsync("frozen");
        await teacher.GotoAsync("/neuron?steps=3&size=64&seed=64&go=1");
        await teacher.GetByTestId("bar-spotlight-off").ClickAsync();
        await Expect(bob.GetByTestId("spotlight")).ToHaveCountAsync(0);

        // The tasks: from a file, answered, numbers instead of names.
        await teacher.GetByTestId("view-tasks").ClickAsync();
        await teacher.GetByTestId("lesson-file").SetInputFilesAsync(new FilePayload { Name = "wheels.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(Lesson) });
        await Expect(teacher.GetByTestId("lesson-now")).ToHaveTextAsync("Wheels");
        await Expect(eve.GetByTestId("news-tasks")).ToBeAttachedAsync();
        await eve.GetByTestId("view-tasks").ClickAsync();
        await Expect(eve.GetByTestId("news-tasks")).ToHaveCountAsync(0);
        await eve.GetByTestId("task-open").ClickAsync();
        await Expect(eve.GetByTestId("run-state")).ToHaveTextAsync("Finished");
        await eve.GetByTestId("view-tasks").ClickAsync();
        await eve.GetByTestId("option-1").CheckAsync();
        await eve.GetByTestId("answer").ClickAsync();
        await Expect(eve.GetByTestId("answered")).ToContainTextAsync("That is right.");
        await Expect(eve.GetByTestId("lesson-step")).ToContainTextAsync("Its drawings have eyes.");
        await Expect(teacher.GetByTestId("progress-row").Filter(new() { HasText = "Eve" })).ToContainTextAsync("eyes");
        await teacher.GetByTestId("anonymous").CheckAsync();
        await Expect(teacher.GetByTestId("progress-row").Filter(new() { HasText = "#3" })).ToContainTextAsync("eyes");

        // Away with Bob, and the wall to take home.
        await teacher.GetByTestId("anonymous").UncheckAsync();
        await teacher.GetByTestId("view-class").ClickAsync();
        await teacher.GetByTestId("students").Locator("li").Filter(new() { HasText = "Bob" }).GetByTestId("expel").ClickAsync();
        await Expect(bob.GetByTestId("farewell")).ToHaveTextAsync("The teacher has removed you from this room.");
        await teacher.GetByTestId("view-wall").ClickAsync();
        var download = await teacher.RunAndWaitForDownloadAsync(() => teacher.GetByTestId("wall-zip").ClickAsync());
        using var zip = ZipFile.OpenRead(await download.PathAsync());
        Assert.Equal(2, zip.Entries.Count);
    }

    [Fact]
    public async Task A_presenter_has_large_type_and_keys_and_no_names_on_the_wall()
    {
        var teacher = await browser.OpenAsync("/");
        await teacher.GetByTestId("open-room").ClickAsync();
        var code = (await teacher.GetByTestId("room-code").TextContentAsync())!;
        await JoinAsync(code, "Ada");
        await Expect(teacher.GetByTestId("students").Locator("li")).ToContainTextAsync(["Ada"]);

        await teacher.Keyboard.PressAsync("?");
        await Expect(teacher.GetByTestId("keys-dialog")).ToBeVisibleAsync();
        await teacher.Keyboard.PressAsync("Escape");
        await teacher.Keyboard.PressAsync("p");

        await Expect(teacher.GetByTestId("present")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(teacher.Locator("body")).Not.ToContainTextAsync("Ada");
        await Expect(teacher.GetByTestId("room-code")).ToBeVisibleAsync();
        await teacher.Keyboard.PressAsync("w");
        await Expect(teacher.GetByTestId("wall-empty")).ToBeVisibleAsync();

        await teacher.ReloadAsync();
        await Expect(teacher.GetByTestId("present")).ToHaveAttributeAsync("aria-pressed", "true");
        await teacher.GotoAsync("/neuron"); // which shows something before its seat in the room is taken
        await Expect(teacher.GetByTestId("follow-me")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(teacher.GetByTestId("present")).ToHaveAttributeAsync("aria-pressed", "true");
        await teacher.GetByTestId("present").ClickAsync();
        await teacher.Keyboard.PressAsync("c");
        await Expect(teacher.GetByTestId("students").Locator("li")).ToContainTextAsync(["Ada"]);
    }

    [Fact]
    public async Task Of_two_windows_of_a_teacher_the_class_follows_the_one_that_was_chosen()
    {
        var first = await browser.OpenAsync("/");
        await first.GetByTestId("open-room").ClickAsync();
        var code = (await first.GetByTestId("room-code").TextContentAsync())!;
        var ada = await JoinAsync(code, "Ada");
        await first.GotoAsync("/neuron");
        await Expect(ada.GetByTestId("teacher-screen")).ToContainTextAsync("neuron");

        // Duplicated, a tab has the memory of the first.
        var second = await first.Context.NewPageAsync();
        var name = await first.EvaluateAsync<string>("sessionStorage['cnnvis-tab']");
        await second.AddInitScriptAsync($"sessionStorage['cnnvis-tab'] ??= '{name}'");
        await second.GotoAsync("/deepdream");
        await Expect(second.GetByTestId("follow-me")).ToContainTextAsync("Another window is followed");
        await Expect(second.GetByTestId("laser")).ToBeDisabledAsync();
        await Expect(ada.GetByTestId("teacher-screen")).Not.ToContainTextAsync("DeepDream");
        await second.GetByTestId("follow-me").ClickAsync();

        await Expect(ada.GetByTestId("teacher-screen")).ToContainTextAsync("DeepDream");
        await Expect(first.GetByTestId("follow-me")).ToHaveAttributeAsync("aria-pressed", "false");
        await second.ReloadAsync();
        await Expect(second.GetByTestId("follow-me")).ToHaveAttributeAsync("aria-pressed", "true");

        // Closed, it is not waited for: what is shown next is followed.
        await second.CloseAsync();
        await Expect(first.GetByTestId("follow-me")).ToHaveTextAsync("Show to the class");
        await first.GotoAsync("/saliency");
        await Expect(first.GetByTestId("follow-me")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task A_teacher_goes_on_from_another_machine_and_at_the_end_everybody_leaves()
    {
        var teacher = await browser.OpenAsync("/");
        await teacher.GetByTestId("open-room").ClickAsync();
        var code = (await teacher.GetByTestId("room-code").TextContentAsync())!;
        var ada = await JoinAsync(code, "Ada");
        var link = await teacher.GetByTestId("recovery-link").InputValueAsync();
        await teacher.Context.CloseAsync();
        await Expect(ada.GetByTestId("teacher-away")).ToBeVisibleAsync();

        var laptop = await browser.OpenAsync(new Uri(link).PathAndQuery);
        await Expect(ada.GetByTestId("teacher-away")).ToHaveCountAsync(0);
        await laptop.GetByTestId("close").ClickAsync();
        await laptop.GetByTestId("close-now").ClickAsync();

        await Expect(ada.GetByTestId("farewell")).ToContainTextAsync("The room is over");
    }

    private async Task<IPage> JoinAsync(string code, string name, int width = 1280)
    {
        var page = await browser.OpenAsync("/join", width);
        await page.GetByTestId("join-code").FillAsync(code);
        await page.GetByTestId("join-name").FillAsync(name);
        await page.GetByTestId("join").ClickAsync();
        await Expect(page.GetByTestId("room-bar")).ToBeVisibleAsync();
        return page;
    }

    // At so much of the way from a square picture's upper left corner to its lower right.
    private static async Task PointAsync(IPage page, double share)
    {
        var canvas = page.GetByTestId("stage-canvas");
        var box = (await canvas.BoundingBoxAsync())!;
        var side = Math.Min(box.Width, box.Height);
        await canvas.HoverAsync(new() { Position = new() { X = (float)((box.Width - side) / 2 + share * side), Y = (float)((box.Height - side) / 2 + share * side) } });
    }

    private static async Task PointedAt(IPage page, double share) => await page.WaitForFunctionAsync("""
        share => {
          const dot = document.querySelector("[data-testid=laser-dot]"), canvas = document.querySelector("[data-testid=teacher-screen] canvas[role=img]");
          if (dot.hidden) {
            return false;
          }
          const at = dot.getBoundingClientRect(), box = canvas.getBoundingClientRect(), side = Math.min(box.width, box.height);
          const x = (at.x + at.width / 2 - box.x - (box.width - side) / 2) / side, y = (at.y + at.height / 2 - box.y - (box.height - side) / 2) / side;
          return Math.abs(x - share) < 0.01 && Math.abs(y - share) < 0.01;
        }
        """, share);

    private static async Task Drawn(IPage page) => await page.WaitForFunctionAsync("() => +document.querySelector('[data-testid=stage-canvas]')?.dataset.frames > 0");
}
