package dev.zonal.lab.network;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.image.ConvolutionalSpecification;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.lab.network.Parameters.Filter;
import dev.zonal.lab.sample.SampleMean;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.KernelKind;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolutional networks that are drawn, beside their limits. */
class ConvolutionalFamilyTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(64);

  record Case(String network, Filter filter, Initialisation hidden) {}

  static Stream<Case> cases() {
    return Stream.of(
            "cntk:act=relu,L=2,taps=3,readout=flatten",
            "cntk:act=relu,L=1,taps=3,readout=gap",
            "cntk:act=erf,L=2,taps=3,sw2=3/2,sb2=1/10,readout=gap")
        .flatMap(
            network ->
                Stream.of(
                    new Case(network, Filter.TAPS, Initialisation.GAUSSIAN),
                    new Case(network, Filter.TAPS, Initialisation.ORTHOGONAL),
                    new Case(network, Filter.FLATTENED, Initialisation.ORTHOGONAL)));
  }

  static Stream<Arguments> seeds() {
    return LongStream.rangeClosed(1, 20)
        .boxed()
        .flatMap(seed -> cases().map(c -> Arguments.of(c, seed)));
  }

  /** The paper's claim for convolutional networks. */
  @ParameterizedTest
  @MethodSource("cases")
  void all_filters_have_one_limit(Case c) {
    check(c, 77);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("seeds")
  void so_they_have_for_other_seeds(Case c, long seed) {
    check(c, seed);
  }

  private static void check(Case c, long seed) {
    ConvolutionalFamily family = family(c.network, c.filter, 4);
    KernelSample sample = family.sample(c.hidden, 48, 150, seed);
    for (KernelKind kind : KernelKind.values()) {
      for (boolean isSecond : List.of(false, true)) {
        double limit = family.limit(kind, isSecond).enclosure().apply(OVER).toDouble();
        SampleMean mean = sample.mean(kind, isSecond ? 1 : 0);
        assertTrue(Math.abs(mean.z(limit)) < 5, () -> c + " " + kind + ": z = " + mean.z(limit));
      }
    }
  }

  private static ConvolutionalFamily family(String network, Filter filter, int pixels) {
    return new ConvolutionalFamily(
        ConvolutionalSpecification.parse(network), 3, pixels, filter, Initialisation.GAUSSIAN);
  }

  @ParameterizedTest
  @CsvSource({"cntk:taps=5, 4", "cntk:act=gelu, 4"})
  void what_is_not_drawn_is_refused(String network, int pixels) {
    assertThrows(KernelSpecificationException.class, () -> family(network, Filter.TAPS, pixels));
  }

  /** One tap on one pixel is a fully connected network, draw by draw. */
  @Test
  void a_window_of_one_pixel_is_fully_connected() {
    ConvolutionalFamily one =
        new ConvolutionalFamily(
            ConvolutionalSpecification.parse("cntk:taps=1,readout=flatten"),
            3,
            1,
            Filter.TAPS,
            Initialisation.GAUSSIAN);
    ConvolutionalFamily pooled =
        new ConvolutionalFamily(
            ConvolutionalSpecification.parse("cntk:taps=1,readout=gap"),
            3,
            1,
            Filter.FLATTENED,
            Initialisation.GAUSSIAN);
    SampleMean flat = one.sample(Initialisation.ORTHOGONAL, 6, 5, 1).mean(KernelKind.NTK, 1);
    SampleMean gap = pooled.sample(Initialisation.ORTHOGONAL, 6, 5, 1).mean(KernelKind.NTK, 1);
    assertTrue(flat.equals(gap), () -> flat + " and " + gap);
  }
}
