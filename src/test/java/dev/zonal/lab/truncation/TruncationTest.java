package dev.zonal.lab.truncation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.ReferenceTable;
import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.hierarchy.NetworkFile;
import dev.zonal.lab.hierarchy.NetworkInstance;
import dev.zonal.lab.hierarchy.TrainingSet;
import dev.zonal.lab.truncation.Observation.Quantity;
import dev.zonal.spectrum.CertifiedValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Flows beside the hierarchies cut off, in doubles and certified. */
class TruncationTest {
  private static final List<Rational> TIMES =
      List.of(Rational.of(1, 2), Rational.ONE, Rational.of(2), Rational.of(4));

  private static NetworkInstance network(String name) throws IOException {
    return NetworkFile.read("docs/data/networks/" + name + ".json");
  }

  private static Truncation truncation(
      NetworkInstance network, List<Integer> orders, List<Rational> times) {
    return new Truncation(new TruncationFlows(network, orders, times), true);
  }

  private static <V> V find(
      List<Observation<Certification<V>>> rows,
      Rational time,
      int order,
      Quantity quantity,
      String indices) {
    OptionalInt cut = order == 0 ? OptionalInt.empty() : OptionalInt.of(order);
    return rows.stream()
        .filter(row -> row.time().equals(time) && row.order().equals(cut))
        .filter(row -> row.quantity() == quantity && row.indices().toString().equals(indices))
        .findFirst()
        .orElseThrow()
        .value()
        .get();
  }

  @Test
  void doublesFollowTheTrajectoriesOfTheTable() throws IOException {
    List<Observation<Certification<Double>>> rows =
        truncation(network("one-layer"), List.of(2, 3, 4), TIMES).inDoubles();
    int compared = 0;
    for (String[] row : ReferenceTable.rows("nth-trajectory.tsv")) {
      String[] indices = row[3].split(",");
      boolean isSeen = row[2].equals("f") || row[2].equals("K2");
      if (isSeen && (indices.length < 2 || indices[0].compareTo(indices[1]) <= 0)) {
        int order = row[0].equals("true") ? 0 : Integer.parseInt(row[0].substring(2));
        double value =
            find(
                rows,
                Rational.of(new BigDecimal(row[1])),
                order,
                row[2].equals("f") ? Quantity.F : Quantity.K2,
                String.join(" ", indices));
        assertEquals(Double.parseDouble(row[4]), value, 1e-11, String.join(" ", row));
        compared++;
      }
    }
    assertTrue(compared > 60, compared + " rows");
  }

  @Tag("long")
  @Test
  void certifiedErrorsAreThoseOfDoubles() throws IOException {
    for (String name : List.of("one-layer", "two-layers")) {
      Truncation truncation = truncation(network(name), List.of(2, 3), List.of(Rational.of(1, 4)));
      List<Observation<Certification<Double>>> plain = truncation.inDoubles();
      List<Observation<Certification<CertifiedValue>>> certified = truncation.certified(16);
      assertEquals(plain.size(), certified.size());
      IntStream.range(0, plain.size())
          .forEach(
              i -> {
                BigDecimal proved = certified.get(i).value().get().rounded();
                assertEquals(16, proved.precision(), () -> certified.get(i).toString());
                assertEquals(proved.doubleValue(), plain.get(i).value().get(), 1e-11);
              });
    }
  }

  /** The figures that stand in docs/laboratory.md, at a fourth of their time and digits. */
  @Test
  void theErrorAtOrderFourIsEnclosed() throws IOException {
    List<Observation<Certification<CertifiedValue>>> rows =
        truncation(network("one-layer"), List.of(4), List.of(Rational.of(1, 2))).certified(8);
    CertifiedValue error = find(rows, Rational.of(1, 2), 4, Quantity.ERROR_F, "");
    assertEquals(new BigDecimal("2.8226407E-5"), error.rounded());
  }

  @Test
  void aHierarchyThatGrowsBeyondBoundsIsRefusedFromThenOnAndTheOthersAreNot() throws IOException {
    NetworkInstance network = network("one-layer");
    List<Rational> targets = List.of(Rational.of(40), Rational.of(-40), Rational.of(30));
    NetworkInstance far =
        new NetworkInstance(
            network.network(),
            network.parameters(),
            new TrainingSet(network.data().inputs(), targets));
    List<Rational> times = List.of(Rational.of(1, 8), Rational.of(4), Rational.of(8));
    for (Observation<Certification<Double>> row :
        truncation(far, List.of(2, 3), times).inDoubles()) {
      boolean isOver = row.order().equals(OptionalInt.of(3)) && !row.time().equals(times.get(0));
      assertEquals(!isOver, row.value().isCertified(), row.toString());
    }
  }

  @Test
  void aNetworkThatDoesNotMoveHasNoErrorThatIsToldFromZero() throws IOException {
    NetworkInstance network = network("one-layer");
    List<Rational> zeros = Collections.nCopies(3, Rational.ZERO);
    List<Rational> parameters = new ArrayList<>(network.parameters().subList(0, 10));
    parameters.addAll(Collections.nCopies(5, Rational.ZERO));
    NetworkInstance still =
        new NetworkInstance(
            network.network(), parameters, new TrainingSet(network.data().inputs(), zeros));
    for (Observation<Certification<CertifiedValue>> row :
        truncation(still, List.of(2), List.of(Rational.ONE)).certified(5)) {
      if (row.quantity() != Quantity.K2) {
        assertFalse(row.value().isCertified(), row.toString());
      } else {
        assertTrue(row.value().isCertified(), row.toString());
      }
    }
  }
}
