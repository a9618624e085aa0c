package dev.zonal.spectrum.multisphere;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.spectrum.value.Enclosure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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
   * @throws DomainException with the reason, if no way to it is known
   */
  public Enclosure enclose(List<Integer> frequencies, int bits) {
    if (frequencies.size() != pixels || frequencies.stream().anyMatch(k -> k < 0)) {
      throw new IllegalArgumentException(frequencies + " are no degrees for " + pixels + " pixels");
    }
    int places = places(frequencies);
    if (places == 0) {
      return Enclosure.zero();
    }
    List<Integer> seen = new ArrayList<>(frequencies.stream().filter(k -> k > 0).toList());
    seen.addAll(Collections.nCopies(patch.pixels() - seen.size(), 0));
    Enclosure own = patch.enclose(seen, bits);
    Rational share = Rational.of(places, pixels);
    return new Enclosure(
        own.method(),
        BallArithmetic.ofBits(bits + 8).scale(own.ball(), share),
        own.exact()
            .map(value -> new PiRational(value.coefficient().multiply(share), value.power())));
  }

  /** At how many places the filter sees all pixels whose degree is not 0. */
  int places(List<Integer> frequencies) {
    int places = 0;
    for (int start = 0; start < pixels; start++) {
      List<Integer> shifted = new ArrayList<>(frequencies);
      Collections.rotate(shifted, start);
      boolean seesAll =
          shifted.subList(patch.pixels(), pixels).stream().allMatch(degree -> degree == 0);
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
