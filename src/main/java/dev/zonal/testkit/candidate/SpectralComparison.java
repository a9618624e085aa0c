package dev.zonal.testkit.candidate;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Equivalence;
import dev.zonal.theorem.Outcome;
import dev.zonal.theorem.law.Asymptotics;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The eigenvalues of a candidate on one sphere beside the certified ones. Those of the candidate
 * are integrals in doubles, so that nothing below its own errors and 10^-13 can be seen.
 */
public final class SpectralComparison {
  private static final int BITS = 96;

  /** Errors of the sums over nodes. */
  private static final double SUMMATION = 0x1p-46;

  /** So much larger than its error an eigenvalue is of use to a quotient. */
  private static final double VISIBLE = 1000;

  private final Comparison comparison;
  private final int dimension;
  private final Spectrum spectrum;
  private final double scale;

  /**
   * @param comparison of the values
   * @param dimension of the space that the sphere is in, at least 2
   */
  public SpectralComparison(Comparison comparison, int dimension) {
    this.comparison = comparison;
    this.dimension = dimension;
    this.spectrum = Spectrum.of(comparison.target().kernel(), dimension);
    this.scale =
        comparison.target().scale() == Scale.UNIT ? 1 : comparison.target().atCoincidence();
  }

  /**
   * The eigenvalues up to a frequency are the certified ones: their values, and so their signs, and
   * zeros where a theorem says zero.
   *
   * @param last the largest k
   */
  public void eigenvaluesAgree(int last) {
    Coefficients own = own(last);
    certified(spectrum, last)
        .forEach(
            (k, enclosure) -> {
              double eta = own.eta(k);
              double expected = scale * enclosure.ball().toDouble();
              if (!(Math.abs(eta - expected) <= error(own))) {
                throw wrong(k, eta, expected, own, enclosure.isExactZero());
              }
            });
  }

  private AssertionError wrong(
      long k, double eta, double expected, Coefficients own, boolean isZero) {
    return new AssertionError(
        "%s, sphere in R^%s: eta_%s is %.12g, %s; their distance %.3g exceeds %.3g"
            .formatted(
                comparison.target(),
                dimension,
                k,
                eta,
                isZero ? "but vanishes by a theorem" : "and %.12g is certified".formatted(expected),
                Math.abs(eta - expected),
                error(own)));
  }

  /** No eigenvalue up to a frequency is negative, so far as can be seen. */
  public void noEigenvalueIsNegative(int last) {
    Coefficients own = own(last);
    for (int k = 0; k <= last; k++) {
      if (!(own.eta(k) >= -error(own))) {
        throw new AssertionError(
            "the candidate is not positive semidefinite on the sphere in R^%s: eta_%s is %.12g"
                .formatted(dimension, k, own.eta(k)));
      }
    }
  }

  /**
   * The eigenvalues decay as the certified law says, k^-E times a constant for each parity: the
   * exponent is right to 0.1, the constant to a twentieth.
   *
   * @param last the largest k that is looked at, at least 16
   */
  public void decaysAsCertified(int last) {
    if (last < 16) {
      throw new IllegalArgumentException("a law is not seen below k = 16");
    }
    Asymptotics asymptotics = Asymptotics.of(spectrum);
    Coefficients own = own(last);
    for (Parity parity : Parity.values()) {
      if (asymptotics.decayExponent(parity).isPresent()) {
        double exponent = asymptotics.decayExponent(parity).get().doubleValue();
        double constant =
            scale * asymptotics.constant(parity, BITS).map(Ball::toDouble).orElse(Double.NaN);
        int k = (last / 2) * 2 - (parity == Parity.EVEN ? 0 : 1);
        decays(own, k, exponent, constant, parity);
      }
    }
  }

