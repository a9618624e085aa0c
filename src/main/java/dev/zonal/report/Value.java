package dev.zonal.report;

/** A piece of a result. */
sealed interface Value permits Cell, Fields, Rows {}
