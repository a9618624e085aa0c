package dev.zonal.symbolic.notation;

import java.util.List;
import org.matheclipse.core.interfaces.IExpr;

/** A notation whose formulas may go over several lines, which {@link LineBreaker} makes. */
public interface BreakableNotation {
  Notation notation();

  /** The sign before a term of a sum, the first one or another. */
  String plus(boolean isNegative, boolean isFirst);

  /** The sign before a factor that begins a line. */
  String times();

  /**
   * A bracket that is closed on another line.
   *
   * @param isTall whether fractions stand in it
   */
  String open(boolean isTall);

  /**
   * Its partner.
   *
   * @param isTall whether fractions stand in it
   * @param exponent of what stands in them, or nothing
   */
  String close(boolean isTall, String exponent);

  /** The sign of a sum that is written down, with its bounds. */
  String summation(List<IExpr> sum);

  /** Lines as one part of a formula. */
  String stacked(List<String> lines);
}
