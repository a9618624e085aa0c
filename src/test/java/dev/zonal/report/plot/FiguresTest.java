package dev.zonal.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.context.Context;
import dev.zonal.grid.Block;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.grid.Key;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.report.figure.Curve;
import dev.zonal.report.figure.Curve.Point;
import dev.zonal.report.figure.Curve.Style;
import dev.zonal.report.figure.Figure;
import dev.zonal.report.plot.DecayFigure.Quantity;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Equivalence;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.DecayLaw;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What figures show is what was computed. */
class FiguresTest {
  private static final Engine ENGINE = new Engine();

  private static List<Block<Key.Eigenvalue>> blocks(int dimension, Kernel... kernels) {
    SortedSet<Long> frequencies =
        LongStream.rangeClosed(1, 120).boxed().collect(Collectors.toCollection(TreeSet::new));
    return new EigenvalueGrid(
            List.of(kernels),
            List.of(dimension),
            frequencies,
            12,
            Optional.empty(),
            Normalization.PROBABILITY,
            Scale.UNIT)
        .compute(ENGINE::compute, Context.NONE);
  }

  private static List<DecayLaw> laws(Kernel kernel, int dimension) {
    Asymptotics asymptotics = Asymptotics.of(ENGINE.spectrum(kernel, dimension));
    return Stream.of(Parity.values())
        .flatMap(parity -> asymptotics.certified(parity).stream())
        .map(DecayLaw::of)
        .toList();
  }

  /** Every eigenvalue from k0 on is in the band of its parity, which is where it is drawn. */
  @ParameterizedTest
  @EnumSource(Quantity.class)
  void theBandHoldsTheEigenvalues(Quantity quantity) {
    Kernel kernel = KernelSpecification.parse("resntk:L=3,alpha=1/2");
    List<DecayLaw> laws = laws(kernel, 3);
    assertEquals(2, laws.size());
    Figure figure =
        DecayFigure.of(quantity, List.of(new DecayFigure.Spectrum(blocks(3, kernel).get(0), laws)));
    List<Curve> bands = figure.curves().stream().filter(c -> c.style() == Style.BAND).toList();
    List<Point> marks = figure.curves().get(0).points();
    assertEquals(120, marks.size());
    int held = 0;
    for (int i = 0; i < 2; i++) {
      DecayLaw law = laws.get(i);
      List<Point> band = bands.get(i).points();
      for (Point mark : marks) {
        long k = (long) mark.x();
        if (k >= law.from() && Parity.of(k) == law.parity()) {
          // Between two points of the band, whose ends fall and rise to one another.
          int next = 1;
          while (band.get(next).x() < mark.x() && next < band.size() - 1) {
            next++;
          }
          Point before = band.get(next - 1);
          Point after = band.get(next);
          assertTrue(mark.y() <= Math.max(before.upper(), after.upper()), "k = " + k);
          assertTrue(mark.y() >= Math.min(before.y(), after.y()), "k = " + k);
          held++;
        }
      }
    }
    assertTrue(held > 60, held + " points");
  }

  @Test
  void scaledEigenvaluesTendToTheDashedLines() {
    Kernel kernel = KernelSpecification.parse("resntk:L=3,alpha=1/2");
    Figure figure =
        DecayFigure.of(
            Quantity.SCALED,
            List.of(new DecayFigure.Spectrum(blocks(3, kernel).get(0), laws(kernel, 3))));
    List<Curve> limits = figure.curves().stream().filter(c -> c.style() == Style.DASHED).toList();
    List<Point> marks = figure.curves().get(0).points();
    assertEquals(limits.get(0).points().get(0).y(), marks.get(119).y(), 1e-3);
    assertEquals(limits.get(1).points().get(0).y(), marks.get(118).y(), 1e-3);
  }

  @ParameterizedTest
  @CsvSource({"laplace:c=1", "fcntk:L=5", "chord:s=1"})
  void aShapeBeginsAtOneAndPassesThroughItsValues(String specification) {
    Kernel kernel = KernelSpecification.parse(specification);
    List<Point> points = ShapeFigure.of(List.of(kernel), Scale.PAPER).curves().get(0).points();
    assertEquals(161, points.size());
    assertEquals(0, points.get(0).x());
    assertEquals(Math.PI, points.get(160).x(), 1e-12);
    for (Point point : points) {
      double r = 2 * Math.sin(point.x() / 2);
      switch (specification) {
        case "laplace:c=1" -> assertEquals(Math.exp(-r), point.y(), 1e-7);
        case "chord:s=1" -> assertEquals(r, point.y(), 1e-7);
        default -> assertTrue(point.y() >= 0 && point.y() <= 6 + 1e-9);
      }
    }
  }

