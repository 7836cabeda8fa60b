using System.IO.Compression;
using System.Net;
using System.Text;

namespace CnnVis.Web.Classrooms;

/// <summary>A post to take home.</summary>
/// <param name="File">Its picture's name.</param>
/// <param name="Name">Whose it is, or empty.</param>
/// <param name="Picture">JPEG, or null where the run is gone.</param>
internal sealed record PackedPost(string File, WallPost Post, string Name, byte[]? Picture);

/// <summary>A wall to take home.</summary>
internal sealed record PackedWall(string Code, IReadOnlyList<PackedPost> Posts)
{
    private const string Style = "body{font:16px/1.5 system-ui,sans-serif;margin:2rem;background:#f7f6f3;color:#1d1c1a}"
        + "ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:1.5rem;padding:0;list-style:none}img{width:100%;border-radius:10px}p{margin:.25rem 0}";

    /// <summary>One page with the pictures in it.</summary>
    /// <param name="home">The application's address, with a slash at the end, where the links lead.</param>
    public string Page(string home) => Html(home, post => $"data:image/jpeg;base64,{Convert.ToBase64String(post.Picture!)}");

    /// <summary>A zip archive of the page and the pictures beside it.</summary>
    /// <inheritdoc cref="Page"/>
    public byte[] Zip(string home)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("index.html", Encoding.UTF8.GetBytes(Html(home, post => post.File)));
            foreach (var post in Posts.Where(post => post.Picture is not null))
            {
                Add(post.File, post.Picture!);
            }

            void Add(string name, byte[] bytes)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(bytes);
            }
        }

        return memory.ToArray();
    }

    private string Html(string home, Func<PackedPost, string> source)
    {
        var title = $"CnnVis · {RoomCode.Words(Code)}";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title><style>{Style}</style></head>
            <body>
            <h1>{title}</h1>
            <ul>
            {string.Join('\n', Posts.Select(post => Item(post, home, source)))}
            </ul>
            </body>
            </html>
            """;
    }

    private static string Item(PackedPost post, string home, Func<PackedPost, string> source)
    {
        var words = WebUtility.HtmlEncode($"{post.Post.Technique} · {post.Post.Words}");
        var picture = post.Picture is null ? "" : $"<img src=\"{source(post)}\" alt=\"{words}\">";
        return $"<li><a href=\"{WebUtility.HtmlEncode(home)}r/{post.Post.RunId}\">{picture}<br>{words}</a><p><strong>{WebUtility.HtmlEncode(post.Name)}</strong></p></li>";
    }
}
