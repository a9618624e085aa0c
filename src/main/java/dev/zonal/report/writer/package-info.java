/**
 * The formats in which people and programs read results (docs/formats.md), one writer each, and
 * what a published table is asked to have.
 */
package dev.zonal.report.writer;
