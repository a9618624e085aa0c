package dev.zonal.lab.hierarchy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.ReferenceTable;
import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The kernels of the hierarchy against other programs, their closed form and differences. */
class HierarchyKernelsTest {
  private static final int DIGITS = 34;
  private static final int NEURONS = 4;
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(200);

  @Test
  void everyRowOfTheTableIsReproduced() {
    Map<String, Tensor<Ball>> kernels = new HashMap<>();
    List<String[]> rows = ReferenceTable.rows("nth-instance.tsv");
    assertTrue(rows.size() > 600, () -> rows.size() + " rows");
    for (String[] row : rows) {
      SmoothUnit unit = SmoothUnit.named(row[1]).orElseThrow();
      int order = row[2].equals("f") ? 1 : Integer.parseInt(row[2].substring(1));
      Tensor<Ball> kernel =
          kernels.computeIfAbsent(
              row[0] + row[1] + order,
              key ->
                  Instances.reference(unit, Integer.parseInt(row[0]))
                      .kernels(BALLS)
                      .ofOrder(order));
      int[] indices =
          Arrays.stream(row[3].split(",")).mapToInt(i -> Integer.parseInt(i) - 1).toArray();
      BigDecimal expected = new BigDecimal(row[4]);
      BigDecimal value = kernel.at(indices).decimal(DIGITS).orElseThrow();
      BigDecimal error = value.subtract(expected).abs();
      BigDecimal allowed = expected.abs().movePointLeft(DIGITS - 2);
      assertTrue(error.compareTo(allowed) <= 0, () -> Arrays.toString(row) + " " + value);
    }
  }

  private static List<Rational> randoms(Random random, int count) {
    List<Rational> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(Rational.of(random.nextInt(4001) - 2000, 1000));
    }
    return numbers;
  }

  private static NetworkInstance random(SmoothUnit unit, Architecture network, long seed) {
    Random random = new Random(seed);
    List<List<Rational>> inputs = List.of(randoms(random, 2), randoms(random, 2));
    TrainingSet data = new TrainingSet(inputs, randoms(random, 2));
    return new NetworkInstance(network, randoms(random, network.parameters()), data);
  }

  /** Proposition 24.6, which knows nothing of backpropagation and jets. */
  @Property(tries = 20)
  void oneHiddenLayerHasTheClosedFormOfForests(
      @ForAll SmoothUnit unit,
      @ForAll @IntRange(min = 1, max = 5) int order,
      @ForAll @IntRange(min = 1, max = 1000) int seed) {
    Architecture network = new Architecture(unit, 2, List.of(NEURONS));
    NetworkInstance instance = random(unit, network, seed);
    Tensor<Ball> kernel = instance.kernels(BALLS).ofOrder(order);
    int[] indices = new Random(seed).ints(order, 0, 2).toArray();
    Ball expected = byForests(instance, indices);
    Ball value = kernel.at(indices);
    assertTrue(value.overlaps(expected), () -> value + ", " + expected);
    assertTrue(BALLS.subtract(value, expected).abs().upperDecimal(3).doubleValue() < 1e-40);
  }

  private static Ball byForests(NetworkInstance instance, int[] indices) {
    List<List<Rational>> inputs = instance.data().inputs();
    Ball sum = BALLS.of(0);
    for (int j = 0; j < NEURONS; j++) {
      List<Rational> w = instance.parameters().subList(2 * j, 2 * j + 2);
      Rational a = instance.parameters().get(2 * NEURONS + j);
      for (IncreasingForests.Forest forest : IncreasingForests.of(indices.length)) {
        Ball power = BALLS.power(BALLS.of(a), (long) forest.power());
        Ball term = BALLS.scale(power, Rational.of(forest.coefficient()));
        for (int i = 0; i < indices.length; i++) {
          Rational z = product(w, inputs.get(indices[i]));
          int degree = forest.degree(i);
          term = BALLS.multiply(term, derivative(instance.network().unit(), degree, z));
          int parent = forest.parents().get(i);
          if (parent >= 0) {
            Rational edge = product(inputs.get(indices[i]), inputs.get(indices[parent]));
            term = BALLS.scale(term, edge);
          }
        }
        sum = BALLS.add(sum, term);
      }
    }
    return BALLS.divide(sum, BALLS.power(BALLS.of(NEURONS), Rational.of(indices.length, 2)));
  }

  private static Rational product(List<Rational> a, List<Rational> b) {
    return a.get(0).multiply(b.get(0)).add(a.get(1).multiply(b.get(1)));
  }

  /**
   * sigma^(n) by a jet in one direction n times over: e_1 + ... + e_n has the power n! e_1..e_n.
   */
  private static Ball derivative(SmoothUnit unit, int n, Rational z) {
    JetArithmetic<Ball> jets = new JetArithmetic<>(BALLS, n);
    Jet<Ball> point = jets.constant(BALLS.of(z));
    for (int i = 0; i < n; i++) {
      point = jets.add(point, jets.times(jets.of(Rational.ONE), i));
    }
    return jets.part(unit.value(jets, point), (1 << n) - 1);
  }

  @Test
  void forestsAreAsManyAsTheLiteratureCounts() {
    List<Integer> counts =
        List.of(1, 2, 3, 4, 5, 6).stream().map(r -> IncreasingForests.of(r).size()).toList();
    assertEquals(List.of(1, 2, 5, 20, 97, 582), counts);
  }

  /** K_(r+1)(.., b) is the derivative of K_r along the gradient of f(x_b), here by a difference. */
  @Property(tries = 12)
  void theNextKernelIsTheDerivativeAlongAGradient(
      @ForAll SmoothUnit unit,
      @ForAll @IntRange(min = 1, max = 3) int order,
      @ForAll @IntRange(min = 1, max = 1000) int seed) {
    NetworkInstance instance = random(unit, new Architecture(unit, 2, List.of(3, 2)), seed);
    DoubleArithmetic over = new DoubleArithmetic();
    List<Double> parameters = instance.parameters(over);
    List<Double> gradient =
        instance.network().gradient(over, parameters, instance.data().input(over, 1)).gradient();
    double step = 1e-5;
    int[] indices = new Random(seed).ints(order, 0, 2).toArray();
    double difference =
        (moved(instance, parameters, gradient, step).ofOrder(order).at(indices)
                - moved(instance, parameters, gradient, -step).ofOrder(order).at(indices))
            / (2 * step);
    int[] longer = Arrays.copyOf(indices, order + 1);
    longer[order] = 1;
    double next = instance.kernels(over).ofOrder(order + 1).at(longer);
    assertEquals(difference, next, 1e-6 * (1 + Math.abs(next)));
  }

  private static HierarchyKernels<Double> moved(
      NetworkInstance instance, List<Double> from, List<Double> along, double step) {
    List<Double> parameters = new ArrayList<>();
    for (int i = 0; i < from.size(); i++) {
      parameters.add(from.get(i) + step * along.get(i));
    }
    return instance.kernels(new DoubleArithmetic(), parameters);
  }

  @Property(tries = 8)
  void kernelsAreSymmetricInTheFirstTwoArguments(
      @ForAll SmoothUnit unit, @ForAll @IntRange(min = 1, max = 1000) int seed) {
    NetworkInstance instance = random(unit, new Architecture(unit, 2, List.of(3, 2)), seed);
    Tensor<Ball> kernel = instance.kernels(BALLS).ofOrder(4);
    for (int tail = 0; tail < 4; tail++) {
      Ball one = kernel.at(0, 1, tail / 2, tail % 2);
      assertTrue(one.overlaps(kernel.at(1, 0, tail / 2, tail % 2)));
    }
  }
}
