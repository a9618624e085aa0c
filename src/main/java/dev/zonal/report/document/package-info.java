/**
 * Results as data: a document is fields, tables and notes, and what a published table says around
 * them. {@code report.writer} writes it in each format.
 */
package dev.zonal.report.document;
