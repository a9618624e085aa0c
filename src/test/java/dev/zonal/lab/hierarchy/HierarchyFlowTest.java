package dev.zonal.lab.hierarchy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.ReferenceTable;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.lab.flow.ValidatedFlow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The gradient flow and the hierarchy cut off, enclosed, against other programs. */
class HierarchyFlowTest {
  private static final int BITS = 112;
  private static final int SIZE = 3;
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(BITS);
  private static final NetworkInstance INSTANCE = Instances.reference(SmoothUnit.TANH, 1);

  private static List<List<Ball>> trueFlow(List<Rational> times) {
    GradientFlow flow = new GradientFlow(INSTANCE.network(), INSTANCE.data());
    return new ValidatedFlow(flow, BITS).at(INSTANCE.parameters(BALLS), times, Context.NONE);
  }

  private static List<List<Ball>> truncated(TruncatedHierarchy hierarchy, List<Rational> times) {
    HierarchyKernels<Ball> kernels = INSTANCE.kernels(BALLS);
    List<Tensor<Ball>> start =
        IntStream.rangeClosed(1, hierarchy.order()).mapToObj(kernels::ofOrder).toList();
    return new ValidatedFlow(hierarchy, BITS)
        .at(TruncatedHierarchy.state(start), times, Context.NONE);
  }

  private static TruncatedHierarchy hierarchy(int order) {
    return new TruncatedHierarchy(SIZE, order, INSTANCE.data().targets());
  }

  @Test
  void trajectoriesUpToTimeOneAreThoseOfTheTable() {
    List<Rational> times = List.of(Rational.of(1, 2), Rational.ONE);
    List<HierarchyKernels<Ball>> moved =
        trueFlow(times).stream().map(state -> INSTANCE.kernels(BALLS, state)).toList();
    List<List<List<Ball>>> cut =
        IntStream.rangeClosed(2, 4).mapToObj(p -> truncated(hierarchy(p), times)).toList();
    int compared = 0;
    for (String[] row : ReferenceTable.rows("nth-trajectory.tsv")) {
      int time = times.indexOf(Rational.of(new BigDecimal(row[1])));
      int order = row[2].equals("f") ? 1 : 2;
      if (time >= 0 && (row[2].equals("f") || row[2].equals("K2"))) {
        int[] indices =
            Arrays.stream(row[3].split(",")).mapToInt(i -> Integer.parseInt(i) - 1).toArray();
        int p = row[0].equals("true") ? 0 : Integer.parseInt(row[0].substring(2));
        Tensor<Ball> kernel =
            p == 0
                ? moved.get(time).ofOrder(order)
                : hierarchy(p).kernel(cut.get(p - 2).get(time), order);
        Ball value = kernel.at(indices);
        Ball expected = BALLS.of(Rational.of(new BigDecimal(row[4])));
        double error = BALLS.subtract(value, expected).abs().upperDecimal(3).doubleValue();
        assertTrue(error < 1e-27, () -> Arrays.toString(row) + ": " + value);
        compared++;
      }
    }
    assertEquals(2 * 4 * (SIZE + SIZE * SIZE), compared);
  }

  @Test
  void aHierarchyCutOffKeepsItsLastKernel() {
    List<Rational> times = List.of(Rational.ZERO, Rational.of(1, 2));
    List<List<Ball>> states = truncated(hierarchy(3), times);
    Tensor<Ball> first = hierarchy(3).kernel(states.get(0), 3);
    Tensor<Ball> last = hierarchy(3).kernel(states.get(1), 3);
    List<Ball> differences = new ArrayList<>();
    for (int i = 0; i < first.entries().size(); i++) {
      differences.add(BALLS.subtract(first.entries().get(i), last.entries().get(i)));
    }
    assertTrue(differences.stream().allMatch(Ball::containsZero));
  }
}
