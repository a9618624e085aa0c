package dev.zonal.report.document;

/** A piece of a result. */
public sealed interface Value permits Cell, Fields, Rows {}
