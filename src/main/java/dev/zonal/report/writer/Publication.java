package dev.zonal.report.writer;

import dev.zonal.report.document.Legend;
import dev.zonal.text.markup.Prose;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a published table is asked to have.
 *
 * @param caption in place of the result's own
 * @param label by which LaTeX refers to it, and which is its name in a page
 * @param standalone whether LaTeX gets a document, not a part of one
 * @param date that it shows; none unless it is asked for, so that the same command writes the same
 */
public record Publication(
    Optional<Prose> caption, Optional<String> label, boolean standalone, Optional<LocalDate> date) {
  /** Nothing in particular. */
  public static final Publication PLAIN =
      new Publication(Optional.empty(), Optional.empty(), false, Optional.empty());

  Legend legend(Legend own) {
    return caption.map(own::captioned).orElse(own);
  }
}
