package dev.zonal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables of reference values that other programs computed. */
public final class ReferenceTable {
  private ReferenceTable() {}

  /** The cells of the rows behind the header. */
  public static List<String[]> rows(String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                ReferenceTable.class.getResourceAsStream("/reference/" + name),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(l -> !l.startsWith("#"))
          .skip(1)
          .map(l -> l.split("\t"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