  /** L/(2 pi); (1 + (L-1) sigma)/(2 pi) with sigma = 1/101 (docs/theory.md, Proposition 13.4). */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fcntk:L=10; laplace:c=1.5915",
        "resntk:L=10,alpha=1/10; laplace:c=0.17334",
        "laplace:c=3/7; laplace:c=0.42857",
        "matern:nu=1/2,c=2; laplace:c=2"
      })
  void theLaplaceKernelBesideOneBeginsAsItDoes(String specification, String laplace) {
    List<Curve> curves =
        ShapeFigure.besideLaplace(List.of(KernelSpecification.parse(specification))).get().curves();
    assertEquals(2, curves.size());
    assertEquals(laplace, curves.get(1).name());
    assertEquals(Style.DASHED, curves.get(1).style());
    // Both are 1 - c theta + O(theta^2), and the error of c is half a unit of its fifth digit.
    for (int i = 1; i < 10; i++) {
      Point kernel = curves.get(0).points().get(i);
      double theta = kernel.x();
      assertEquals(kernel.y(), curves.get(1).points().get(i).y(), 1e-4 * theta + 3 * theta * theta);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gaussian:c=1",
        "chord:s=1",
        "gammaexp:c=1,gamma=1/2",
        "sobolev:s=3",
        "matern:nu=3/2,c=1"
      })
  void noLaplaceKernelIsBesideOneWithoutAPeakOfItsKind(String specification) {
    assertFalse(
        ShapeFigure.besideLaplace(
                List.of(
                    KernelSpecification.parse("laplace:c=1"),
                    KernelSpecification.parse(specification)))
            .isCertified());
  }

  @Test
  void quotientsAreBetweenTheirInfimumAndTheirSupremum() {
    Kernel one = KernelSpecification.parse("resntk:L=3,alpha=1/2");
    Kernel two = KernelSpecification.parse("laplace:c=1");
    Equivalence.Proof proof =
        Equivalence.prove(ENGINE.spectrum(one, 3), ENGINE.spectrum(two, 3), Context.NONE)
            .proof()
            .orElseThrow();
    List<Block<Key.Eigenvalue>> blocks = blocks(3, one, two);
    List<Curve> curves = QuotientFigure.of(blocks.get(0), blocks.get(1), proof).curves();
    double least = curves.get(2).points().get(0).y();
    double most = curves.get(3).points().get(0).y();
    for (Curve curve : curves.subList(0, 2)) {
      assertEquals(60, curve.points().size());
      for (Point point : curve.points()) {
        assertTrue(point.y() >= least - 1e-9 && point.y() <= most + 1e-9, point.toString());
      }
    }
  }

  @Test
  void oddEigenvaluesTendToTheQuotientOfTheConstants() {
    Kernel kernel = KernelSpecification.parse("resntk:L=3,alpha=1/2");
    Figure figure =
        ImbalanceFigure.of(
            List.of(
                new ImbalanceFigure.Spectrum(blocks(3, kernel).get(0), OptionalDouble.of(0.7))));
    List<Point> points = figure.curves().get(0).points();
    assertTrue(points.stream().allMatch(p -> p.x() % 2 == 1));
    assertTrue(points.size() >= 5, points.toString());
    // 9.23081441e-2 over 1.305087762e-1
    assertEquals(0.70729, points.get(points.size() - 1).y(), 0.02);
    assertEquals(0.7, figure.curves().get(1).points().get(0).y());
  }

  @Test
  void anOddEigenvalueWithoutBothNeighboursHasNoPoint() {
    Kernel kernel = KernelSpecification.parse("fcntk:L=1");
    List<Point> points =
        ImbalanceFigure.of(
                List.of(
                    new ImbalanceFigure.Spectrum(blocks(3, kernel).get(0), OptionalDouble.empty())))
            .curves()
            .get(0)
            .points();
    assertTrue(points.stream().filter(p -> p.x() >= 3).allMatch(p -> p.y() == 0));
  }
}
