package dev.zonal.vectors;

import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Which files belong to a set, and what they are: written last, so that it speaks of whole files.
 */
public final class Manifest {
  /** Its name beside the files. */
  public static final String NAME = "manifest.json";

  private static final int VERSION = 1;

  private record Entry(String name, String about, long rows, long bytes, String sha256) {}

  private final List<Entry> entries = new ArrayList<>();

  /**
   * Adds a file.
   *
   * @param about what is in it, in a few words
   * @param rows numbers of one kind, or rows of a matrix
   */
  public void add(String name, String about, long rows, byte[] content) {
    entries.add(new Entry(name, about, rows, content.length, sha256(content)));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The document. */
  public Document document() {
    Rows<Entry> files =
        new Rows<>(
            entries,
            entry ->
                new Fields()
                    .with("name", entry.name())
                    .with("about", entry.about())
                    .with("rows", entry.rows())
                    .with("bytes", entry.bytes())
                    .with("sha256", entry.sha256()));
    return Document.of(
        new Page(), Envelope.of("vectorset", VERSION, new Fields().with("files", files)));
  }
}
