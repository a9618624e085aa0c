package dev.zonal.cli.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.OptionalLibrary;
import dev.zonal.text.Quotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file of YAML says of a table: keys, each with a value or a list of values, as they are
 * written.
 *
 * @param file its name, quoted
 */
record TableDescription(String file, List<Entry> entries) {
  private static final long LONGEST = 1_000_000;

  /**
   * One key.
   *
   * @param line on which it stands, from 1 on
   * @param values at least one
   */
  record Entry(String key, int line, List<String> values) {}

  /**
   * Reads a file.
   *
   * @throws UsageException if it cannot be read, or is no such description
   */
  static TableDescription read(String name) {
    OptionalLibrary.JACKSON_YAML.require();
    String file = Quotation.of(name);
    try {
      Path path = Path.of(name);
      if (Files.isRegularFile(path) && Files.size(path) > LONGEST) {
        throw new UsageException(file + " is too long for a description of a table");
      }
      String text = Files.readString(path);
      try (YAMLParser yaml = YAMLFactory.builder().build().createParser(text)) {
        return new TableDescription(file, new Reader(file, yaml).entries());
      } catch (JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        String reason = e.getOriginalMessage().lines().findFirst().orElse("");
        throw new UsageException(at(file, line) + "no YAML: " + Quotation.oneLine(reason));
      }
    } catch (NoSuchFileException e) {
      throw new UsageException("cannot read " + file + ": no such file");
    } catch (InvalidPathException | IOException e) {
      throw new UsageException("cannot read " + file + ": " + e.getMessage());
    }
  }

  private static String at(String file, int line) {
    return file + ", line " + line + ": ";
  }

  UsageException wrong(int line, String what) {
    return new UsageException(at(file, line) + what);
  }

  Optional<Entry> entry(String key) {
    return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
  }

  /** Reads one document, of keys and values and nothing else. */
  private record Reader(String file, YAMLParser yaml) {
    List<Entry> entries() throws IOException {
      JsonToken first = yaml.nextToken();
      if (first == null) {
        throw new UsageException(file + " is empty: a table is described by keys, such as table");
      }
      if (first != JsonToken.START_OBJECT) {
        throw wrong("a table is described by keys, such as table: spectrum");
      }
      List<Entry> entries = new ArrayList<>();
      while (yaml.nextToken() == JsonToken.FIELD_NAME) {
        String key = yaml.currentName();
        int line = line();
        for (Entry entry : entries) {
          if (entry.key().equals(key)) {
            throw wrong(Quotation.of(key) + " stands on line " + entry.line() + " already");
          }
        }
        yaml.nextToken();
        entries.add(new Entry(key, line, values(key)));
      }
      if (yaml.nextToken() != null) {
        throw wrong("a second document: a file describes one table");
      }
      return List.copyOf(entries);
    }

    private List<String> values(String key) throws IOException {
      if (yaml.currentToken() != JsonToken.START_ARRAY) {
        return List.of(value(key));
      }
      List<String> values = new ArrayList<>();
      while (yaml.nextToken() != JsonToken.END_ARRAY) {
        values.add(value(key));
      }
      if (values.isEmpty()) {
        throw wrong(Quotation.of(key) + " has no value");
      }
      return List.copyOf(values);
    }

    private String value(String key) throws IOException {
      if (!yaml.currentToken().isScalarValue() || yaml.isCurrentAlias()) {
        throw wrong(Quotation.of(key) + " is given by values and lists of values only");
      }
      String value = yaml.currentToken() == JsonToken.VALUE_NULL ? "" : yaml.getText();
      if (value.isBlank()) {
        throw wrong(Quotation.of(key) + " has no value");
      }
      return value;
    }

    private int line() {
      return yaml.currentTokenLocation().getLineNr();
    }

    private UsageException wrong(String what) {
      return new UsageException(at(file, line()) + what);
    }
  }
}
