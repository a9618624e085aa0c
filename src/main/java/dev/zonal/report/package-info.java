/**
 * Results as people and programs read them: aligned text, CSV and JSON. The formats are a contract,
 * written down in docs/formats.md.
 */
package dev.zonal.report;
