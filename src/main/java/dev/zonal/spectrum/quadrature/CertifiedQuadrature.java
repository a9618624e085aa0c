package dev.zonal.spectrum.quadrature;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.spectrum.value.Sphere;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Eigenvalues by Gauss-Legendre quadrature in theta on panels: the moments of the kernel with the
 * cosines, from one set of nodes, and every eigenvalue as a convex combination of them
 * (docs/theory.md, section 7).
 */
public record CertifiedQuadrature(Kernel kernel, int dimension, PanelPlanner planner) {
  /**
   * About how many products the plan for these frequencies takes, for nodes, moments and values.
   */
  Optional<Double> products(long k, int bits) {
    return divide(k, bits)
        .map(Division::panels)
        .map(
            panels ->
                (double) k * k
                    + panels.stream()
                        .mapToDouble(panel -> panel.choose(k, dimension, bits).nodes())
                        .map(n -> n * n + n * k)
                        .sum());
  }

  /**
   * Balls that contain the eigenvalues, with radii of about 2^-bits; empty if the profile cannot be
   * certified.
   */
  Optional<Map<Long, Ball>> enclose(SortedSet<Long> frequencies, int bits, Context context) {
    return divide(frequencies.last(), bits + 4)
        .map(
            division ->
                new Run(
                        List.of(dimension),
                        frequencies,
                        bits,
                        choose(division.panels(), frequencies.last(), bits),
                        context)
                    .result(dimension, division.lost(kernel, dimension)));
  }

  /**
   * The same on this sphere and on others of lower dimension, from the same values of the kernel:
   * by dimension. All of [0, pi] is divided, or nothing.
   *
   * @param others their dimensions, at least 2 and less than this one
   */
  Optional<Map<Integer, Map<Long, Ball>>> together(
      List<Integer> others, SortedSet<Long> frequencies, int bits, Context context) {
    List<Integer> dimensions = new ArrayList<>(others);
    dimensions.add(dimension);
    return planner
        .plan(frequencies.last(), dimension, bits + 4.0)
        .map(
            panels -> {
              Map<Panel, Panel.Choice> choices = choose(panels, frequencies.last(), bits);
              Run run = new Run(dimensions, frequencies, bits, choices, context);
              Map<Integer, Map<Long, Ball>> result = new TreeMap<>();
              dimensions.forEach(d -> result.put(d, run.result(d, Ball.exact(0))));
              return result;
            });
  }

  /**
   * The panels and what they leave out.
   *
   * @param cut nothing if 0, otherwise the angles below pi/2^cut
   */
  private record Division(List<Panel> panels, int cut) {
    /** Lemma 7.5 without c_d: a ball whose upper end bounds what is left out. */
    Ball lost(Kernel kernel, int dimension) {
      BallArithmetic over = Precision.BOUNDS;
      if (cut == 0) {
        return Ball.exact(0);
      }
      Ball epsilon = over.multiply(over.pi(), Ball.of(BigInteger.ONE, -cut, 0, 0));
      Ball measure =
          over.scale(over.power(epsilon, dimension - 1L), Rational.of(1, dimension - 1L));
      return over.multiply(kernel.atCoincidence(over), measure);
    }
  }

  /**
   * All of [0, pi]; if the profile is not holomorphic at 0, all but a part that does not matter.
   */
  private Optional<Division> divide(long k, int bits) {
    Optional<List<Panel>> whole = planner.plan(k, dimension, bits);
    if (whole.isPresent() || !kernel.hasNonNegativeSeries()) {
      return whole.map(panels -> new Division(panels, 0));
    }
    int cut = (bits + 2) / (dimension - 1) + 4;
    return cut > PanelPlanner.DEEPEST_CUT
        ? Optional.empty()
        : planner.plan(k, dimension, bits, cut).map(panels -> new Division(panels, cut));
  }

  /**
   * The same on given panels with given ellipses and at least as many nodes as each choice says:
   * the radii are what these make them.
   */
  Map<Long, Ball> enclose(
      SortedSet<Long> frequencies, int bits, Map<Panel, Panel.Choice> panels, Context context) {
    return new Run(List.of(dimension), frequencies, bits, panels, context)
        .result(dimension, Ball.exact(0));
  }

  private Map<Panel, Panel.Choice> choose(List<Panel> panels, long last, int bits) {
    int share = Integer.SIZE - Integer.numberOfLeadingZeros(panels.size());
    Map<Panel, Panel.Choice> choices = new LinkedHashMap<>();
    panels.forEach(panel -> choices.put(panel, panel.choose(last, dimension, bits + 4.0 + share)));
    return choices;
  }

