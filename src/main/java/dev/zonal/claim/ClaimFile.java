package dev.zonal.claim;

import dev.zonal.context.OptionalLibrary;
import dev.zonal.data.file.Place;
import dev.zonal.data.input.DataException;
import dev.zonal.text.NearMatch;
import dev.zonal.text.Quotation;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of claims: CSV with a header that names its columns, in any order, separated by commas,
 * semicolons or tabs; lines that begin with # are comments. Or YAML, a list of claims with the same
 * names as keys (docs/formats.md).
 */
public final class ClaimFile {
  /** In bytes; a larger file is not read. */
  private static final int LARGEST = 1 << 24;

  private static final String EXAMPLE =
      "a file of claims begins with a header such as kernel,dimension,k,value";

  private static final List<String> YAML_NAMES = List.of(".yaml", ".yml");

  private ClaimFile() {}

  /**
   * Reads claims, one at least.
   *
   * @param name of the file
   * @throws DataException if a line is no claim
   */
  public static List<Claim> read(String name, InputStream in) throws IOException {
    byte[] content = in.readNBytes(LARGEST + 1);
    Place file = Place.file(name);
    if (content.length > LARGEST) {
      throw file.wrong("it has more than 16 MiB");
    }
    String text = new String(content, StandardCharsets.UTF_8);
    String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (isYaml(name, marked)) {
      OptionalLibrary.JACKSON_YAML.require();
      return YamlClaims.read(file, content.length, marked);
    }
    return parse(file, marked);
  }

  /** A list of YAML begins with a dash, which no column does. */
  private static boolean isYaml(String name, String text) {
    String lower = name.toLowerCase(Locale.ROOT);
    return YAML_NAMES.stream().anyMatch(lower::endsWith) || firstLine(text).startsWith("-");
  }

  /** The first that is neither blank nor a comment, or nothing. */
  private static String firstLine(String text) {
    return text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).findFirst().orElse("");
  }

  private static List<Claim> parse(Place file, String text) throws IOException {
    OptionalLibrary.COMMONS_CSV.require();
    if (text.isBlank()) {
      throw file.wrong("it is empty; " + EXAMPLE);
    }
    List<Claim> claims = new ArrayList<>();
    ClaimReader reader = new ClaimReader();
    List<ClaimColumn> header = null;
    try (CSVParser lines = dialect(text).parse(new StringReader(text))) {
      for (CSVRecord line : lines) {
        int number = Math.toIntExact(lines.getCurrentLineNumber());
        Place place = file.part("line", number);
        if (header == null) {
          header = header(place, line);
        } else if (line.stream().anyMatch(cell -> !cell.isBlank())) {
          claims.add(reader.read(place, number, cells(place, header, line)));
        }
      }
    } catch (UncheckedIOException e) {
      throw file.wrong("it is no CSV: " + e.getCause().getMessage());
    }
    if (claims.isEmpty()) {
      throw file.wrong("there are no claims in it; " + EXAMPLE);
    }
    return List.copyOf(claims);
  }

  /** The separator is the one that the header has. */
  private static CSVFormat dialect(String text) {
    String header = firstLine(text);
    char separator = header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(separator)
        .setCommentMarker('#')
        .setIgnoreSurroundingSpaces(true)
        .setIgnoreEmptyLines(true)
        .get();
  }

  private static DataException unknown(Place place, String name, CSVRecord line) {
    return place.wrong(
        "unknown column %s, allowed are %s%s"
            .formatted(
                Quotation.of(name),
                String.join(", ", ClaimColumn.HEADINGS),
                line.stream().anyMatch(ClaimColumn.HEADINGS::contains)
                    ? NearMatch.suggestion(name, ClaimColumn.HEADINGS)
                    : "; " + EXAMPLE + ", a certificate with {"));
  }

  private static List<ClaimColumn> header(Place place, CSVRecord line) {
    List<ClaimColumn> header = new ArrayList<>();
    for (String name : line) {
      ClaimColumn column = ClaimColumn.of(name).orElseThrow(() -> unknown(place, name, line));
      if (header.contains(column)) {
        throw place.wrong("the column " + name + " stands twice");
      }
      header.add(column);
    }
    for (ClaimColumn needed : List.of(ClaimColumn.KERNEL, ClaimColumn.VALUE)) {
      if (!header.contains(needed)) {
        throw place.wrong("there is no column " + needed.heading() + "; " + EXAMPLE);
      }
    }
    return header;
  }

  private static Map<ClaimColumn, String> cells(
      Place place, List<ClaimColumn> header, CSVRecord line) {
    if (line.size() != header.size()) {
      throw place.wrong(
          "it has %s fields, the header has %s (%s)%s"
              .formatted(
                  line.size(),
                  header.size(),
                  header.stream().map(ClaimColumn::heading).collect(Collectors.joining(", ")),
                  line.size() > header.size()
                      ? "; a kernel with commas stands in double quotes, and so does nothing else"
                      : ""));
    }
    Map<ClaimColumn, String> cells = new EnumMap<>(ClaimColumn.class);
    for (int i = 0; i < header.size(); i++) {
      if (!line.get(i).isBlank()) {
        cells.put(header.get(i), line.get(i).strip());
      }
    }
    return cells;
  }
}
