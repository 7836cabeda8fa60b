namespace CnnVis.Core.Training.Drawings;

/// <summary>The drawings to train on cannot be had; the message says what to do.</summary>
public sealed class DrawingsException(string message, Exception? inner = null) : CnnVisException("drawings", message, inner);