  /** One pass over all nodes, for spheres of one dimension or several. */
  private final class Run {
    private final List<Integer> dimensions;
    private final SortedSet<Long> frequencies;
    private final int last;
    private final List<PanelRule> rules = new ArrayList<>();
    private final int fixedBits;
    private final BallArithmetic over;
    private final Context context;
    private final LongAdder done = new LongAdder();
    private final long total;

    /** By dimension. */
    private final Map<Integer, CosineMoments> moments = new TreeMap<>();

    Run(
        List<Integer> dimensions,
        SortedSet<Long> wanted,
        int bits,
        Map<Panel, Panel.Choice> panels,
        Context context) {
      this.dimensions = dimensions;
      this.frequencies = wanted;
      this.last = Math.toIntExact(wanted.last());
      this.context = context;
      this.total = panels.values().stream().mapToLong(Panel.Choice::size).sum();
      this.fixedBits = CosineMoments.bitsFor(bits, last, total);
      this.over = BallArithmetic.ofBits(fixedBits + Precision.PRODUCTS);
      Map<Integer, GaussLegendreRule> shared = new TreeMap<>();
      panels.forEach(
          (panel, choice) -> {
            GaussLegendreRule rule =
                shared.computeIfAbsent(
                    choice.size(), size -> GaussLegendreRule.of(size, over.bits()));
            rules.add(new PanelRule(panel, choice, rule));
          });
      dimensions.forEach(d -> moments.put(d, new CosineMoments(last, fixedBits)));
      rules.forEach(this::integrate);
    }

    private void integrate(PanelRule rule) {
      Map<Integer, Ball> constants = new TreeMap<>();
      dimensions.forEach(d -> constants.put(d, new Sphere(d).measureConstant().in(over)));
      int chunks = Math.min(rule.gauss().size(), 4 * Runtime.getRuntime().availableProcessors());
      IntStream.range(0, chunks)
          .boxed()
          .parallel()
          .map(Context.current().carry(chunk -> partial(rule, constants, chunk, chunks)))
          .toList()
          .forEach(part -> moments.forEach((d, sums) -> sums.add(part.get(d))));
    }

    /**
     * @param dimension one of those of the run
     * @param lost a ball whose upper end bounds what the panels leave out, without c_d
     */
    Map<Long, Ball> result(int dimension, Ball lost) {
      BallArithmetic coarse = Precision.BOUNDS;
      Ball constant = new Sphere(dimension).measureConstant().in(over);
      Ball truncation = lost;
      for (PanelRule rule : rules) {
        truncation = coarse.add(truncation, rule.truncation(coarse, dimension, last));
      }
      Ball cut = over.multiply(truncation, constant);
      CosineMoments sums = moments.get(dimension);
      List<Ball> known = IntStream.rangeClosed(0, last).mapToObj(sums::moment).toList();
      CosineCombination polynomials = new CosineCombination(over, dimension, last);
      Map<Long, Ball> result = new ConcurrentSkipListMap<>();
      Context here = Context.current();
      frequencies.parallelStream()
          .forEach(
              k -> {
                here.check();
                result.put(k, polynomials.of(k.intValue(), known::get).inflate(cut));
              });
      return result;
    }

    private Map<Integer, CosineMoments> partial(
        PanelRule rule, Map<Integer, Ball> constants, int chunk, int chunks) {
      Map<Integer, CosineMoments> part = new TreeMap<>();
      dimensions.forEach(d -> part.put(d, new CosineMoments(last, fixedBits)));
      for (int i = chunk; i < rule.gauss().size(); i += chunks) {
        addNode(rule, constants, i, part);
        done.increment();
        context.report(done.sum(), total);
      }
      return part;
    }

    private void addNode(
        PanelRule rule, Map<Integer, Ball> constants, int i, Map<Integer, CosineMoments> part) {
      Ball theta = rule.theta(over, i);
      BallArithmetic.SinCos half = over.sinCos(theta.shifted(-1));
      ChordAngle<Ball> angle = ChordAngle.of(over, theta, half.sin(), half.cos());
      Ball sine = over.multiply(half.sin(), half.cos()).shifted(1);
      Ball weight = rule.weight(over, i);
      Ball value = kernel.evaluate(over, angle);
      constants.forEach(
          (d, constant) -> {
            Ball density = over.power(sine, d - 2L);
            Ball mass = over.multiply(over.multiply(constant, weight), density);
            part.get(d).add(over.multiply(mass, value), angle.cosine());
          });
    }
  }
}
