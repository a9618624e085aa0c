package dev.zonal.spectrum.multisphere;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The spectrum of the kernel of a convolutional network of one layer on circular images of one row
 * whose pixels lie on spheres, for the probability measure: the mean of f over the filter's places
 * (docs/theory.md, Section 21.2). It is that of both read-outs; under `gap` a number belongs to the
 * functions that no shift changes alone.
 *
 * @param patch the spectrum of what the filter sees at one place
 * @param pixels D, at least the filter's
 */
public record ConvolutionalSpectrum(PatchSpectrum patch, int pixels) {
  private static final int GUARD_BITS = 8;

  public ConvolutionalSpectrum {
    if (pixels < patch.pixels()) {
      throw new IllegalArgumentException(
          "a filter of %s taps is larger than %s pixels".formatted(patch.pixels(), pixels));
    }
  }

  /**
   * The spectrum of the network of a kernel of one layer.
   *
   * @throws KernelSpecificationException if the kernel is none of ReLUs or steps
   */
  public static ConvolutionalSpectrum of(Kernel kernel, int channels, int taps, int pixels) {
    return new ConvolutionalSpectrum(PatchSpectrum.of(kernel, channels, taps), pixels);
  }

  /**
   * Encloses the eigenvalue of a product of harmonics; zero where no place of the filter sees all
   * of those that are not constant.
   *
   * @param frequencies the degrees, one for each pixel
   * @param bits the relative accuracy wanted, about
   * @throws DomainException with the reason, if every way to it is too long
   */
  public Enclosure enclose(List<Integer> frequencies, int bits) {
    if (frequencies.size() != pixels || frequencies.stream().anyMatch(k -> k < 0)) {
      throw new IllegalArgumentException(frequencies + " are no degrees for " + pixels + " pixels");
    }
    return places(frequencies) == 0
        ? Enclosure.zero()
        : shared(
            frequencies,
            patch.enclose(seen(frequencies), bits),
            BallArithmetic.ofBits(bits + GUARD_BITS));
  }

  /**
   * The eigenvalue from that of the patch: as many of all places as see the degrees have it.
   *
   * @param own the eigenvalue of the patch for the degrees that are {@link #seen}
   */
  public Enclosure shared(List<Integer> frequencies, Enclosure own, BallArithmetic over) {
    Rational share = share(frequencies);
    return share.isZero()
        ? Enclosure.zero()
        : new Enclosure(
            own.method(),
            over.scale(own.ball(), share),
            own.exact()
                .map(value -> new PiRational(value.coefficient().multiply(share), value.power())));
  }

  /** The part of the places of the filter that see all pixels whose degree is not 0. */
  public Rational share(List<Integer> frequencies) {
    return Rational.of(places(frequencies), pixels);
  }

  /** Why an eigenvalue is zero. */
  public enum Zero {
    /** No place of the filter sees all pixels whose degree is not 0 (Lemma 21.6). */
    LOCALITY,
    /** The kernel has no power of the parity of the sum, from the sum on (Proposition 21.7). */
    PARITY
  }

  /** Why the eigenvalue is zero, if it is; it is positive otherwise. */
  public Optional<Zero> zero(List<Integer> frequencies) {
    if (places(frequencies) == 0) {
      return Optional.of(Zero.LOCALITY);
    }
    return patch.isZero(seen(frequencies)) ? Optional.of(Zero.PARITY) : Optional.empty();
  }

  /**
   * The degrees that are not 0, and zeros for the other pixels that the filter sees; all zeros
   * where it never sees all of them.
   */
  public List<Integer> seen(List<Integer> frequencies) {
    List<Integer> seen = new ArrayList<>();
    if (places(frequencies) > 0) {
      frequencies.stream().filter(k -> k > 0).sorted(Comparator.reverseOrder()).forEach(seen::add);
    }
    seen.addAll(Collections.nCopies(patch.pixels() - seen.size(), 0));
    return seen;
  }

  /**
   * The eigenvalue over what the law says of it (docs/theory.md, Theorem 21.11); empty where that
   * is zero or not finite.
   *
   * @param eigenvalue contains it
   */
  public Optional<Ball> overLaw(List<Integer> frequencies, Ball eigenvalue, BallArithmetic over) {
    int places = places(frequencies);
    List<Integer> seen = seen(frequencies);
    boolean isFinite = patch.channels() > 2 || seen.get(0) > 0;
    if (places == 0 || !isFinite) {
      return Optional.empty();
    }
    return patch
        .decay(Parity.of(seen.stream().mapToLong(k -> k).sum()))
        .map(
            law ->
                over.divide(
                    over.scale(eigenvalue, Rational.of(pixels, places)), law.at(seen, over)));
  }

  /** At how many places the filter sees all pixels whose degree is not 0. */
  int places(List<Integer> frequencies) {
    int[] support =
        IntStream.range(0, pixels).filter(pixel -> frequencies.get(pixel) > 0).toArray();
    int places = 0;
    for (int start = 0; start < pixels; start++) {
      int first = start;
      boolean seesAll =
          Arrays.stream(support)
              .allMatch(pixel -> Math.floorMod(pixel - first, pixels) < patch.pixels());
      places += seesAll ? 1 : 0;
    }
    return places;
  }

  /** The multiplicity of the functions of these degrees under the read-out `flatten`. */
  public BigInteger flattenMultiplicity(List<Integer> frequencies) {
    return new ProductOfSpheres(patch.channels(), pixels).multiplicity(frequencies);
  }

  /** That of the functions of these degrees and of their cyclic shifts under `gap`. */
  public BigInteger gapMultiplicity(List<Integer> frequencies) {
    return new ProductOfSpheres(patch.channels(), pixels).invariantMultiplicity(frequencies);
  }
}
