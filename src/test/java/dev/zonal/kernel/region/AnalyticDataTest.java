package dev.zonal.kernel.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.kernel.specification.KernelSpecification;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyticDataTest {

  /** The singularity on the negative axis, from the real recursion alone. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "resntk:L=2,alpha=1; 1.8139",
        "resntk:L=3,alpha=1; 1.6610",
        "resntk:L=10,alpha=1; 1.0478",
        "resntk:L=100,alpha=1; 0.178",
        "resntk:L=3,alpha=1/2; 1.8343",
        "resntk:L=10,alpha=1/2; 1.4332",
        "fcntk:L=2; 1.6936",
        "fcntk:L=3; 1.4674",
        "fcntk:L=10; 0.7458",
        "fcntk:L=50; 0.1858"
      })
  void the_disc_at_coincidence_comes_close_to_the_nearest_singularity(String name, double exact) {
    assertClose(AnalyticData.of(KernelSpecification.parse(name)).coincidence(), exact);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "resntk:L=2,alpha=1; 1.3672",
        "resntk:L=2,alpha=1/10; 0.14142",
        "resntk:L=2,alpha=1/100; 0.0141421",
        "resntk:L=2,alpha=1/1000; 0.00141421"
      })
  void the_disc_at_the_antipode_comes_close_to_the_nearest_singularity(String name, double exact) {
    assertClose(AnalyticData.of(KernelSpecification.parse(name)).antipode(), exact);
  }

  private static void assertClose(SupBound<ChordDisc> disc, double exact) {
    assertTrue(disc.isCertified(), disc::toString);
    double radius = disc.region().radius();
    assertTrue(radius < exact * 1.002, radius + " is beyond the singularity at " + exact);
    assertTrue(radius > exact * 0.97, radius + " is far from the singularity at " + exact);
  }

  @Test
  void the_rectangle_comes_close_to_its_largest_height() {
    AnalyticData data = AnalyticData.of(KernelSpecification.parse("resntk:L=2,alpha=1"));
    double height = data.rectangle().region().height();
    assertTrue(height < 1.2718 && height > 1.2718 * 0.97, "T = " + height);
    double top = SupBound.of(data.kernel(), new ThetaRectangle(height)).bound().get();
    assertEquals(top, data.rectangle().bound().get(), top);
  }

  @ParameterizedTest
  @ValueSource(strings = {"resntk:L=3,alpha=1/2", "fcntk:L=10", "resntk:L=2,alpha=1/100"})
  void the_expansions_converge_up_to_the_top_of_the_rectangle(String name) {
    AnalyticData data = AnalyticData.of(KernelSpecification.parse(name));
    double chord = 2 * Math.sinh(data.rectangle().region().height() / 2);
    assertTrue(chord < data.coincidence().region().radius());
    assertTrue(chord < data.antipode().region().radius());
  }

  /** On the disc of radius 2 they reach e^600 and more. */
  @ParameterizedTest
  @ValueSource(strings = {"laplace:c=300", "laplace:c=10000", "matern:nu=3/2,c=1000"})
  void aDiscOnWhichAKernelIsTooLargeForDoublesIsMadeSmaller(String specification) {
    SupBound<ChordDisc> disc =
        AnalyticData.of(KernelSpecification.parse(specification)).coincidence();
    assertTrue(disc.isCertified(), disc::toString);
    assertTrue(Double.isFinite(disc.bound().get()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"laplace:c=1", "matern:nu=3/2,c=1", "gaussian:c=1", "arccos:n=1"})
  void entire_kernels_are_certified_wherever_the_chord_is_less_than_two(String name) {
    AnalyticData data = AnalyticData.of(KernelSpecification.parse(name));
    assertEquals(1.96, data.coincidence().region().radius(), 1e-12);
    assertEquals(1.96, data.antipode().region().radius(), 1e-12);
    assertTrue(data.rectangle().region().height() > 1.7);
  }

  @Test
  void a_kernel_with_a_branch_point_at_coincidence_has_data_at_the_antipode_only() {
    AnalyticData data = AnalyticData.of(KernelSpecification.parse("gammaexp:c=1,gamma=3/2"));
    assertFalse(data.coincidence().isCertified());
    assertFalse(data.rectangle().isCertified());
    assertTrue(data.antipode().isCertified());
  }

  @Test
  void threads_that_ask_at_once_get_the_same_answer() {
    AnalyticData data = AnalyticData.of(KernelSpecification.parse("resntk:L=3,alpha=1"));
    assertEquals(
        1, IntStream.range(0, 8).parallel().mapToObj(i -> data.rectangle()).distinct().count());
    assertSame(data.ellipse(0, 1, 1.5), data.ellipse(0, 1, 1.5));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 1000, 100_000})
  void the_regions_reach_the_singularity_that_a_small_alpha_brings_to_the_antipode(int reciprocal) {
    AnalyticData data =
        AnalyticData.of(KernelSpecification.parse("resntk:L=3,alpha=1/" + reciprocal));
    double singularity = Math.sqrt(2) / reciprocal;
    double radius = data.antipode().region().radius();
    assertTrue(data.antipode().isCertified() && data.rectangle().isCertified());
    assertTrue(radius < singularity && radius > 0.98 * singularity, () -> "" + radius);
    assertTrue(data.rectangle().region().height() > 0.95 * singularity);
  }
}
