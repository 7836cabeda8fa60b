using CnnVis.Core;
using CnnVis.Web.Classrooms;
using CnnVis.Web.Runs;
using CnnVis.Web.Sharing.PyTorch;
using CnnVis.Web.Storage;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace CnnVis.Web.Api;

/// <summary>Turns what cannot be done into problem details (RFC 9457) with a stable type and one clear sentence.</summary>
internal sealed class ProblemHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (!ApiSetup.Answers(context.Request.Path) || Describe(context, exception) is not { } problem)
        {
            return false;
        }

        if (problem.Status == StatusCodes.Status429TooManyRequests)
        {
            context.Response.Headers.RetryAfter = "10"; // seconds
        }

        context.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem });
    }

    private static ProblemDetails? Describe(HttpContext context, Exception exception) => exception switch
    {
        CnnVisException e => ProblemWords.Problem(StatusOf(e, context), e.Kind, e.Message),
        BadHttpRequestException e => ProblemWords.Of(e.StatusCode),
        _ => null,
    };

    // What the address names and does not exist is not found; what a body names is a bad request.
    private static int StatusOf(CnnVisException exception, HttpContext context) => exception switch
    {
        SharedRunException => StatusCodes.Status409Conflict,
        NoPyTorchCodeException => StatusCodes.Status422UnprocessableEntity,
        OtherVersionException => StatusCodes.Status410Gone,
        NotYoursException or NotTheTeacherException or NotInRoomException or ExpelledException => StatusCodes.Status403Forbidden,
        StoreUnavailableException => StatusCodes.Status503ServiceUnavailable,
        TooManyRunsException or TooBusyException or TooManyRequestsException => StatusCodes.Status429TooManyRequests,
        UnknownThingException when HttpMethods.IsGet(context.Request.Method) || RouteOf(context).ContainsKey("id") => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status400BadRequest,
    };

    // The handler sees the request after its route was cleared; the feature remembers it.
    private static RouteValueDictionary RouteOf(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.RouteValues ?? [];
}
