package dev.zonal.dist;

import dev.zonal.cli.Zonal;
import java.io.File;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes a page of the manual for every command, in AsciiDoc, which the build turns into roff. */
public final class ManPages {
  private ManPages() {}

  /**
   * @param arguments the directory
   */
  public static void main(String[] arguments) throws Exception {
    CommandSpec zonal = Zonal.specification();
    int failed =
        ManPageGenerator.generateManPage(
            new File(arguments[0]), null, new boolean[0], false, zonal);
    if (failed != 0) {
      throw new IllegalStateException("picocli made no manual: " + failed);
    }
  }
}
