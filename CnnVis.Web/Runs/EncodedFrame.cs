namespace CnnVis.Web.Runs;

/// <summary>A frame as it travels: encoded once, however many watch.</summary>
public sealed record EncodedFrame(int Step, int Total, string ContentType, byte[] Bytes);
