/**
 * Results as data, and the formats in which people and programs read them: a contract, written down
 * in docs/formats.md.
 */
package dev.zonal.report;
