package dev.zonal.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.value.Eigenvalue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every eigenvalue that other programs computed comes out the same, to every digit they print. */
class ReferenceEigenvaluesTest {

  private record Spheres(Kernel kernel, int dimension, int digits) {}

  @TestFactory
  Stream<DynamicTest> theTableOfIndependentValuesIsReproducedToThePrintedDigits() {
    return agreesWith("eigenvalues.tsv");
  }

  @TestFactory
  Stream<DynamicTest> theTableOfCertifiedValuesFromArbIsReproducedToThePrintedDigits() {
    return agreesWith("oracle.tsv");
  }

  private static Stream<DynamicTest> agreesWith(String resource) {
    Engine engine = new Engine();
    Map<Spheres, List<ReferenceEigenvalues.Row>> groups =
        ReferenceEigenvalues.read(resource).stream()
            .collect(
                Collectors.groupingBy(
                    row -> new Spheres(row.kernel(), row.dimension(), Math.max(1, row.digits()))));
    return groups.entrySet().stream()
        .map(
            group ->
                DynamicTest.dynamicTest(
                    group.getKey().toString(),
                    () -> check(engine, group.getKey(), group.getValue())));
  }

  private static void check(Engine engine, Spheres at, List<ReferenceEigenvalues.Row> rows) {
    SpectrumRequest request =
        new SpectrumRequest(
            at.kernel(),
            at.dimension(),
            rows.stream()
                .map(ReferenceEigenvalues.Row::k)
                .collect(Collectors.toCollection(TreeSet::new)),
            at.digits(),
            Optional.empty(),
            SpectrumRequest.Normalization.PROBABILITY,
            SpectrumRequest.Scale.UNIT);
    SpectrumResult result = engine.compute(request, Context.NONE);
    assertTrue(result.failures().isEmpty(), () -> result.failures().toString());
    Map<Long, BigDecimal> computed =
        result.eigenvalues().stream()
            .collect(Collectors.toMap(Eigenvalue::frequency, Eigenvalue::rounded));
    for (ReferenceEigenvalues.Row row : rows) {
      BigDecimal expected =
          row.digits() == 0 ? row.value() : row.value().round(new MathContext(row.digits()));
      assertEquals(0, expected.compareTo(computed.get(row.k())), () -> row + " is " + computed);
    }
  }
}
