/**
 * Gram matrices: which kernel a text names, of which inputs, and its certified values between the
 * points of a file (docs/theory.md, section 19).
 */
package dev.zonal.data.gram;
