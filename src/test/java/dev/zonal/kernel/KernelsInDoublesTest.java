package dev.zonal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.arithmetic.DoubleArithmetic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class KernelsInDoublesTest {

  @TestFactory
  Stream<DynamicTest> reproduce_the_reference_to_fourteen_digits() throws IOException {
    try (InputStream table = getClass().getResourceAsStream("/reference/kernels.tsv")) {
      String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> DynamicTest.dynamicTest(line, () -> check(line)));
    }
  }

  private static void check(String line) {
    String[] cell = line.split("\t");
    DoubleArithmetic doubles = new DoubleArithmetic();
    ChordAngle<Double> angle = ChordAngle.ofCosine(doubles, NumberSyntax.rational("u", cell[1]));
    double value = KernelSpecification.parse(cell[0]).evaluate(doubles, angle);
    assertEquals(Double.parseDouble(cell[2]), value, 1e-14);
  }
}
