package dev.zonal.cli.plot;

import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.OptionalLibrary;
import dev.zonal.kernel.specification.NumberSyntax;
import dev.zonal.report.plot.TableFigure;
import dev.zonal.text.NearMatch;
import dev.zonal.text.Quotation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Columns of a CSV file, such as a result of the laboratory. */
@Command(
    name = "table",
    description = "Two columns of a result in CSV, with a curve for each value of a third.",
    footer = {
      "  zonal plot table errors.csv --x t --y value --by p --where quantity=error-f --log x,y"
          + " --output errors.svg",
      "",
      "errors.csv is, for example, what 'zonal lab hierarchy NET --flow 4 --output errors.csv' writes."
    })
final class PlotTableCommand implements Callable<Integer> {
  private static final int MOST_DIGITS = 10_000;

  private final Streams streams;

  @Parameters(paramLabel = "FILE", description = "A file of CSV with a header.")
  private String file;

  @Option(
      names = "--x",
      required = true,
      paramLabel = "COLUMN",
      description = "What is to the right.")
  private String x;

  @Option(names = "--y", required = true, paramLabel = "COLUMN", description = "What is upward.")
  private String y;

  @Option(
      names = "--by",
      paramLabel = "COLUMN",
      defaultValue = "",
      description = "A curve for each value of this column.")
  private String by;

  @Option(
      names = "--where",
      paramLabel = "COLUMN=VALUE",
      description = "Only rows with this value; may be repeated.")
  private List<String> where = List.of();

  @Option(
      names = "--log",
      paramLabel = "x|y|x,y",
      defaultValue = "",
      description = "Logarithmic axes.")
  private String logarithmic;

  @Mixin private FigureOutput output;

  @Mixin private TimeLimit limit;

  PlotTableCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    output.check();
    if (!logarithmic.matches("|x|y|x,y|y,x")) {
      throw new UsageException("--log is x, y or x,y, not " + Quotation.of(logarithmic));
    }
    TableFigure.Columns columns =
        new TableFigure.Columns(x, y, by, logarithmic.contains("x"), logarithmic.contains("y"));
    output.write(TableFigure.of(columns, rows(), Quotation.of(file)), streams);
    return ExitCode.DONE;
  }

  private List<TableFigure.Row> rows() {
    OptionalLibrary.COMMONS_CSV.require();
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (CSVParser parser = CSVParser.parse(Path.of(file), StandardCharsets.UTF_8, format)) {
      List<String> names = parser.getHeaderNames();
      require(names, x);
      require(names, y);
      Map<String, String> wanted = wanted();
      wanted.keySet().forEach(name -> require(names, name));
      if (!by.isEmpty()) {
        require(names, by);
      }
      List<TableFigure.Row> rows = new ArrayList<>();
      for (CSVRecord row : parser) {
        if (wanted.entrySet().stream().allMatch(e -> row.get(e.getKey()).equals(e.getValue()))) {
          String curve = by.isEmpty() ? "" : row.get(by);
          rows.add(new TableFigure.Row(curve, number(row, x), number(row, y)));
        }
      }
      return rows;
    } catch (NoSuchFileException e) {
      throw new UsageException("cannot read " + Quotation.of(file) + ": no such file");
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(
          "cannot read " + Quotation.of(file) + ": " + Quotation.oneLine(e.getMessage()));
    }
  }

  private Map<String, String> wanted() {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (String condition : where) {
      int equals = condition.indexOf('=');
      if (equals < 1) {
        throw new UsageException(
            "--where: %s is not of the form COLUMN=VALUE".formatted(Quotation.of(condition)));
      }
      wanted.put(condition.substring(0, equals), condition.substring(equals + 1));
    }
    return wanted;
  }

  private void require(List<String> names, String name) {
    if (!names.contains(name)) {
      throw new UsageException(
          "%s has no column %s%s"
              .formatted(
                  Quotation.of(file), Quotation.of(name), NearMatch.suggestion(name, names)));
    }
  }

  /** What is not there has no place on the axes. */
  private static double number(CSVRecord row, String column) {
    String text = row.get(column);
    return text.isEmpty()
        ? Double.NaN
        : NumberSyntax.rational(column + "=" + text, text, MOST_DIGITS).doubleValue();
  }
}
