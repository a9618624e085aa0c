package dev.zonal.cli.terminal;

import dev.zonal.text.Quotation;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * Where a result is written: standard output, a device, or a file. A file appears, or is replaced,
 * in one step when the result is complete; until then the result grows in a temporary file beside
 * it, which goes away when the work fails or is interrupted.
 */
public final class Destination implements AutoCloseable {
  private static final int MOST_LINKS = 40;

  private final String name;
  private final OutputStream stream;
  private final Path draft;
  private final Path target;
  private boolean complete;

  private Destination(String name, OutputStream stream, Path draft, Path target) {
    this.name = name;
    this.stream = stream;
    this.draft = draft;
    this.target = target;
  }

  /** What writes a result. */
  @FunctionalInterface
  public interface Content {
    void write(Writer out) throws IOException;
  }

  /** What writes a result that is no text. */
  @FunctionalInterface
  public interface Bytes {
    void write(OutputStream out) throws IOException;
  }

  public static Destination standardOutput(Streams streams) {
    return new Destination("standard output", streams.results(), null, null);
  }

  /**
   * Where a result goes.
   *
   * @param file null stands for standard output
   * @throws UsageException if nothing can be written there
   */
  public static Destination of(String file, Streams streams) {
    if (file == null || file.equals("-") || file.equals("/dev/stdout")) {
      return standardOutput(streams);
    }
    try {
      Path path = Path.of(file);
      if (file.isEmpty() || Files.isDirectory(path)) {
        throw unwritable(file, file.isEmpty() ? "it is empty" : "it is a directory");
      }
      boolean exists = Files.exists(path);
      if (exists && !Files.isRegularFile(path)) {
        return new Destination(Quotation.of(file), Files.newOutputStream(path), null, null);
      }
      if (exists && !Files.isWritable(path)) {
        throw unwritable(file, "permission denied");
      }
      Path target = target(path);
      Drafts.removeAbandoned(target);
      Path draft = Drafts.next(target);
      OutputStream stream =
          Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      // Also when the process is interrupted.
      draft.toFile().deleteOnExit();
      keepPermissions(exists, target, draft);
      return new Destination(Quotation.of(file), stream, draft, target);
    } catch (InvalidPathException | IOException e) {
      throw unwritable(file, reason(e));
    }
  }

  private static UsageException unwritable(String file, String reason) {
    return new UsageException("cannot write to " + Quotation.of(file) + ": " + reason);
  }

  /**
   * Behind symbolic links, so that a link stays, and what it points to is replaced or made; the
   * system ends a circle of links.
   */
  private static Path target(Path path) throws IOException {
    if (Files.exists(path)) {
      return path.toRealPath();
    }
    if (!Files.isSymbolicLink(path)) {
      return path.toAbsolutePath();
    }
    Path link = path.toAbsolutePath();
    for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(link); i++) {
      link = link.resolveSibling(Files.readSymbolicLink(link));
    }
    if (Files.isSymbolicLink(link)) {
      throw new FileSystemException(path.toString(), null, "too many symbolic links");
    }
    return link.normalize();
  }

  /** Whether this is a file, and {@code file} names the same. */
  public boolean replaces(String file) {
    try {
      return target != null && target(Path.of(file)).equals(target);
    } catch (InvalidPathException | IOException notThere) {
      return false;
    }
  }

  private static void keepPermissions(boolean exists, Path target, Path draft) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
    if (exists && view != null) {
      view.setPermissions(Files.getPosixFilePermissions(target));
    }
  }

  private static String reason(Exception e) {
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "no such directory";
    }
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    return String.valueOf(e.getMessage());
  }

  /** Writes the result as text, all of it. */
  public void write(Content result) {
    writeBytes(
        out -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          result.write(text);
          text.flush();
        });
  }

  /** Writes the result, all of it; the one way in which results are written. */
  public void writeBytes(Bytes result) {
    try {
      OutputStream out = new BufferedOutputStream(stream);
      result.write(out);
      out.flush();
      complete();
    } catch (IOException e) {
      throw new UnwritableException(name, e);
    }
  }

  private void complete() throws IOException {
    if (draft != null) {
      stream.close();
      try {
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
      }
      complete = true;
    }
  }

  @Override
  public void close() {
    if (draft != null && !complete) {
      try {
        stream.close();
        Files.deleteIfExists(draft);
      } catch (IOException e) {
        throw new UnwritableException(name, e);
      }
    }
  }
}
