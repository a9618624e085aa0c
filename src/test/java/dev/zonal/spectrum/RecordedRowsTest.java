package dev.zonal.spectrum;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever makes the arithmetic faster finds the same digits and loses no certificate: 2258 rows of
 * all families, in 2 to 1000 dimensions and with 40 to 1000 digits, as they were certified before.
 * Two enclosures that round to the same digits, every one proved, meet.
 */
class RecordedRowsTest {
  private static final String ROWS = "/reference/rows.tsv";

  private record Group(String kernel, int dimension, int digits) {
    @Override
    public String toString() {
      return kernel + ", d = " + dimension + ", " + digits + " digits";
    }
  }

  private static Map<Group, SortedMap<Long, BigDecimal>> recorded() throws IOException {
    Map<Group, SortedMap<Long, BigDecimal>> groups = new LinkedHashMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                RecordedRowsTest.class.getResourceAsStream(ROWS), StandardCharsets.UTF_8))) {
      reader
          .lines()
          .skip(1)
          .map(line -> line.split("\t"))
          .forEach(
              row ->
                  groups
                      .computeIfAbsent(
                          new Group(row[0], Integer.parseInt(row[1]), Integer.parseInt(row[3])),
                          group -> new TreeMap<>())
                      .put(Long.valueOf(row[2]), new BigDecimal(row[4])));
    }
    return groups;
  }

  @Test
  void thereAreTwoThousandRows() throws IOException {
    assertTrue(recorded().values().stream().mapToInt(SortedMap::size).sum() >= 2000);
  }

  @Tag("long")
  @TestFactory
  Stream<DynamicTest> everyRowIsCertifiedAgain() throws IOException {
    return recorded().entrySet().stream()
        .map(
            group ->
                DynamicTest.dynamicTest(
                    group.getKey().toString(), () -> check(group.getKey(), group.getValue())));
  }

  private static void check(Group group, SortedMap<Long, BigDecimal> recorded) {
    SpectrumResult result =
        new Engine()
            .compute(
                new SpectrumRequest(
                    KernelSpecification.parse(group.kernel()),
                    group.dimension(),
                    new TreeSet<>(recorded.keySet()),
                    group.digits(),
                    Optional.empty(),
                    SpectrumRequest.Normalization.PROBABILITY,
                    SpectrumRequest.Scale.UNIT),
                Context.NONE);
    SortedMap<Long, BigDecimal> found = new TreeMap<>();
    result.eigenvalues().forEach(row -> found.put(row.frequency(), row.rounded()));
    assertAll(
        () -> assertEquals("[]", result.failures().toString()),
        () -> assertEquals(recorded, found));
  }
}
