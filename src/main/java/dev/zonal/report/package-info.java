/**
 * What came of a computation, as a document: spectra, values, laws, confirmations, the catalogue.
 */
package dev.zonal.report;
