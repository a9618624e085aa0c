package dev.zonal.spectrum.quadrature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Eigenvalue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both spheres from the same values, and one division for many kernels. */
class MemberQuadratureTest {
  private static final TreeSet<Long> FREQUENCIES = new TreeSet<>(List.of(0L, 1L, 2L, 7L, 16L));

  private static void agreesWithEachSphereByItself(List<Kernel> kernels) {
    List<MemberQuadrature> members = MemberQuadrature.of(kernels);
    for (int i = 0; i < kernels.size(); i++) {
      Kernel kernel = kernels.get(i);
      Map<Integer, Map<Long, Ball>> found =
          members.get(i).enclose(FREQUENCIES, 60, Context.NONE).orElseThrow();
      assertEquals(List.of(2, 3), List.copyOf(found.keySet()));
      found.forEach(
          (d, rows) ->
              Spectrum.of(kernel, d)
                  .enclose(
                      FREQUENCIES, 100, Optional.of(Eigenvalue.Method.QUADRATURE), Context.NONE)
                  .forEach(
                      (k, exact) -> {
                        assertTrue(
                            rows.get(k).contains(exact.get().ball()),
                            () -> kernel + ", d = " + d + ", k = " + k);
                        assertTrue(rows.get(k).radius().toDouble() < 0x1p-58);
                      }));
    }
  }

  @Test
  void eigenvaluesAreThoseOfEachSphereByItself() {
    agreesWithEachSphereByItself(List.of(KernelSpecification.parse("laplace:c=1")));
  }

  @Test
  @Tag("long")
  void membersThatShareADivisionHaveTheirOwnEigenvalues() {
    agreesWithEachSphereByItself(
        List.of(
            KernelSpecification.parse("resntk:L=3,alpha=1/2"),
            KernelSpecification.parse("resntk:L=3,alpha=2/5"),
            KernelSpecification.parse("resntk:L=3,alpha=3/8")));
  }

  /** A pole at -1 - i about: what is allowed is an ellipse that stays away from a point. */
  private static PanelPlanner.EllipseBound awayFrom(double re, double im, List<Double> asked) {
    return (a, b, rho) -> {
      asked.add(rho);
      double h = (b - a) / 2;
      double x = (re - (a + b) / 2) / h;
      double y = im / h;
      double sum = Math.hypot(x - 1, y) + Math.hypot(x + 1, y);
      return rho + 1 / rho < 0.999 * sum ? Optional.of(1 + rho) : Optional.empty();
    };
  }

  @Test
  void aDivisionIsTakenOverWithTheBoundsOfTheOtherProfile() {
    List<Double> ofModel = new ArrayList<>();
    List<Double> ofOther = new ArrayList<>();
    PanelPlanner model = new PanelPlanner(awayFrom(3, 0.1, ofModel));
    PanelPlanner like = model.like(awayFrom(3, 0.095, ofOther));
    List<Panel> panels = like.plan(20, 3, 60).orElseThrow();
    List<Panel> modelled = model.plan(20, 3, 60).orElseThrow();
    assertEquals(places(modelled), places(panels));
    assertTrue(3 * ofOther.size() < ofModel.size(), ofOther.size() + " of " + ofModel.size());
    // The other profile is certified on smaller ellipses only, next to its singularity.
    Panel last = panels.get(panels.size() - 1);
    assertNotEquals(modelled.get(panels.size() - 1).largestRho(), last.largestRho());
    for (Panel panel : panels) {
      for (Panel.Ellipse ellipse : panel.ellipses()) {
        assertEquals(
            Optional.of(ellipse.bound()),
            awayFrom(3, 0.095, new ArrayList<>()).sup(panel.from(), panel.to(), ellipse.rho()));
      }
    }
  }

  @Test
  void whereTheOtherProfileIsRefusedItIsDividedAnew() {
    PanelPlanner model = new PanelPlanner(awayFrom(3, 0.5, new ArrayList<>()));
    PanelPlanner like = model.like(awayFrom(1, 0.01, new ArrayList<>()));
    PanelPlanner alone = new PanelPlanner(awayFrom(1, 0.01, new ArrayList<>()));
    assertEquals(
        places(alone.plan(20, 3, 60).orElseThrow()), places(like.plan(20, 3, 60).orElseThrow()));
  }

  private static List<List<Long>> places(List<Panel> panels) {
    return panels.stream().map(p -> List.of((long) p.level(), p.index())).toList();
  }
}