  private void decays(Coefficients own, int last, double exponent, double constant, Parity parity) {
    int half = last / 4 * 2 + last % 2;
    double far = own.eta(last);
    double near = own.eta(half);
    if (Math.abs(constant) * Math.pow(last, -exponent) < VISIBLE * error(own)) {
      throw new IllegalArgumentException(
          "eigenvalues at k = %s are not seen above the tolerance %.3g: take a smaller k"
              .formatted(last, error(own)));
    }
    double shift = (dimension - 2) / 2.0;
    double ratio = (last + shift) / (half + shift);
    double seen = Math.log(near / far) / Math.log(ratio);
    if (!(Math.abs(seen - exponent) <= 0.1)) {
      throw new AssertionError(
          "the %s eigenvalues of the candidate decay like k^-%.3g near k = %s; %s has k^-%.3g"
              .formatted(parity, seen, last, comparison.target(), exponent));
    }
    // k^E eta_k = C + c k^-2 + ...: the second term drops out.
    double first = Math.pow(half + shift, exponent) * near;
    double second = Math.pow(last + shift, exponent) * far;
    double limit = second + (second - first) / (ratio * ratio - 1);
    if (!(Math.abs(limit / constant - 1) <= 0.05)) {
      throw new AssertionError(
          "k^%.3g eta_k of the candidate tends to %.6g along %s k; %s has %.6g"
              .formatted(exponent, limit, parity, comparison.target(), constant));
    }
  }

  /**
   * The candidate has the space of functions of another kernel: its eigenvalues over the other's
   * lie between the best constants that are proved for the certified kernel.
   *
   * @param other a specification, as {@code laplace:c=1}
   * @param last the largest k that is looked at
   * @throws IllegalArgumentException if the certified kernel is not equivalent to the other
   */
  public void isEquivalentTo(String other, int last) {
    Spectrum against = Spectrum.of(KernelSpecification.parse(other), dimension);
    Outcome<Equivalence.Proof> outcome = Equivalence.prove(spectrum, against, Context.NONE);
    Optional<Equivalence.Proof> proof = outcome.proof();
    if (proof.isEmpty()) {
      throw new IllegalArgumentException(
          spectrum.kernel()
              + " is not proved to be equivalent to "
              + other
              + ": "
              + outcome.reason());
    }
    double least = scale * proof.get().infimum().value().lower().doubleValue();
    double greatest = scale * proof.get().supremum().value().upper().doubleValue();
    Coefficients own = own(last);
    certified(against, last)
        .forEach(
            (k, enclosure) -> {
              double eta = own.eta(k);
              double below = enclosure.ball().toDouble();
              if (!(eta >= least * below - error(own) && eta <= greatest * below + error(own))) {
                throw new AssertionError(
                    "eta_%s of the candidate is %.6g times that of %s, outside [%.6g, %.6g]"
                        .formatted(k, eta / below, other, least, greatest));
              }
            });
  }

  private Coefficients own(int last) {
    Coefficients own = Coefficients.of(comparison.candidate(), dimension, last);
    double errors = Math.abs(comparison.target().atCoincidence()) * SUMMATION;
    if (!(own.error() <= VISIBLE * errors + comparison.slack())) {
      throw new AssertionError(
          "the candidate is not smooth as a function of the angle: its integrals by two rules"
              + " differ by %.3g".formatted(own.error()));
    }
    return own;
  }

  private double error(Coefficients own) {
    return own.error()
        + comparison.slack()
        + Math.abs(comparison.target().atCoincidence()) * SUMMATION;
  }

  private static Map<Long, Enclosure> certified(Spectrum spectrum, int last) {
    TreeSet<Long> frequencies =
        LongStream.rangeClosed(0, last).boxed().collect(Collectors.toCollection(TreeSet::new));
    Map<Long, Enclosure> found = new TreeMap<>();
    spectrum
        .enclose(frequencies, BITS, Optional.empty(), Context.NONE)
        .forEach((k, enclosure) -> found.put(k, enclosure.get()));
    return found;
  }
}
