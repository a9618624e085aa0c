package dev.zonal.lab.truncation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.hierarchy.NetworkFile;
import dev.zonal.lab.hierarchy.NetworkInstance;
import dev.zonal.lab.truncation.Observation.Quantity;
import dev.zonal.spectrum.CertifiedValue;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first coefficients of the errors, against enclosed errors at a small time. */
class SmallTimeLawTest {
  private static final List<Integer> ORDERS = List.of(2, 3, 4);

  @ParameterizedTest
  @CsvSource({"one-layer", "two-layers"})
  void theErrorAtSmallTimesIsThatOfTheFirstKernelLeftOut(String name) throws IOException {
    NetworkInstance network = NetworkFile.read("docs/data/networks/" + name + ".json");
    Rational t = Rational.of(1, 2000);
    List<SmallTimeLaw> laws = SmallTimeLaw.of(network, ORDERS, 10);
    List<Observation<Certification<CertifiedValue>>> rows =
        new Truncation(new TruncationFlows(network, ORDERS, List.of(t)), false).certified(6);
    int compared = 0;
    for (Observation<Certification<CertifiedValue>> row : rows) {
      if (row.quantity() != Quantity.DRIFT) {
        int p = row.order().getAsInt();
        SmallTimeLaw law =
            laws.stream()
                .filter(l -> l.order() == p && l.quantity() == row.quantity())
                .findFirst()
                .orElseThrow();
        double coefficient = law.coefficient().get().rounded().doubleValue();
        double expected = coefficient * Math.pow(t.doubleValue(), law.power());
        double error = row.value().get().rounded().doubleValue();
        assertEquals(1, error / expected, 5e-3, row.toString());
        compared++;
      }
    }
    assertEquals(2 * ORDERS.size(), compared);
  }

  /** Kernels of odd order vanish: there is no term with t^2, and none with t^4. */
  @Test
  void mirroredNeuronsHaveNoErrorOfEvenOrder() throws IOException {
    NetworkInstance network = NetworkFile.read("docs/data/networks/pairs.json");
    NetworkInstance pairs = ReplicatedNetwork.of(network, 1).pairs();
    List<SmallTimeLaw> laws = SmallTimeLaw.of(pairs, List.of(2, 3), 10);
    for (SmallTimeLaw law : laws) {
      assertEquals(law.order() == 3, law.coefficient().isCertified(), law.toString());
    }
  }

  @Test
  void whatTakesMinutesIsNotBegun() throws IOException {
    NetworkInstance network = NetworkFile.read("docs/data/networks/one-layer.json");
    assertTrue(SmallTimeLaw.isAffordable(network, 5));
    assertFalse(SmallTimeLaw.isAffordable(network, 9));
  }
}
