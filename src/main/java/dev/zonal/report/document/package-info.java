/**
 * Results as data, and the formats in which people and programs read them: a document is fields,
 * tables and notes, a format is one writer. The formats are a contract, written down in
 * docs/formats.md.
 */
package dev.zonal.report.document;
