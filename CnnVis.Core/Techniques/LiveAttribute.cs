namespace CnnVis.Core.Techniques;

/// <summary>Marks an option that can change while a run goes on: each step asks for it anew.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LiveAttribute : Attribute;
