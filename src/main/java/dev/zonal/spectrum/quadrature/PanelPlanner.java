package dev.zonal.spectrum.quadrature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Divides [0, pi] into panels so that the quadrature costs little: a panel is halved where its
 * halves together cost less than the whole, which grades the panels towards the singularities of
 * the profile. The certified ellipses are found once and kept.
 */
public final class PanelPlanner {
  private static final double LARGEST_RHO = 64;
  private static final double SMALLEST_RHO = 1.02;
  private static final double RESOLUTION = 1.06;

  /** Measured at 50 digits; and how it grows to 1000 digits. */
  private static final double STEPS_PER_VALUE = 40;

  private static final double BITS_PER_STEP = 3;
  private static final int DEEPEST_LEVEL = 24;

  /** The square of a smaller angle would be no normal double. */
  static final int DEEPEST_CUT = 400;

  /** Halving a panel with a larger parameter than this does not pay. */
  private static final double COMFORTABLE_RHO = 3.5;

  /**
   * Certified sup bounds of a profile F(t) = f(cos t) on Bernstein ellipses (docs/theory.md,
   * section 6).
   */
  @FunctionalInterface
  public interface EllipseBound {
    /**
     * A bound on |F| on the closed ellipse with foci a and b and parameter rho, on a neighbourhood
     * of which F is proved to be holomorphic; empty where that could not be proved.
     */
    Optional<Double> sup(double a, double b, double rho);
  }

  /** Parts of log rho of a model that are tried. */
  private static final double[] LIKE_MODEL = {1, 0.97, 0.92, 0.85, 0.7};

  private final EllipseBound bound;
  private final Optional<PanelPlanner> model;
  private final Map<List<Long>, Optional<Panel>> known = new HashMap<>();
  private final Map<List<Long>, Optional<Panel>> likeModel = new HashMap<>();

  public PanelPlanner(EllipseBound bound) {
    this(bound, Optional.empty());
  }

  private PanelPlanner(EllipseBound bound, Optional<PanelPlanner> model) {
    this.bound = bound;
    this.model = model;
  }

  /**
   * A planner for a profile that is much like this one's: it divides as this one does, where its
   * own profile is certified on those panels, and searches a division of its own otherwise.
   */
  public PanelPlanner like(EllipseBound other) {
    return new PanelPlanner(other, Optional.of(this));
  }

  /**
   * The panels for frequencies up to k at an absolute accuracy of the given number of bits, or
   * empty if the profile could not be certified on any division.
   */
  synchronized Optional<List<Panel>> plan(long k, int dimension, double bits) {
    return model
        .flatMap(m -> m.plan(k, dimension, bits))
        .flatMap(this::certified)
        .or(() -> best(0, 0, k, dimension, bits));
  }

  /** The panels of another plan, if this profile is certified on each of them as well. */
  private Optional<List<Panel>> certified(List<Panel> plan) {
    List<Panel> panels = new ArrayList<>();
    for (Panel panel : plan) {
      Optional<Panel> own =
          likeModel.computeIfAbsent(
              List.of((long) panel.level(), panel.index()), key -> certifiedLike(panel));
      if (own.isEmpty()) {
        return Optional.empty();
      }
      panels.add(own.get());
    }
    return Optional.of(List.copyOf(panels));
  }

  private Optional<Panel> certifiedLike(Panel panel) {
    for (double part : LIKE_MODEL) {
      double rho = part == 1 ? panel.largestRho() : Math.pow(panel.largestRho(), part);
      Optional<Double> sup = bound.sup(panel.from(), panel.to(), rho);
      if (sup.isPresent()) {
        return Optional.of(
            new Panel(panel.level(), panel.index(), List.of(new Panel.Ellipse(rho, sup.get()))));
      }
    }
    return Optional.empty();
  }

  /**
   * The same for [pi/2^cut, pi], for profiles that are not holomorphic at 0.
   *
   * @param cut from 1 to {@link #DEEPEST_CUT}
   */
  synchronized Optional<List<Panel>> plan(long k, int dimension, double bits, int cut) {
    List<Panel> panels = new ArrayList<>();
    for (int level = 1; level <= cut; level++) {
      Optional<List<Panel>> half = best(level, 1, k, dimension, bits);
      if (half.isEmpty()) {
        return half;
      }
      panels.addAll(half.get());
    }
    return Optional.of(List.copyOf(panels));
  }

  private Optional<List<Panel>> best(int level, long index, long k, int dimension, double bits) {
    Optional<Panel> whole = panel(level, index);
    boolean comfortable = whole.isPresent() && whole.get().largestRho() >= COMFORTABLE_RHO;
    if (comfortable || level >= DEEPEST_LEVEL) {
      return whole.map(List::of);
    }
    Optional<List<Panel>> halves =
        best(level + 1, 2 * index, k, dimension, bits)
            .flatMap(
                left ->
                    best(level + 1, 2 * index + 1, k, dimension, bits)
                        .map(right -> Stream.concat(left.stream(), right.stream()).toList()));
    boolean wholeIsBetter =
        halves.isEmpty()
            || whole.isPresent()
                && cost(List.of(whole.get()), k, dimension, bits)
                    <= cost(halves.get(), k, dimension, bits);
    return wholeIsBetter ? whole.map(List::of) : halves;
  }

  /**
   * About what a plan costs, in values of a kernel of a few layers: the nodes, and the rules, which
   * equal panels share. A rule of n nodes costs n^2 steps, of which a value is worth the more the
   * longer its numbers are.
   */
  private static double cost(List<Panel> panels, long k, int dimension, double bits) {
    List<Panel.Choice> choices =
        panels.stream().map(panel -> panel.choose(k, dimension, bits)).toList();
    double steps =
        choices.stream()
            .mapToInt(Panel.Choice::size)
            .distinct()
            .mapToDouble(n -> (double) n * n)
            .sum();
    double nodes = choices.stream().mapToDouble(Panel.Choice::nodes).sum();
    return nodes + steps / (STEPS_PER_VALUE + bits / BITS_PER_STEP);
  }

  private Optional<Panel> panel(int level, long index) {
    return known.computeIfAbsent(List.of((long) level, index), key -> certify(level, index));
  }

  private Optional<Panel> certify(int level, long index) {
    double a = Panel.end(level, index);
    double b = Panel.end(level, index + 1);
    List<Panel.Ellipse> ellipses = new ArrayList<>();
    double certified = 1;
    double refused = LARGEST_RHO * 2;
    double next = 4;
    while (refused / certified > RESOLUTION && certified < LARGEST_RHO && next >= SMALLEST_RHO) {
      Optional<Double> sup = bound.sup(a, b, next);
      if (sup.isPresent()) {
        certified = next;
        ellipses.add(new Panel.Ellipse(next, sup.get()));
        next = refused > LARGEST_RHO ? 2 * next : geometricMean(certified, refused);
      } else {
        refused = next;
        next = geometricMean(certified, refused);
      }
    }
    return ellipses.isEmpty()
        ? Optional.empty()
        : Optional.of(new Panel(level, index, List.copyOf(ellipses)));
  }

  /** Between certified and refused, on the scale on which log rho is what counts. */
  private static double geometricMean(double certified, double refused) {
    double low = Math.max(Math.log(certified), Math.log(refused) / 8);
    return Math.exp(Math.sqrt(low * Math.log(refused)));
  }
}
