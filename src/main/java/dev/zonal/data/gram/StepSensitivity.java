package dev.zonal.data.gram;

import dev.zonal.arithmetic.Certification;
import dev.zonal.spectrum.CertifiedValue;

/**
 * What one step of a sequence weighs in a kernel, in one of the meanings of docs/theory.md, Section
 * 20.6.
 *
 * @param first i, the sequence of the step, from 1
 * @param second j, the other one, which is i but for gradients
 * @param step t, from 1
 * @param coordinate that is displaced, from 1; 0 where all are meant
 */
public record StepSensitivity(
    Measure measure,
    int first,
    int second,
    int step,
    int coordinate,
    Certification<CertifiedValue> value) {
  /** What is measured. */
  public enum Measure {
    /** The share of the square of the step in K(x,x). */
    DIAGONAL,
    /** The norm of the derivative of K(x,z) by the step of x. */
    GRADIENT,
    /** The distance of the features over a small displacement of a coordinate. */
    METRIC,
    /** Its square over the displacement, where the units have a kink. */
    KINK
  }
}
