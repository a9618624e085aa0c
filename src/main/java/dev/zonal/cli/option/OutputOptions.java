package dev.zonal.cli.option;

import dev.zonal.cli.terminal.CommandWords;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Format;
import dev.zonal.report.document.Origin;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.report.writer.DocumentWriter;
import dev.zonal.report.writer.Publication;
import dev.zonal.report.writer.RowStream;
import dev.zonal.text.Quotation;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the result goes and in which format. */
public abstract class OutputOptions {
  private final List<Format> formats;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Write the result to FILE, which is replaced only when the result is complete (default:"
              + " standard output).")
  private String file;

  /**
   * @param formats that the result has
   */
  private OutputOptions(List<Format> formats) {
    this.formats = formats;
  }

  /** What {@code --format} says, or null. */
  abstract Format asked();

  /**
   * What a table in this format is asked to have.
   *
   * @throws UsageException if it cannot have it
   */
  abstract Publication publication(Format format);

  /**
   * Opens the output at once, so that a file that cannot be written is known before the work.
   *
   * @throws UsageException if it cannot, or if the result has no such format
   */
  public final Destination open(Streams streams) {
    publication(format());
    return Destination.of(file, streams);
  }

  /**
   * The same, beside files that are read and must stay.
   *
   * @throws UsageException if one of them would be replaced
   */
  public final Destination openBeside(Streams streams, String... inputs) {
    Destination destination = open(streams);
    for (String input : inputs) {
      if (destination.replaces(input)) {
        destination.close();
        String name = Quotation.of(input);
        throw new UsageException("--output would replace " + name + ", which is read");
      }
    }
    return destination;
  }

  /** Writes the result of the command that is running. */
  public final void write(Document result, Destination destination) {
    Format format = format();
    if (format == Format.NPY) {
      destination.writeBytes(result.matrix().orElseThrow()::write);
      return;
    }
    List<String> words = new ArrayList<>(CommandWords.of(command));
    if (Format.PUBLISHED.contains(format)) {
      // The command to run for the same table, where the others are run for the same numbers.
      words.addAll(List.of("--format", Words.of(format)));
    }
    Origin origin = Origin.of(words);
    destination.write(
        out -> DocumentWriter.write(result, format, origin, publication(format), out));
  }

  /**
   * Writes rows as CSV while they are computed.
   *
   * @param form the columns
   * @param rows hands over the rows
   */
  public final <R> void writeRows(
      Table<R> form, Destination destination, Consumer<Consumer<R>> rows) {
    destination.write(
        out -> {
          RowStream<R> stream = new RowStream<>(form, out);
          try {
            rows.accept(stream::write);
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
        });
  }

  /** Whether the result is written as an array of doubles. */
  public final boolean isArray() {
    return format() == Format.NPY;
  }

  /** The format that was asked for, or the one that the name of the file says. */
  public final Format format() {
    return requireOneOf(formats);
  }

  /**
   * The same, where it depends on the input what formats the result has.
   *
   * @throws UsageException if the result has no such format
   */
  public final Format requireOneOf(List<Format> formats) {
    Format format = asked() == null ? formatOfName() : asked();
    if (!formats.contains(format)) {
      String why = asked() == null ? ", which the name " + Quotation.of(file) + " asks for" : "";
      String allowed = formats.stream().map(Words::of).collect(Collectors.joining(", "));
      throw new UsageException(
          "this result has no format '%s'%s; allowed are %s"
              .formatted(Words.of(format), why, allowed));
    }
    return format;
  }

  /** What the name of the file ends in, in letters of either case; text otherwise. */
  private Format formatOfName() {
    String name = file == null ? "" : file.toLowerCase(Locale.ROOT);
    return Stream.of(Format.values())
        .filter(format -> name.endsWith("." + format.suffix()))
        .findFirst()
        .orElse(Format.TEXT);
  }

  /** Where a table goes and in which format. */
  public static final class OfTable extends OutputOptions {
    @Option(
        names = "--format",
        paramLabel = "text|csv|json|latex|markdown|html",
        completionCandidates = TableFormats.class,
        description =
            "Format of the result (default: as FILE ends, .csv, .json, .tex, .md, .html or .txt;"
                + " else text).")
    private Format format;

    @Mixin private PublicationOptions publication;

    /** What a shell may complete to. */
    static final class TableFormats extends Choice.Names {
      TableFormats() {
        super(Format.OF_TABLES.toArray(Format[]::new));
      }
    }

    OfTable() {
      super(Format.OF_TABLES);
    }

    @Override
    Format asked() {
      return format;
    }

    @Override
    Publication publication(Format chosen) {
      return publication.of(chosen);
    }
  }

  /** Where a matrix goes and in which format. */
  public static final class OfMatrix extends OutputOptions {
    @Option(
        names = "--format",
        paramLabel = "text|csv|json|latex|markdown|html|npy",
        completionCandidates = MatrixFormats.class,
        description =
            "Format of the result (default: as FILE ends, .csv, .json, .tex, .md, .html, .npy or"
                + " .txt; else text).")
    private Format format;

    @Mixin private PublicationOptions publication;

    /** What a shell may complete to. */
    static final class MatrixFormats extends Choice.Names {
      MatrixFormats() {
        super(Format.values());
      }
    }

    public OfMatrix() {
      super(List.of(Format.values()));
    }

    @Override
    Format asked() {
      return format;
    }

    @Override
    Publication publication(Format chosen) {
      return publication.of(chosen);
    }
  }

  /** Where a proof goes and in which format; it is no table. */
  public static final class OfProof extends OutputOptions {
    @Option(
        names = "--format",
        paramLabel = "text|json",
        completionCandidates = ProofFormats.class,
        description = "Format of the result (default: as FILE ends, .json or .txt; else text).")
    private Format format;

    /** What a shell may complete to. */
    static final class ProofFormats extends Choice.Names {
      ProofFormats() {
        super(Format.TEXT, Format.JSON);
      }
    }

    OfProof() {
      super(Format.OF_PROOFS);
    }

    @Override
    Format asked() {
      return format;
    }

    @Override
    Publication publication(Format chosen) {
      return Publication.PLAIN;
    }
  }
}
