package dev.zonal.spectrum.multisphere;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.OneLayerTerm;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.exact.OneLayerSpectrum;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The spectrum of f(m), f the kernel of a network of one layer and m the mean of the cosines of q
 * pixels, on the product of the spheres of these pixels for the probability measure: what a filter
 * of q taps sees (docs/theory.md, Section 21.2). f is 1 at m = 1.
 *
 * @param channels C, at least 2: every pixel lies on a sphere of R^C
 * @param pixels q, at least 1
 * @param terms f before its normalisation
 */
public record PatchSpectrum(int channels, int pixels, List<OneLayerTerm> terms) {
  public PatchSpectrum {
    terms = List.copyOf(terms);
    if (channels < 2 || pixels < 1) {
      throw new IllegalArgumentException(
          pixels + " pixels of " + channels + " channels are no product of spheres");
    }
  }

  /**
   * The spectrum of a kernel of one layer.
   *
   * @throws KernelSpecificationException if it is none, or of another degree than ReLUs and steps
   */
  public static PatchSpectrum of(Kernel kernel, int channels, int pixels) {
    if (kernel.structure() instanceof Structure.OneLayer layer
        && layer.terms().stream().allMatch(PatchSpectrum::isKnown)) {
      return new PatchSpectrum(channels, pixels, layer.terms());
    }
    throw new KernelSpecificationException(
        kernel
            + ": eigenvalues of patches are known for one layer of relu, leaky, abs, step or sign"
            + " without biases that enter the angle");
  }

  private static boolean isKnown(OneLayerTerm term) {
    int degree = term.function().degree().orElse(0);
    return degree == 0 || (degree == 1 && !term.function().cosine());
  }

  /**
   * Encloses the eigenvalue of a product of harmonics, which does not depend on their order.
   *
   * @param frequencies the degrees, one for each pixel
   * @param bits the relative accuracy wanted, about
   * @throws DomainException with the reason, if every way to it is too long
   */
  public Enclosure enclose(List<Integer> frequencies, int bits) {
    if (frequencies.size() != pixels || frequencies.stream().anyMatch(k -> k < 0)) {
      throw new IllegalArgumentException(frequencies + " are no degrees for " + pixels + " pixels");
    }
    List<Integer> sorted = frequencies.stream().sorted(Comparator.reverseOrder()).toList();
    Optional<Rational> rational = rational(sorted);
    BallArithmetic over = BallArithmetic.ofBits(bits + 8);
    if (rational.isPresent()) {
      return new Enclosure(
          Eigenvalue.Method.EXACT, over.of(rational.get()), rational.map(PiRational::of));
    }
    if (pixels == 1) {
      return Enclosure.exact(new OneLayerSpectrum(channels, terms).at(sorted.get(0)), over);
    }
    Ball sum = over.of(0);
    Ball weights = over.of(0);
    for (OneLayerTerm term : terms) {
      Ball weight = term.weight(over);
      weights = over.add(weights, weight);
      sum = over.add(sum, over.multiply(weight, eigenvalue(term, sorted).enclose(over)));
    }
    return Enclosure.of(Eigenvalue.Method.EXACT, over.divide(sum, weights));
  }

  /** The eigenvalue, where it comes from a polynomial part of f, and where it is zero. */
  private Optional<Rational> rational(List<Integer> frequencies) {
    Rational sum = Rational.ZERO;
    Rational weights = Rational.ZERO;
    boolean isZero = true;
    boolean isKnown = true;
    for (OneLayerTerm term : terms) {
      Optional<Rational> value = eigenvalue(term, frequencies).rational();
      Optional<Rational> weight = term.rationalWeight();
      isZero &= value.filter(Rational::isZero).isPresent();
      isKnown &= value.isPresent() && weight.isPresent();
      if (isKnown) {
        sum = sum.add(weight.get().multiply(value.get()));
        weights = weights.add(weight.get());
      }
    }
    return isZero
        ? Optional.of(Rational.ZERO)
        : isKnown ? Optional.of(sum.divide(weights)) : Optional.empty();
  }

  private PatchEigenvalue eigenvalue(OneLayerTerm term, List<Integer> frequencies) {
    return new PatchEigenvalue(term.function(), channels, frequencies);
  }

  /** Whether an eigenvalue is zero, by a theorem; it is positive otherwise. */
  boolean isZero(List<Integer> frequencies) {
    return rational(frequencies).filter(Rational::isZero).isPresent();
  }

  /**
   * The law of the eigenvalues whose degrees have a sum of one parity, as the degrees grow in any
   * way (docs/theory.md, Theorem 21.11); empty where they are zero from some sum on.
   */
  public Optional<PatchDecay> decay(Parity parity) {
    return Stream.of(1, 3)
        .map(power -> new PatchDecay(this, parity, power))
        .filter(law -> terms.stream().anyMatch(law::isRaisedBy))
        .findFirst();
  }
}
