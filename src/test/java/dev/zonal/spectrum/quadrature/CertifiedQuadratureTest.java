package dev.zonal.spectrum.quadrature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.elementary.GaussianKernel;
import dev.zonal.kernel.region.AnalyticData;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Formula;
import dev.zonal.spectrum.exact.GaussianSpectrum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/** The truncation error of the quadrature with so few nodes that nothing can hide it. */
class CertifiedQuadratureTest {
  private static final GaussianKernel GAUSSIAN =
      (GaussianKernel) KernelSpecification.parse("gaussian:c=1");
  private static final AnalyticData ANALYTIC = AnalyticData.of(GAUSSIAN);

  /** h 64/15 M e^(ky) cosh(y)^(d-2) rho^(-2n)/(1 - rho^-2), Corollary 7.2a without c_d. */
  private static Apfloat truncation(int level, double rho, double bound, int n, int d, long k) {
    Apfloat h = ApfloatMath.pi(Formula.DIGITS).divide(Formula.of(1L << (level + 1)));
    Apfloat r = Formula.of(rho);
    Apfloat one = Formula.of(1);
    Apfloat y = h.multiply(r.subtract(one.divide(r))).divide(Formula.of(2));
    return h.multiply(Formula.of(64))
        .divide(Formula.of(15))
        .multiply(Formula.of(bound))
        .multiply(Formula.exp(y.multiply(Formula.of(k))))
        .multiply(Formula.power(ApfloatMath.cosh(y), d - 2))
        .multiply(Formula.power(r, -2L * n))
        .divide(one.subtract(Formula.power(r, -2)));
  }

  @Property(tries = 60)
  void theTruncationOfAPanelIsTheFormulaOfItsCorollary(
      @ForAll @IntRange(min = 0, max = 6) int level,
      @ForAll @IntRange(min = 103, max = 6400) int rho,
      @ForAll @IntRange(min = 2, max = 40) int n,
      @ForAll @IntRange(min = 2, max = 12) int d,
      @ForAll @LongRange(min = 0, max = 200) long k) {
    double parameter = rho / 100.0;
    Panel.Choice choice = new Panel.Choice(parameter, 2.5, n);
    PanelRule rule =
        new PanelRule(new Panel(level, 0, List.of()), choice, GaussLegendreRule.of(n, 60));
    Formula.assertReaches(
        rule.truncation(BallArithmetic.ofBits(64), d, k),
        truncation(level, parameter, 2.5, n, d, k),
        30,
        choice);
  }

  private static Map<Panel, Panel.Choice> panels(int level, double rho, int nodes) {
    Map<Panel, Panel.Choice> panels = new LinkedHashMap<>();
    for (long index = 0; index < 1L << level; index++) {
      double width = Math.scalb(Math.PI, -level);
      double bound = ANALYTIC.ellipse(index * width, (index + 1) * width, rho).bound().get();
      Panel panel = new Panel(level, index, List.of(new Panel.Ellipse(rho, bound)));
      panels.put(panel, new Panel.Choice(rho, bound, nodes));
    }
    return panels;
  }

  @Example
  void theRadiusIsTheSumOfTheTruncationsOfAllPanels() {
    for (int d : new int[] {2, 3, 4, 5, 10}) {
      for (int level = 0; level <= 2; level++) {
        for (long last : new long[] {0, 3, 200}) {
          Map<Panel, Panel.Choice> panels = panels(level, 3, 4);
          Apfloat formula = Formula.of(0);
          for (Panel.Choice choice : panels.values()) {
            formula = formula.add(truncation(level, choice.rho(), choice.bound(), 4, d, last));
          }
          formula = formula.multiply(Formula.measureConstant(d));
          Map<Long, Ball> enclosures =
              new CertifiedQuadrature(GAUSSIAN, d, new PanelPlanner(none()))
                  .enclose(new TreeSet<>(List.of(0L, last)), 120, panels, Context.NONE);
          for (Map.Entry<Long, Ball> entry : enclosures.entrySet()) {
            Ball ball = entry.getValue();
            Formula.assertReaches(
                ball.radius(), formula, 20, "d = " + d + ", level " + level + ", " + last);
            Ball exact =
                new GaussianSpectrum(d, ((Structure.Radial) GAUSSIAN.structure()).rate())
                    .at(entry.getKey())
                    .enclose(BallArithmetic.ofBits(200));
            assertTrue(ball.contains(exact), () -> "d = " + d + ": " + ball + ", " + exact);
          }
        }
      }
    }
  }

  private static PanelPlanner.EllipseBound none() {
    return (a, b, rho) -> Optional.empty();
  }

  /** A profile with a singularity at a real distance from 0: certified as far as it reaches. */
  private static final class Pole implements PanelPlanner.EllipseBound {
    private final List<List<Double>> asked = new ArrayList<>();

    @Override
    public Optional<Double> sup(double a, double b, double rho) {
      asked.add(List.of(a, b, rho));
      double reach = (b - a) / 4 * (rho + 1 / rho) - (a + b) / 2;
      return reach < 0.1 ? Optional.of(bound(a, rho)) : Optional.empty();
    }

