/**
 * What came of an attempt to prove a statement or to check a certificate, as a document, and
 * certificates as they are written.
 */
package dev.zonal.report.proof;
