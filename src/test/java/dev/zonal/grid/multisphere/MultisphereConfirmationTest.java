package dev.zonal.grid.multisphere;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.grid.multisphere.MultisphereConfirmation.Outcome;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.multisphere.ConvolutionalSpectrum;
import dev.zonal.spectrum.multisphere.PixelDegrees;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;

/** A second evaluation that could refute. */
class MultisphereConfirmationTest {
  private static final Kernel TANGENT = KernelSpecification.parse("fcntk:L=1");

  private static MultisphereGrid grid(List<PixelDegrees> degrees) {
    ConvolutionalSpectrum spectrum = ConvolutionalSpectrum.of(TANGENT, 3, 2, 3);
    return new MultisphereGrid(TANGENT, spectrum, degrees, 6, Scale.UNIT);
  }

  @Example
  void a_wrong_eigenvalue_is_found() {
    PixelDegrees degrees = new PixelDegrees(List.of(2, 2, 0));
    MultisphereLevels levels = grid(List.of(degrees)).compute(Context.NONE);
    assertEquals(Outcome.CONFIRMED, MultisphereConfirmation.of(levels, Context.NONE).outcome());
    MultisphereLevel row = levels.rows().get(0);
    CertifiedNumber right = row.eigenvalue();
    Ball off = right.enclosure().inflate(Ball.exact(0)).shifted(1);
    MultisphereLevel wrong =
        new MultisphereLevel(
            row.degrees(),
            new CertifiedNumber(right.rounded(), off, right.exact(), right.digits()),
            row.zero(),
            row.flatten(),
            row.gap(),
            row.share(),
            row.beyond(),
            row.ratio());
    MultisphereConfirmation second =
        MultisphereConfirmation.of(
            new MultisphereLevels(levels.grid(), levels.laws(), List.of(wrong), List.of()),
            Context.NONE);
    assertEquals(Outcome.REFUTED, second.outcome());
  }

  @Example
  void what_is_zero_by_a_theorem_alone_says_nothing() {
    MultisphereLevels levels =
        grid(List.of(new PixelDegrees(List.of(2, 1, 0)))).compute(Context.NONE);
    assertEquals(Outcome.NOT_TESTED, MultisphereConfirmation.of(levels, Context.NONE).outcome());
  }

  /** Rows that the time does not reach are gaps, and what is beyond them is not known. */
  @Example
  void a_time_limit_leaves_gaps() throws InterruptedException {
    Context over = Context.limited(Duration.ofNanos(1));
    Thread.sleep(2);
    List<PixelDegrees> degrees = PixelDegrees.upTo(3, 2);
    MultisphereLevels levels = grid(degrees).compute(over);
    assertTrue(levels.rows().isEmpty());
    assertEquals(degrees, levels.gaps().stream().map(MultisphereGap::degrees).toList());
  }
}
