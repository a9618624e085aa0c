package dev.zonal.data.classification;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;

/**
 * A kernel with a ridge, and the errors that leaving one out makes with them.
 *
 * @param kernel its place in a list, from 0
 * @param leaveOneOut refused if the matrix is not proved to be positive definite
 */
public record Candidate(int kernel, Rational ridge, Certification<LeaveOneOut> leaveOneOut) {}
