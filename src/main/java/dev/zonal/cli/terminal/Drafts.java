package dev.zonal.cli.terminal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hidden files in which results grow: {@code .NAME.PID-N.part} beside the file NAME. One whose
 * process was killed is removed by the next process that writes NAME.
 */
final class Drafts {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Drafts() {}

  /** A name that no other draft has. */
  static Path next(Path target) {
    return target.resolveSibling(
        prefix(target) + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet() + ".part");
  }

  /** Removes the drafts of this target that belong to no process any more. */
  static void removeAbandoned(Path target) throws IOException {
    Pattern draft = Pattern.compile(Pattern.quote(prefix(target)) + "(\\d{1,18})-\\d+\\.part");
    Path directory = target.toAbsolutePath().getParent();
    if (!Files.isDirectory(directory) || !Files.isReadable(directory)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        Matcher matcher = draft.matcher(file.getFileName().toString());
        if (matcher.matches() && isAbandoned(Long.parseLong(matcher.group(1)))) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean isAbandoned(long process) {
    return ProcessHandle.of(process).map(p -> !p.isAlive()).orElse(true);
  }

  private static String prefix(Path target) {
    return "." + target.getFileName() + ".";
  }
}
