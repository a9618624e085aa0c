package dev.zonal.lab.truncation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.ReferenceTable;
import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.lab.hierarchy.Architecture;
import dev.zonal.lab.hierarchy.NetworkFile;
import dev.zonal.lab.hierarchy.NetworkInstance;
import dev.zonal.lab.truncation.ScalingExperiment.Errors;
import dev.zonal.lab.truncation.ScalingExperiment.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The error of the hierarchy cut off against the width, and another program's. */
class ScalingExperimentTest {
  private static final List<Rational> TIMES =
      List.of(Rational.of(1, 2), Rational.ONE, Rational.of(4));
  private static final List<Integer> ORDERS = List.of(2, 3, 4, 5);

  /** Of functions of the order of 1, by an integrator of doubles. */
  private static final double ROUNDING = 3e-13;

  private static NetworkInstance network;
  private static List<Row> rows;

  @BeforeAll
  static void computeOnce() throws IOException {
    network = NetworkFile.read("docs/data/networks/pairs.json");
    rows =
        new ScalingExperiment(network, List.of(1, 2, 4, 8, 16), ORDERS, TIMES).rows(Context.NONE);
  }

  private static Row row(long width, Rational time, int order) {
    return rows.stream()
        .filter(r -> r.width() == width && r.time().equals(time) && r.order() == order)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theErrorsAreThoseOfTheTable() {
    int compared = 0;
    for (String[] expected : ReferenceTable.rows("nth-replicated.tsv")) {
      Rational time = Rational.of(new BigDecimal(expected[1]));
      long width = Long.parseLong(expected[0]);
      if (TIMES.contains(time) && width <= 4096) {
        Errors errors = row(width, time, Integer.parseInt(expected[2])).errors().get();
        String where = String.join(" ", expected);
        assertNear(expected[3], errors.values(), where);
        assertNear(expected[4], errors.kernel(), where);
        assertNear(expected[5], errors.drift(), where);
        compared++;
      }
    }
    assertTrue(compared > 20, compared + " rows");
  }

  /** To a thousandth, where the other program has not only its rounding. */
  private static void assertNear(String expected, double value, String where) {
    double number = Double.parseDouble(expected);
    assertEquals(number, value, 1e-3 * number + 3e-12, where);
  }

  /** Kernels of odd order vanish at the start, so that they make no difference. */
  @Test
  void ordersThreeAndFiveAreNoBetterThanTwoAndFour() {
    for (Row row : rows) {
      if (row.order() % 2 == 1) {
        Errors odd = row.errors().get();
        Errors even = row(row.width(), row.time(), row.order() - 1).errors().get();
        assertEquals(
            even.values(), odd.values(), ROUNDING * Math.sqrt(row.width()), row.toString());
        assertEquals(even.kernel(), odd.kernel(), ROUNDING, row.toString());
      }
    }
  }

  @Test
  void theErrorOfTheKernelFallsAsTheWidthToHalfTheOrderRoundedDown() {
    for (Row row : rows) {
      if (row.width() > 16) {
        int exponent = row.order() / 2;
        double tolerance = row.time().equals(Rational.of(4)) ? .06 : .004;
        assertEquals(-exponent, row.slope().orElseThrow(), tolerance * exponent, row.toString());
      } else {
        assertTrue(row.slope().isEmpty());
      }
    }
  }

  /** All copies as neurons of their own, beside the pairs that are trained in their place. */
  @Test
  void copiesStayAlike() {
    ReplicatedNetwork replicated = ReplicatedNetwork.of(network, 2);
    NetworkInstance pairs = replicated.pairs();
    int width = pairs.network().widths().get(0);
    List<Rational> all = new ArrayList<>();
    for (int copy = 0; copy < 4; copy++) {
      all.addAll(pairs.parameters().subList(0, 2 * width));
    }
    for (int copy = 0; copy < 4; copy++) {
      all.addAll(pairs.parameters().subList(2 * width, 3 * width));
    }
    NetworkInstance wide =
        new NetworkInstance(
            new Architecture(pairs.network().unit(), 2, List.of(4 * width)), all, pairs.data());
    List<Integer> orders = List.of(2, 3);
    List<Rational> times = List.of(Rational.ONE);
    List<Observation<Certification<Double>>> directly =
        new Truncation(new TruncationFlows(wide, orders, times), true).inDoubles();
    List<Observation<Certification<Double>>> byPairs =
        new Truncation(new TruncationFlows(replicated.asTrained(), orders, times), true)
            .inDoubles();
    IntStream.range(0, directly.size())
        .forEach(
            i -> {
              Observation<?> row = directly.get(i);
              boolean isOfValues =
                  row.quantity() == Observation.Quantity.F
                      || row.quantity() == Observation.Quantity.ERROR_F;
              double factor = isOfValues ? 2 : 1;
              assertEquals(
                  directly.get(i).value().get(),
                  factor * byPairs.get(i).value().get(),
                  1e-11,
                  row.toString());
            });
  }

  @Test
  void networksOfTwoHiddenLayersAreNotReplicated() throws IOException {
    NetworkInstance deep = NetworkFile.read("docs/data/networks/two-layers.json");
    assertThrows(IllegalArgumentException.class, () -> ReplicatedNetwork.of(deep, 2));
  }
}