    static double bound(double a, double rho) {
      return 1 + a + 3 * rho;
    }
  }

  @Example
  void thePlannerKeepsEveryBoundWithTheEllipseItWasCertifiedOn() {
    for (double bits : new double[] {20, 200, 2000}) {
      Pole pole = new Pole();
      List<Panel> panels = new PanelPlanner(pole).plan(20, 3, bits).orElseThrow();
      double end = 0;
      for (Panel panel : panels) {
        double width = Math.scalb(Math.PI, -panel.level());
        double a = width * panel.index();
        assertEquals(end, a, 1e-12, "a gap between the panels");
        end = width * (panel.index() + 1);
        for (Panel.Ellipse ellipse : panel.ellipses()) {
          assertTrue(pole.asked.contains(List.of(a, end, ellipse.rho())), () -> "" + panel);
          assertTrue(pole.sup(a, end, ellipse.rho()).isPresent(), () -> "" + panel);
          assertEquals(Pole.bound(a, ellipse.rho()), ellipse.bound(), 0, "" + panel);
        }
      }
      assertEquals(Math.PI, end, 1e-12);
      assertTrue(panels.size() > 1);
    }
  }

  @Property(tries = 100)
  void aChoiceNeverClaimsMoreThanACertifiedEllipseGives(
      @ForAll @IntRange(min = 0, max = 5) int level,
      @ForAll @LongRange(min = 0, max = 5000) long k,
      @ForAll @IntRange(min = 2, max = 50) int d,
      @ForAll @IntRange(min = 5, max = 3000) int bits) {
    List<Panel.Ellipse> ellipses =
        List.of(new Panel.Ellipse(1.5, 1), new Panel.Ellipse(4, 1e3), new Panel.Ellipse(40, 1e40));
    Panel.Choice choice = new Panel(level, 0, ellipses).choose(k, d, bits);
    assertTrue(
        ellipses.stream().anyMatch(e -> choice.rho() <= e.rho() && choice.bound() >= e.bound()));
    assertTrue(choice.rho() > 1 && choice.nodes() >= 2);
  }

  @Example
  void aProfileThatIsNowhereCertifiedHasNoPlan() {
    // refused on the whole only, it is certified on the halves
    PanelPlanner halves =
        new PanelPlanner((a, b, rho) -> b - a < 2 && rho < 5 ? Optional.of(1.0) : Optional.empty());
    assertEquals(2, halves.plan(5, 3, 40).orElseThrow().size());
    // refused near 0 at every level, it has no division
    PanelPlanner never =
        new PanelPlanner((a, b, rho) -> a > 0 && rho < 5 ? Optional.of(1.0) : Optional.empty());
    assertTrue(never.plan(5, 3, 40).isEmpty());
    // nor refused near pi
    PanelPlanner notAtTheEnd =
        new PanelPlanner((a, b, rho) -> b < 3 && rho < 5 ? Optional.of(1.0) : Optional.empty());
    assertTrue(notAtTheEnd.plan(5, 3, 40).isEmpty());
    assertTrue(new CertifiedQuadrature(GAUSSIAN, 3, notAtTheEnd).products(5, 40).isEmpty());
    assertTrue(
        new CertifiedQuadrature(GAUSSIAN, 3, notAtTheEnd)
            .enclose(new TreeSet<>(List.of(5L)), 40, Context.NONE)
            .isEmpty());
  }

  /** 1/2 (pi/2^27)^2/2 in three dimensions: 27 halvings for 40 bits. */
  @Example
  void anEndThatIsCutOffIsPartOfTheError() {
    PanelPlanner notAtZero =
        new PanelPlanner((a, b, rho) -> a > 0 && rho < 5 ? Optional.of(1e3) : Optional.empty());
    Ball ball =
        new CertifiedQuadrature(GAUSSIAN, 3, notAtZero)
            .enclose(new TreeSet<>(List.of(2L)), 40, Context.NONE)
            .orElseThrow()
            .get(2L);
    Ball exact =
        new GaussianSpectrum(3, ((Structure.Radial) GAUSSIAN.structure()).rate())
            .at(2)
            .enclose(BallArithmetic.ofBits(100));
    assertTrue(ball.contains(exact), ball::toString);
    double lost = Math.pow(Math.scalb(Math.PI, -27), 2) / 4;
    assertTrue(ball.radius().toDouble() >= lost && ball.radius().toDouble() < 0x1p-38);
  }

  @Example
  void whatIsNotKnownToBeBoundedByItsValueAtOneIsNotCutOff() {
    PanelPlanner notAtZero =
        new PanelPlanner((a, b, rho) -> a > 0 && rho < 5 ? Optional.of(1.0) : Optional.empty());
    Kernel signed = KernelSpecification.parse("polynomial:[0,-1]");
    assertTrue(new CertifiedQuadrature(signed, 3, notAtZero).products(5, 40).isEmpty());
  }
}
