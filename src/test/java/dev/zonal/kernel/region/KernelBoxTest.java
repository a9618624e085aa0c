package dev.zonal.kernel.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.region.ComplexDisc;
import dev.zonal.arithmetic.region.ComplexJet;
import dev.zonal.arithmetic.region.JetArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.specification.IntervalFamily;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Kernels whose parameter is an interval: docs/theory.md, Lemmas 28.1 to 28.3. */
class KernelBoxTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(128);

  private static KernelBox box(String family) {
    IntervalFamily parsed = IntervalFamily.parse(family);
    return KernelBox.of(parsed.kernel(parsed.least())).orElseThrow();
  }

  private static KernelBox residual(int depth, Rational lower, Rational upper) {
    return box("resntk:L=%s,alpha=[%s,%s]".formatted(depth, lower, upper));
  }

  @Property(tries = 60)
  void values_of_members_lie_in_the_value_of_all(
      @ForAll @IntRange(min = 1, max = 4) int depth,
      @ForAll @IntRange(min = 1, max = 40) int low,
      @ForAll @IntRange(min = 1, max = 3) int length,
      @ForAll @IntRange(min = 0, max = 8) int part,
      @ForAll @IntRange(min = 0, max = 14) int at) {
    KernelBox box = residual(depth, Rational.of(low, 20), Rational.of(low + length, 20));
    Kernel member = box.member(coordinate(box, Rational.of(part, 8)));
    Ball r = OVER.of(Rational.of(at, 10));
    for (Chart end : new Chart[] {Chart.CHORD, Chart.ANTIPODAL_CHORD}) {
      Ball all;
      try {
        all = box.kernel().evaluate(OVER, end.angle(OVER, r));
      } catch (dev.zonal.arithmetic.DomainException tooWide) {
        continue;
      }
      assertTrue(all.contains(member.evaluate(OVER, end.angle(OVER, r))));
    }
  }

  /** Corollary 28.8: the member at infinity, with all layers trained, is fully connected. */
  @Property(tries = 40)
  void at_infinity_the_member_is_fully_connected(
      @ForAll @IntRange(min = 1, max = 5) int depth, @ForAll @IntRange(min = 0, max = 14) int at) {
    Ball r = OVER.of(Rational.of(at, 10));
    for (Chart end : new Chart[] {Chart.CHORD, Chart.ANTIPODAL_CHORD}) {
      Angle<Ball> angle = end.angle(OVER, r);
      Ball tangent = of("fcntk:L=%s,beta=0", depth).evaluate(OVER, angle);
      Ball process = of("fcnngp:L=%s,bias=propagated,beta=0", depth).evaluate(OVER, angle);
      Ball passed = angle.cosine();
      Angle<Ball> layer = angle;
      for (int j = 0; j < depth; j++) {
        passed = OVER.multiply(passed, layer.kappa0());
        layer = layer.throughLayer(1, Ball.exact(1), Ball.exact(0));
      }
      Ball blocks =
          OVER.subtract(
              OVER.scale(tangent, Rational.of(depth + 1, depth)),
              OVER.scale(OVER.add(passed, process), Rational.of(1, 2L * depth)));
      assertIsNear(tangent, of("resntk:L=%s,alpha=[1000000,infinity],train=all", depth), angle);
      assertIsNear(blocks, of("resntk:L=%s,alpha=[1000000,infinity]", depth), angle);
      assertIsNear(process, of("resnngp:L=%s,alpha=[1000000,infinity]", depth), angle);
    }
  }

  private static Kernel of(String family, int depth) {
    return IntervalFamily.parse(family.formatted(depth)).kernel(depth);
  }

  /** The value is one of those of the members, which are nearly equal. */
  private static void assertIsNear(Ball value, Kernel members, Angle<Ball> angle) {
    Ball all = members.evaluate(OVER, angle);
    assertTrue(all.overlaps(value), () -> members + ": " + all + " without " + value);
    assertTrue(all.radius().toDouble() < 1e-4, members::toString);
  }

  @Test
  void far_out_all_intervals_share_one_cell() {
    KernelBox cell = box("resntk:L=2,alpha=[4,infinity]");
    assertEquals(cell, cell.cell());
    assertEquals(cell, box("resntk:L=2,alpha=[5,11/2]").cell());
    assertEquals(cell, box("resntk:L=2,alpha=[100,infinity]").cell());
    assertEquals("[4,infinity]", cell.interval().toString());
    assertEquals("[2,3]", box("resntk:L=2,alpha=[2,9/4]").cell().interval().toString());
  }

  private static Rational coordinate(KernelBox box, Rational part) {
    Parameter.Interval interval = box.interval();
    return interval.lower().add(interval.upper().subtract(interval.lower()).multiply(part));
  }

  /** Lemma 28.2 by members: the range of a jet contains what each takes on the box. */
  @Property(tries = 60)
  void the_range_of_a_jet_is_that_of_all_members(
      @ForAll @IntRange(min = 2, max = 5) int depth,
      @ForAll @IntRange(min = 4, max = 40) int low,
      @ForAll @IntRange(min = 0, max = 8) int part,
      @ForAll @IntRange(min = 2, max = 12) int re,
      @ForAll @IntRange(min = 0, max = 7) int turn) {
    KernelBox box = residual(depth, Rational.of(low, 20), Rational.of(2L * low + 1, 40));
    ComplexDisc around = new ComplexDisc(re / 10.0, 0.05, 0.01);
    JetArithmetic wide = new JetArithmetic(around);
    ComplexJet all;
    try {
      all = box.kernel().evaluate(wide, Chart.CHORD.angle(wide, wide.variable()));
    } catch (dev.zonal.arithmetic.DomainException refused) {
      return;
    }
    double angle = turn * Math.PI / 4;
    JetArithmetic point =
        new JetArithmetic(
            ComplexDisc.of(re / 10.0 + 0.0099 * Math.cos(angle), 0.05 + 0.0099 * Math.sin(angle)));
    ComplexJet one =
        box.member(coordinate(box, Rational.of(part, 8)))
            .evaluate(point, Chart.CHORD.angle(point, point.variable()));
    double distance =
        Math.hypot(all.range().re() - one.value().re(), all.range().im() - one.value().im());
    assertTrue(distance <= all.range().radius() + one.value().radius());
    assertFalse(all.drift().isZero());
  }

  /** Between other numbers than the first two is another number, which does not move with it. */
  @Test
  void only_the_first_number_between_two_is_the_one_that_moves() {
    JetArithmetic over = new JetArithmetic(new ComplexDisc(0, 0, 0.1));
    ComplexJet first = over.between(Rational.ONE, Rational.of(2));
    ComplexJet same = over.between(Rational.ONE, Rational.of(2));
    ComplexJet other = over.between(Rational.ONE, Rational.of(3));
    assertTrue(over.subtract(first, same).range().modulus() < 1e-12);
    assertTrue(other.drift().isZero());
    assertTrue(over.subtract(first, other).range().modulus() >= 2);
  }

  /** Divided by what is zero for one of the members. */
  @Test
  void a_divisor_that_is_zero_for_some_t_is_refused() {
    JetArithmetic over = new JetArithmetic(new ComplexDisc(0, 0, 0.1));
    ComplexJet around = over.between(Rational.of(-1), Rational.of(3));
    assertThrows(dev.zonal.arithmetic.DomainException.class, () -> over.divide(over.of(1), around));
  }

  @Property(tries = 60)
  void a_cell_contains_the_interval_or_is_the_interval_and_all_of_a_cell_share_it(
      @ForAll @IntRange(min = 1, max = 400) int low,
      @ForAll @IntRange(min = 1, max = 40) int length) {
    KernelBox box = residual(2, Rational.of(low, 100), Rational.of(low + length, 100));
    KernelBox cell = box.cell();
    assertTrue(cell.interval().contains(box.interval()));
    assertEquals(cell, cell.cell());
  }

  @Test
  void a_cell_begins_at_a_power_of_two_or_half_way_to_the_next() {
    assertEquals(
        residual(2, Rational.of(1, 2), Rational.of(3, 4)),
        residual(2, Rational.of(3, 5), Rational.of(2, 3)).cell());
    assertEquals(
        residual(2, Rational.of(3, 4), Rational.ONE),
        residual(2, Rational.of(3, 4), Rational.of(4, 5)).cell());
    assertEquals(box("fcntk:L=2,beta=[0,1]"), box("fcntk:L=2,beta=[0,2/3]").cell());
  }

  @Test
  void one_parameter_may_be_an_interval() {
    Parameter.Interval one =
        Parameter.Interval.between(
            Parameter.Interval.Coordinate.SHARE, Rational.of(1, 2), Rational.ONE);
    Kernel both = new ResidualTangentKernel(2, one, one, ResidualTangentKernel.Training.BLOCKS);
    assertThrows(KernelSpecificationException.class, () -> KernelBox.of(both));
  }

  /** Lemma 28.3: for real parameters in the ellipse the kernel is at most the bound. */
  @Property(tries = 10)
  void the_kernel_is_bounded_around_the_parameters(
      @ForAll @IntRange(min = 1, max = 3) int depth, @ForAll @IntRange(min = 0, max = 14) int at) {
    KernelBox box = residual(depth, Rational.of(1, 2), Rational.of(3, 4));
    double bound = ParameterBound.of(box.kernel(), box.interval(), 4).get();
    Rational edge = box.interval().upper().add(box.radius());
    Kernel beyond = box.member(edge);
    for (Chart end : new Chart[] {Chart.CHORD, Chart.ANTIPODAL_CHORD}) {
      Ball value = beyond.evaluate(OVER, end.angle(OVER, OVER.of(Rational.of(at, 10))));
      assertTrue(value.abs().lower().doubleValue() <= bound);
    }
  }

  @Test
  void an_ellipse_that_reaches_beyond_zero_is_refused() {
    KernelBox box = residual(2, Rational.of(1, 2), Rational.of(3, 4));
    assertTrue(ParameterBound.of(box.kernel(), box.interval(), 6).isCertified());
    assertFalse(ParameterBound.of(box.kernel(), box.interval(), 12).isCertified());
  }
}
