package dev.zonal.data.sequence;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.input.Vector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where zeros are put to make a sequence as long as others. */
public enum Padding {
  /** Before the first step: last steps stand beside each other. */
  START,
  /** Behind the last step: first steps stand beside each other. */
  END;

  /**
   * The coordinates of all steps, one after the other, and the zeros.
   *
   * @param length in steps, at least that of the sequence
   */
  public Vector vector(Sequence sequence, int length) {
    List<Rational> own = new ArrayList<>();
    for (Vector step : sequence.steps()) {
      for (int i = 0; i < step.dimension(); i++) {
        own.add(step.coordinate(i));
      }
    }
    int missing = (length - sequence.length()) * sequence.dimension();
    own.addAll(this == START ? 0 : own.size(), Collections.nCopies(missing, Rational.ZERO));
    return Vector.of(own);
  }
}
