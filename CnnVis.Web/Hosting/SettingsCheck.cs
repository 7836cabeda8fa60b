using System.ComponentModel.DataAnnotations;
using CnnVis.Web.Runs;

namespace CnnVis.Web.Hosting;

/// <summary>A wrong setting is told in a sentence before anything begins, not by an exception when it is first needed.</summary>
internal static partial class SettingsCheck
{
    /// <summary>Whether the application can start with these settings; if not, the log says what is wrong.</summary>
    public static bool SettingsHold(this WebApplication app)
    {
        var problems = Problems(app.Configuration).ToList();
        problems.ForEach(problem => LogProblem(app.Logger, problem));
        return problems.Count == 0;
    }

    private static IEnumerable<string> Problems(IConfiguration configuration)
    {
        var (options, problems) = (new CnnVisOptions(), new List<ValidationResult>());
        try
        {
            configuration.GetSection("CnnVis").Bind(options);
        }
        catch (InvalidOperationException unreadable) // such as a word for a number
        {
            return [unreadable.Message];
        }

        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);
        return problems.Select(problem => problem.ErrorMessage!);
    }

    [LoggerMessage(LogLevel.Critical, "{Problem}")]
    private static partial void LogProblem(ILogger logger, string problem);
}
