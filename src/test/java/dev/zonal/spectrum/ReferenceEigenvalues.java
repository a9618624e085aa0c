package dev.zonal.spectrum;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.specification.KernelSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Eigenvalues computed by other programs, from src/test/resources/reference. */
final class ReferenceEigenvalues {

  /** One value, correct to so many significant digits; zero digits stand for an exact zero. */
  record Row(Kernel kernel, int dimension, long k, BigDecimal value, int digits) {

    private static Row parse(String line) {
      String[] fields = line.split("\t");
      return new Row(
          KernelSpecification.parse(fields[0]),
          Integer.parseInt(fields[1]),
          Long.parseLong(fields[2]),
          new BigDecimal(fields[3]),
          Integer.parseInt(fields[4]));
    }
  }

  private ReferenceEigenvalues() {}

  static List<Row> read(String resource) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    ReferenceEigenvalues.class.getResourceAsStream("/reference/" + resource)),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).filter(line -> !line.isBlank()).map(Row::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
